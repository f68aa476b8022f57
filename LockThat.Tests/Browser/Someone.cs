using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>One person's window, used as a person uses it: by what is written on the screen.</summary>
internal sealed class Someone(IPage page, Uri address)
{
    private static readonly string Shots = Path.Combine(Sources.Root, "artifacts", "screenshots");

    private static readonly LocatorAssertionsToHaveValueOptions Patience = new() { Timeout = 20_000 };

    public IPage Page => page;

    public ILocator Composer => page.GetByRole(AriaRole.Textbox, new() { Name = "Message #" });

    public ILocator Dialog => page.Locator("dialog[open]");

    public async Task Goes(string handle, string place = "general")
    {
        await page.GotoAsync(new Uri(address, $"/?as={handle}&in={place}").ToString());
        await page.GetByRole(AriaRole.Main).WaitForAsync();
    }

    public async Task Types(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Clicks the lowest button that says this, or that is named so when it shows an icon alone.</summary>
    public Task Clicks(string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .Or(page.Locator("button").And(page.GetByText(button, new() { Exact = true })))
            .Filter(new() { Visible = true })
            .Last.ClickAsync();

    /// <summary>Sends the form, or chooses another of the buttons below it, as soon as there is one.</summary>
    public Task Submits(string button) =>
        Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Opens the menu in the row that says this, and chooses from it.</summary>
    public async Task Menu(string row, string choice)
    {
        await page.Locator(".block")
            .Filter(new() { Has = Text(row) })
            .GetByRole(AriaRole.Button, new() { Name = "More actions" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = choice, Exact = true }).ClickAsync();
    }

    public Task Follows(string link) =>
        page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public Task Opens(string conversation) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations" })
            .GetByText(conversation)
            .First.ClickAsync();

    public Task Holds(string label, string value) => Assertions.Expect(Field(label)).ToHaveValueAsync(value, Patience);

    public ILocator Field(string label) =>
        page.GetByLabel(label, new() { Exact = true }).Filter(new() { Visible = true });

    /// <summary>Whole words, as they are written: "hi" is not seen in "this".</summary>
    public ILocator Text(string text) =>
        page.GetByText(
                new Regex($"(?<![A-Za-z]){Regex.Escape(text)}(?![A-Za-z])", RegexOptions.None, TimeSpan.FromSeconds(1))
            )
            .Filter(new() { Visible = true });

    public Task Sees(string text) => Text(text).First.WaitForAsync();

    /// <summary>To be asked after something was seen that came later.</summary>
    public async Task DoesNotSee(string text) => (await Text(text).CountAsync()).ShouldBe(0, text);

    public Task NoLongerSees(string text) =>
        Text(text).First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

    public async Task Presses(params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until the browser agrees; for what has no text of its own, such as the focus.</summary>
    public Task Until(string expression) => page.WaitForFunctionAsync(expression);

    public Task Photographed(string name) =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(Shots, name + ".png"), Animations = ScreenshotAnimations.Disabled }
        );

    /// <summary>The findings that axe calls serious or critical, one line each.</summary>
    public async Task<IEnumerable<string>> Barriers() =>
        (await page.RunAxe())
            .Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => Describe(violation, node)));

    private static string Describe(AxeResultItem violation, AxeResultNode node) =>
        $"{violation.Id}: {node.Html} {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}";
}
