using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

public sealed class AccessibilityTests(Chromium chromium)
{
    private const string Ada = "U0ADA0001";

    // Colours do not change with the width, nor places with the colours.
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Nothing_serious_stands_in_anybody_s_way(ColorScheme scheme, int width)
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var ada = await slack.As(
            "ada",
            window: options =>
                (options.ColorScheme, options.ViewportSize) = (scheme, new() { Width = width, Height = 800 })
        );
        var look = $"{scheme}-{width}".ToLowerInvariant();
        await Inspect(ada, $"empty-{look}");
        Samples.Fill(slack);
        await ada.Sees("is not yours");
        await Inspect(ada, $"messages-{look}");
        await ada.Composer.PressSequentiallyAsync("/lockthat ");
        await ada.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await Inspect(ada, $"hints-{look}");
        await ada.Goes("ada", "lockthat");
        await ada.Sees("You locked");
        await Inspect(ada, $"direct-messages-{look}");
        await ada.Goes("ada", "home");
        await ada.Sees("meeting-room-4");
        await Inspect(ada, $"home-{look}");
        slack.Views.Open(Ada, Samples.Form);
        await ada.Sees("For how long");
        await ada.Clicks("Lock");
        await ada.Sees("required field");
        await Inspect(ada, $"modal-{look}");
    }

    // Colours do not change with the width, nor places with the colours.
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Home_and_the_forms_of_the_app_are_for_everybody(ColorScheme scheme, int width)
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("grace", "lock test-site 2 h demo", "lock release-train 3 d version 2.4", "create pixel-8");
        var ada = await slack.As(
            "ada",
            "home",
            options => (options.ColorScheme, options.ViewportSize) = (scheme, new() { Width = width, Height = 800 })
        );
        await slack.Says("ada", "lock staging 45m migration");
        await ada.Sees("staging is yours");
        var look = $"{scheme}-{width}".ToLowerInvariant();
        await Inspect(ada, $"app-home-{look}");
        await ada.Clicks("Lock a resource");
        await ada.Sees("For how long");
        await Inspect(ada, $"app-lock-{look}");
        await ada.Submits("Cancel");
        await ada.Clicks("Extend: staging");
        await ada.Sees("By how long");
        await Inspect(ada, $"app-extend-{look}");
        await ada.Submits("Cancel");
        await ada.Menu("pixel-8 is free.", "Delete");
        await ada.Sees("for everybody?");
        await Inspect(ada, $"app-delete-{look}");
        await ada.Submits("Cancel");
        await ada.Menu("test-site is held by", "Override");
        await ada.Sees("they are told at once");
        await Inspect(ada, $"app-override-{look}");
    }

    [Fact]
    public async Task A_question_is_readable_too()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.Says(Samples.Refused);
        var ada = await slack.As("ada");
        await ada.Clicks("Override");
        await ada.Sees("Take it over?");
        await Inspect(ada, "confirm-light-1280");
    }

    private static async Task Inspect(Someone person, string look)
    {
        await person.Photographed(look);
        (await person.Barriers()).ShouldBeEmpty(look);
    }
}
