using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>The pictures of the README, taken anew: <c>PICTURES=1</c> puts them in <c>docs/images</c>.</summary>
public sealed class PictureTests(Chromium chromium)
{
    private static readonly string Folder = Path.Combine(
        Sources.Root,
        Environment.GetEnvironmentVariable("PICTURES") is null ? "artifacts/pictures" : "docs/images"
    );

    [Fact]
    public async Task The_first_page_the_refusal_and_the_line()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var grace = await slack.As("grace", window: Of(1280, 1060));
        await grace.Types("/lockthat lock test-site 2 h demo");
        await grace.Sees("for 2 hours");
        await grace.Page.ScreenshotAsync(new() { Path = Picture("playground") });
        var ada = await slack.As("ada", window: Of(1280, 850));
        await ada.Types("/lockthat lock test-site 1h");
        await ada.Sees("Not locked.");
        await Answer(ada).ScreenshotAsync(new() { Path = Picture("refusal") });
        await ada.Clicks("Join the line");
        await ada.Submits("Join");
        await ada.Sees("You are 1st in line");
        await grace.Opens("LockThat");
        await grace.Sees("waits for test-site");
        await grace.Clicks("Unlock");
        await ada.Opens("LockThat");
        await ada.Sees("It is your turn:");
        await Answer(ada).ScreenshotAsync(new() { Path = Picture("turn") });
    }

    [Fact]
    public async Task The_Home_and_a_form()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says(
            "hedy",
            "lock billing-sandbox 1 week duplicate invoices",
            "lock release-train 3 d version 2.4"
        );
        await slack.Says(
            "ada",
            "lock staging 45m migration",
            "create pixel-8",
            "create printer",
            "create demo-account"
        );
        await slack.Says("grace", "lock test-site 2 h demo", "lock design-review 30m", "queue release-train 1 day");
        var grace = await slack.As("grace", "home", Of(1280, 1220));
        await grace.Sees("printer is free.");
        await grace.Page.ScreenshotAsync(new() { Path = Picture("home") });
        await grace.Clicks("Lock a resource");
        await grace.Sees("For how long");
        await grace.Dialog.ScreenshotAsync(new() { Path = Picture("lock-modal") });
    }

    private static string Picture(string name) => Path.Combine(Folder, $"{name}.png");

    private static ILocator Answer(Someone person) => person.Page.Locator(".message").Last;

    private static Action<BrowserNewContextOptions> Of(int width, int height) =>
        options => options.ViewportSize = new() { Width = width, Height = height };
}
