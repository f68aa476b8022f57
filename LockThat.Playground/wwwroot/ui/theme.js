// Ahead of the first paint: what this reader chose before, else what their system says.
const kept = localStorage.getItem("theme");
if (kept) document.documentElement.dataset.theme = kept;
