using System.Text.Json;
using LockThat.Tests.Playground;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

public sealed class ViewTests(Chromium chromium)
{
    private const string Grace = "U0GRACE01";

    [Fact]
    public async Task A_modal_takes_the_focus_keeps_it_and_gives_it_back()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Composer.FocusAsync();
        slack.Views.Open(Grace, Samples.Form);
        await grace.Sees("For how long");
        await grace.Until("document.activeElement.matches('dialog select')");
        await grace.Presses("Escape");
        await grace.NoLongerSees("For how long");
        await grace.Until("document.activeElement.id === 'composer'");
    }

    [Fact]
    public async Task A_missing_value_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        slack.Views.Open(Grace, Samples.Form);
        await grace.Field("Reason").FillAsync("a demo");
        await grace.Clicks("Lock");
        await grace.Until("document.activeElement.ariaInvalid === 'true'");
        await grace.Holds("Reason", "a demo");
        await grace.Field("Resource").SelectOptionAsync("test-site");
        await grace.Clicks("Lock");
        await grace.NoLongerSees("For how long");
        Submitted(slack, "why").GetProperty("value").GetString().ShouldBe("a demo");
        Submitted(slack, "resource").GetProperty("selected_option").GetProperty("value").GetString().ShouldBe("t");
    }

    [Fact]
    public async Task A_date_and_time_are_meant_in_the_reader_s_zone()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        slack.Views.Open(Grace, Samples.Form);
        await grace.Holds("Until", "2026-11-23T00:00");
        await grace.Field("Until").FillAsync("2026-11-24T09:30");
        await grace.Field("Resource").SelectOptionAsync("staging");
        await grace.Clicks("Lock");
        await grace.NoLongerSees("For how long");
        Submitted(slack, "until")
            .GetProperty("selected_date_time")
            .GetInt64()
            .ShouldBe(new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task An_error_of_the_app_stands_at_the_field_that_it_names()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.App.Answers("""{"response_action":"errors","errors":{"why":"Be shorter."}}""");
        var grace = await slack.As("grace");
        slack.Views.Open(Grace, Samples.Form);
        await grace.Field("Resource").SelectOptionAsync("staging");
        await grace.Clicks("Lock");
        await grace.Sees("Be shorter.");
        await grace.Until(
            "document.activeElement.ariaInvalid === 'true' && document.activeElement.labels[0].textContent === 'Reason'"
        );
    }

    [Fact]
    public async Task A_select_that_asks_the_app_searches_as_one_types()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.App.Answer = (request, _) =>
            Task.FromResult(
                request.Path == "/slack/options" ? Offering(request.Payload.GetProperty("value").GetString()) : new()
            );
        var grace = await slack.As("grace");
        slack.Views.Open(Grace, Samples.Searching);
        await grace.Field("Resource").PressSequentiallyAsync("pro");
        await grace.Page.GetByRole(AriaRole.Option, new() { Name = "pro-site" }).WaitForAsync();
        await grace.Presses("ArrowDown", "Enter");
        await grace.Until("document.querySelector('dialog input').value === 'pro-site'");
        await grace.Clicks("Go");
        await grace.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Submitted(slack, "r").GetProperty("selected_option").GetProperty("value").GetString().ShouldBe("pro");
    }

    [Fact]
    public async Task A_dangerous_button_asks_first()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.Says(Samples.Refused);
        var grace = await slack.As("grace");
        await grace.Clicks("Override");
        await grace.Sees("Grace Hopper will be told.");
        await grace.Clicks("Cancel");
        await grace.NoLongerSees("Grace Hopper will be told.");
        slack.App.Received.ShouldBeEmpty();
        await grace.Clicks("Override");
        await grace.Dialog.GetByRole(AriaRole.Button, new() { Name = "Override" }).ClickAsync();
        await slack.UntilApp(got => got.Path == "/slack/action");
    }

    [Fact]
    public async Task Home_is_drawn_when_it_is_published_and_its_menu_works_by_keys()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace", "home");
        await grace.Sees("is preparing your Home");
        slack.Views.Publish(Grace, Samples.Home, null);
        await grace.Sees("meeting-room-4");
        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "More actions" }).PressAsync("Enter");
        await grace.Until("document.activeElement.role === 'menuitem'");
        await grace.Presses("Enter");
        await grace.NoLongerSees("Delete");
        await slack.UntilApp(got => got.Path == "/slack/action");
        slack
            .App.Last.Payload.GetProperty("actions")[0]
            .GetProperty("selected_option")
            .GetProperty("value")
            .GetString()
            .ShouldBe("d");
    }

    [Fact]
    public async Task A_filter_on_Home_tells_the_app_when_Enter_is_pressed()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.Views.Publish(Grace, Samples.Home, null);
        var grace = await slack.As("grace", "home");
        await grace.Field("Filter").PressSequentiallyAsync("sta");
        await grace.Presses("Enter");
        await slack.UntilApp(got => got.Path == "/slack/action");
        slack.App.Last.Payload.GetProperty("actions")[0].GetProperty("value").GetString().ShouldBe("sta");
        await grace.Holds("Filter", "sta");
    }

    [Fact]
    public async Task A_view_on_a_view_gives_way_to_the_one_below()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        slack.Views.Open(Grace, Samples.Form);
        await grace.Field("Reason").FillAsync("kept");
        slack.Views.Push(Grace, Samples.Searching);
        await grace.Sees("Find");
        await grace.Until("document.activeElement.matches('dialog input[role=combobox]')");
        await grace.Clicks("Close");
        await grace.Sees("For how long");
        await grace.Holds("Reason", "kept");
        await grace.Clicks("Close all");
        await grace.NoLongerSees("For how long");
    }

    private static Reply Offering(string? name) =>
        new($$"""{"options":[{"text":{"type":"plain_text","text":"{{name}}-site"},"value":"{{name}}"}]}""");

    private static JsonElement Submitted(BrowserWorkspace slack, string blockId) =>
        slack
            .App.Last.Payload.GetProperty("view")
            .GetProperty("state")
            .GetProperty("values")
            .GetProperty(blockId)
            .GetProperty("v");
}
