// What a browser must do by itself: zone and theme, focus and keys, scrolling, and finding the server again.

// The views below the one in front are hidden in the same dialog.
const inFront = ":not([hidden] *)";

window.playground = {
  reader: () => ({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    twelveHours: Intl.DateTimeFormat(navigator.language, { hour: "numeric" }).resolvedOptions().hour12 === true,
  }),

  title: title => { document.title = title; },

  // The focus goes into the dialog, and back to where it was when the dialog is gone.
  openDialog(dialog) {
    const opener = document.activeElement;
    new MutationObserver((_, watching) => {
      if (dialog.isConnected) return;
      watching.disconnect();
      focusAgain(opener);
    }).observe(document.body, { childList: true, subtree: true });
    dialog.addEventListener("cancel", event => {
      event.preventDefault();
      dialog.querySelector(`[data-dismiss]${inFront}`)?.click();
    });
    dialog.showModal();
    focusFirst(dialog);
  },

  focusDialog: () => focusFirst([...document.querySelectorAll("dialog[open]")].at(-1)),

  keepDraft(box) {
    keepDraft(box);
    showActive(box);
  },

  // The newest message stays in sight while the reader is at the end; who scrolled up is left alone.
  followNewest(list) {
    let atEnd = true;
    const toEnd = () => { if (atEnd) list.scrollTop = list.scrollHeight; };
    list.addEventListener("scroll", () => { atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80; }, { passive: true });
    document.querySelector("#composer")?.addEventListener("keydown", event => { atEnd ||= event.key === "Enter" && !event.shiftKey; });
    new MutationObserver(toEnd).observe(list, { childList: true, subtree: true, characterData: true });
    new ResizeObserver(toEnd).observe(list);
    toEnd();
    if (matchMedia("(pointer: fine)").matches && !document.querySelector("dialog[open]")) document.querySelector("#composer")?.focus();
  },
};

// The command that the arrow keys have reached is in sight, however many there are.
function showActive(box) {
  new MutationObserver(() => {
    document.getElementById(box.getAttribute("aria-activedescendant"))?.scrollIntoView({ block: "nearest" });
  }).observe(box, { attributes: true, attributeFilter: ["aria-activedescendant"] });
}

// What a person has not sent yet is there again after a look elsewhere, and after the page came back.
function keepDraft(box) {
  const key = `draft ${location.search}`;
  const draft = sessionStorage.getItem(key);
  if (draft && !box.value) {
    box.value = draft;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const forget = () => sessionStorage.removeItem(key);
  box.addEventListener("input", () => sessionStorage.setItem(key, box.value));
  box.addEventListener("keydown", event => { if (event.key === "Enter" && !event.shiftKey) forget(); });
  box.closest(".composer").querySelector(".send").addEventListener("click", forget);
}

function focusAgain(opener) {
  if (document.querySelector("dialog[open]")) return;
  (opener?.isConnected && opener !== document.body ? opener : document.querySelector("#composer, .home"))?.focus();
}

function focusFirst(dialog) {
  if (!dialog) return;
  const wanted = dialog.querySelector(`:is([aria-invalid=true], [autofocus])${inFront}`)
    ?? dialog.querySelector(`.dialog-body :is(input, select, textarea, button, a[href])${inFront}`)
    ?? dialog.querySelector(`.dialog-foot :is(.primary, .button)${inFront}`);
  wanted?.focus();
}

// Keys that an element handles itself are kept from the browser.
document.addEventListener("keydown", event => {
  if (event.target.dataset?.keys?.split(" ").includes(event.key) && !event.shiftKey) event.preventDefault();
  if (event.target.role === "menuitem") moveInMenu(event);
}, true);

function moveInMenu(event) {
  const items = [...event.target.closest("[role=menu]").querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length).focus();
}

document.addEventListener("toggle", event => {
  const menu = event.target;
  if (menu.role !== "menu" || event.newState !== "open") return;
  const button = document.querySelector(`[popovertarget="${menu.id}"]`).getBoundingClientRect();
  const below = button.bottom + 4 + menu.offsetHeight < innerHeight;
  menu.style.top = `${below ? button.bottom + 4 : Math.max(8, button.top - 4 - menu.offsetHeight)}px`;
  menu.style.left = `${Math.max(8, Math.min(button.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.querySelector("[role=menuitem]")?.focus();
}, true);

// What was chosen before is replaced by what is typed.
document.addEventListener("focusin", event => { if (event.target.role === "combobox") event.target.select(); });

document.addEventListener("click", event => {
  event.target.closest("[role=menuitem]")?.closest("[popover]")?.hidePopover();
  if (event.target.closest("[data-theme-toggle]")) toggleTheme();
});

function toggleTheme() {
  const now = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem("theme", next);
}

// The server may go and come back, with or without its memory of this page.
const away = document.querySelector("#reconnecting");
const pause = milliseconds => new Promise(resume => setTimeout(resume, milliseconds));

async function findAgain() {
  for (let wait = 300; ; wait = Math.min(wait * 1.5, 3000)) {
    await pause(wait);
    try {
      if (!(await fetch("ui/theme.js", { cache: "no-store" })).ok) continue;
      if (await Blazor.reconnect()) return;
    } catch {
      continue;
    }
    location.reload();
    return;
  }
}

let searching = false;
await Blazor.start({
  circuit: {
    reconnectionHandler: {
      async onConnectionDown() {
        if (searching) return;
        searching = true;
        away.hidden = false;
        await findAgain();
        searching = false;
      },
      onConnectionUp() { away.hidden = true; },
    },
  },
});
