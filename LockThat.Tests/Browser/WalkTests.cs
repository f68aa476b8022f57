using System.Globalization;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>The acts of people who point and click, with the real app behind the page.</summary>
public sealed class WalkTests(Chromium chromium)
{
    [Fact]
    public async Task A_custom_end_in_the_past_is_refused_at_its_field_and_a_later_one_is_taken()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("grace", "create staging");
        var grace = await slack.As("grace", "home");
        await grace.Clicks("Lock: staging");
        await grace.Field("Reason").FillAsync("the release");
        await grace.Field("For how long").SelectOptionAsync("Custom");
        await grace.Field("Until").FillAsync("2020-01-01T12:00");
        await grace.Submits("Lock");
        await grace.Sees("The end must be in the future.");
        await grace.Holds("Reason", "the release");
        await grace.Photographed("walk-end-in-the-past");
        await grace
            .Field("Until")
            .FillAsync(
                slack.Workspace.Time.GetUtcNow().AddDays(3).ToString("yyyy-MM-ddT09:30", CultureInfo.InvariantCulture)
            );
        await grace.Submits("Lock");
        await grace.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await grace.Sees("at 9:30 AM — “the release”");
        await grace.Photographed("walk-custom-end");
    }

    [Fact]
    public async Task A_bad_name_is_refused_at_its_field_and_a_good_one_is_locked_at_once()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var grace = await slack.As("grace", "home");
        await grace.Clicks("New resource");
        await grace.Field("Name").FillAsync("my site");
        await grace.Submits("Create");
        await grace.Sees("A name has no spaces. Try my-site.");
        await grace.Holds("Name", "my site");
        await grace.Photographed("walk-bad-name");
        await grace.Field("Name").FillAsync("my-site");
        await grace.Page.GetByLabel("Lock it for the default time").CheckAsync();
        await grace.Submits("Create");
        await grace.Sees("my-site is yours until tomorrow");
    }

    [Fact]
    public async Task Who_is_overridden_is_told_and_takes_it_back()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("grace", "lock test-site 2 h demo");
        var (grace, ada) = (await slack.As("grace", "home"), await slack.As("ada", "home"));
        await ada.Menu("test-site is held by", "Override");
        await ada.Sees("they are told at once");
        await ada.Field("Reason").FillAsync("production is down");
        await ada.Photographed("walk-override");
        await ada.Submits("Override");
        await ada.Sees("— “production is down”");
        await grace.Sees("1 unread");
        await grace.Goes("grace", "lockthat");
        await grace.Sees("took over your lock on test-site");
        await grace.Photographed("walk-taken-over");
        await grace.Clicks("Take it back");
        await grace.Sees("they are told at once");
        await grace.Submits("Override");
        await ada.Sees("test-site is held by @Grace Hopper");
    }

    [Fact]
    public async Task Sixty_resources_have_pages_and_a_filter_that_finds_one()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("grace", [.. Enumerable.Range(1, 60).Select(number => $"create device-{number:00}")]);
        var grace = await slack.As("grace", "home");
        await grace.Sees("60 free");
        await grace.DoesNotSee("device-41");
        await grace.Clicks("Next");
        await grace.Sees("device-60 is free.");
        await grace.DoesNotSee("device-40");
        await grace.Photographed("walk-second-page");
        await grace.Clicks("Previous");
        await grace.Sees("device-40 is free.");
        await grace.Field("Filter").FillAsync("57");
        await grace.Field("Filter").PressAsync("Enter");
        await grace.Sees("device-57 is free.");
        await grace.DoesNotSee("device-40");
        await grace.Photographed("walk-filter");
        await grace.Clicks("Lock: device-57");
        await grace.Submits("Lock");
        await grace.Sees("device-57 is yours until");
        await grace.Clicks("Show all");
        await grace.Sees("device-01 is free.");
    }

    [Fact]
    public async Task Two_people_side_by_side_see_what_the_other_does()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("hedy", "create staging");
        var (grace, ada) = (await slack.As("grace", "home"), await slack.As("ada", "home"));
        await ada.Sees("staging is free.");
        await grace.Clicks("Lock: staging");
        await grace.Submits("Lock");
        await ada.Sees("staging is held by @Grace Hopper");
        await grace.Clicks("Unlock: staging");
        await ada.Sees("staging is free.");
    }

    [Fact]
    public async Task A_lock_that_ends_is_free_on_everybody_s_Home()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("grace", "lock test-site 2 h demo");
        var (grace, ada) = (await slack.As("grace", "home"), await slack.As("ada", "home"));
        await grace.Sees("test-site is yours until");
        await ada.Sees("test-site is held by @Grace Hopper");
        await ada.Clicks("+1 day");
        await grace.Sees("test-site is free.");
        await ada.Sees("test-site is free.");
        await grace.Photographed("walk-ended");
    }

    [Fact]
    public async Task A_form_whose_resource_was_taken_meanwhile_says_who_has_it()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("hedy", "create staging");
        var ada = await slack.As("ada", "home");
        await ada.Clicks("Lock: staging");
        await ada.Field("Reason").FillAsync("my turn");
        await slack.Says("grace", "lock staging 3 h migration");
        await ada.Submits("Lock");
        await ada.Sees("staging is held by @Grace Hopper");
        await ada.Sees("Not locked.");
        await ada.Holds("Reason", "my turn");
        await ada.Photographed("walk-taken-meanwhile");
    }
}
