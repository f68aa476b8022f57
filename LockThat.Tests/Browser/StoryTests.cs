using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>The walk for newcomers, in two people's windows and with the real app behind them.</summary>
public sealed class StoryTests(Chromium chromium)
{
    [Fact]
    public async Task Grace_locks_Ada_is_refused_waits_and_is_told_when_it_is_free()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var (grace, ada) = (await slack.As("grace"), await slack.As("ada"));
        await grace.Types("/lockthat lock test-site 2 h demo");
        await grace.Sees("for 2 hours");
        await grace.Photographed("story-locked");
        await ada.Types("/lockthat lock test-site 1h");
        await ada.Sees("Not locked.");
        await ada.Photographed("story-refused");
        await ada.Clicks("Tell me when it's free");
        await ada.Sees("Stop telling me");
        await grace.Clicks("+1 h");
        await grace.Clicks("+1 h");
        await ada.Sees("1 unread");
        await ada.Opens("LockThat");
        await ada.Sees("is free now");
        await ada.Photographed("story-told");
    }

    [Fact]
    public async Task The_holder_unlocks_by_the_button_under_the_answer()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var grace = await slack.As("grace");
        await grace.Clicks("/lockthat lock test-site 2 h demo");
        await grace.Sees("for 2 hours");
        await grace.Clicks("Unlock");
        await grace.Sees("Unlocked.");
        await grace.DoesNotSee("for 2 hours");
    }

    [Fact]
    public async Task Everything_can_be_done_by_pointing_on_Home()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var (grace, ada) = (await slack.As("grace"), await slack.As("ada", "home"));
        await grace.Types("/lockthat create staging");
        await grace.Sees("Created.");
        await grace.Goes("grace", "home");
        await grace.Sees("staging");
        await grace.Clicks("Lock a resource");
        await grace.Sees("For how long");
        await grace.Field("Resource").PressSequentiallyAsync("stag");
        await grace.Page.GetByRole(AriaRole.Option, new() { Name = "staging" }).ClickAsync();
        await grace.Field("For how long").SelectOptionAsync("Custom");
        await grace.Sees("Until");
        await grace.Field("Reason").FillAsync("the release");
        await grace.Photographed("home-lock-modal");
        await grace.Field("For how long").SelectOptionAsync("2 hours");
        await grace.NoLongerSees("Until");
        await grace.Holds("Reason", "the release");
        await grace.Submits("Lock");
        await grace.Sees("the release");
        await ada.Sees("the release");
        await grace.Photographed("home-of-the-holder");
        await ada.Photographed("home-of-another");
    }

    [Fact]
    public async Task Locks_are_still_there_after_a_restart()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var grace = await slack.As("grace");
        await grace.Types("/lockthat lock printer 1 week");
        await grace.Sees("for 1 week");
        await slack.Restart();
        await grace.NoLongerSees("for 1 week");
        await grace.Composer.WaitForAsync();
        await grace.Types("/lockthat list");
        await grace.Sees("printer");
    }
}
