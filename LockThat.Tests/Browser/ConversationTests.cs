using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Browser;

public sealed class ConversationTests(Chromium chromium)
{
    [Fact]
    public async Task A_typed_command_is_answered_for_the_eyes_of_who_typed_it()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.App.Answers("""{"text":"You locked `test-site`."}""");
        var (grace, ada) = (await slack.As("grace"), await slack.As("ada"));
        await grace.Types("/lockthat lock test-site 2 h demo");
        await grace.Sees("Only visible to you");
        await grace.Sees("You locked test-site.");
        slack.App.Last.Fields["text"].ShouldBe("lock test-site 2 h demo");
        await grace.Types("hello all");
        await ada.Sees("hello all");
        await ada.DoesNotSee("You locked");
    }

    [Fact]
    public async Task A_sample_runs_by_one_click()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.App.Answers("Nothing yet.", "text/plain");
        var grace = await slack.As("grace");
        await grace.Clicks("/lockthat list");
        await grace.Sees("Nothing yet.");
        slack.App.Last.Fields["text"].ShouldBe("list");
    }

    [Fact]
    public async Task A_press_on_a_button_reaches_the_app_and_the_message_changes_in_place()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var message = slack.Says(Samples.Locked);
        var grace = await slack.As("grace");
        await grace.Clicks("Unlock");
        await slack.UntilApp(got => got.Path == "/slack/action");
        slack.App.Last.Payload.GetProperty("actions")[0].GetProperty("action_id").GetString().ShouldBe("unlock");
        slack.Posts.Rewrite(message, System.Text.Json.JsonElement.Parse("""{"text":"You unlocked it."}"""));
        await grace.Sees("You unlocked it.");
        await grace.DoesNotSee("You locked");
    }

    [Fact]
    public async Task What_others_say_appears_and_typed_text_stays()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var (grace, ada) = (await slack.As("grace"), await slack.As("ada"));
        await grace.Composer.FillAsync("half a thou");
        await ada.Types("I am *in Vienna* :wave:");
        await grace.Sees("in Vienna");
        (await grace.Composer.InputValueAsync()).ShouldBe("half a thou");
        await grace.Composer.PressSequentiallyAsync("ght");
        (await grace.Composer.InputValueAsync()).ShouldBe("half a thought");
    }

    [Fact]
    public async Task A_failure_of_the_app_is_told_and_the_command_stays_to_be_sent_again()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.App.Answers("", status: 500);
        var grace = await slack.As("grace");
        await grace.Types("/lockthat list");
        await grace.Sees("/lockthat failed with the error");
        await grace.Until("document.querySelector('#composer').value === '/lockthat list'");
    }

    [Fact]
    public async Task A_direct_message_is_counted_until_it_is_opened()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        slack.Says(Samples.Locked, BrowserWorkspace.DirectMessages("U0GRACE01"));
        await grace.Sees("1 unread");
        await grace.Until("document.title.startsWith('(1)')");
        await grace.Opens("LockThat");
        await grace.Sees("You locked");
        await grace.Sees("New");
        await grace.NoLongerSees("1 unread");
    }

    [Fact]
    public async Task Times_are_the_reader_s_own()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        slack.Says(Samples.Locked);
        var vienna = await slack.As("hedy");
        var kolkata = await slack.As(
            "bose",
            window: options => (options.TimezoneId, options.Locale) = ("Asia/Kolkata", "en-GB")
        );
        await vienna.Sees("tomorrow at 12:00 AM");
        await kolkata.Sees("tomorrow at 04:30");
    }

    [Fact]
    public async Task The_newest_message_is_in_sight()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        for (var number = 1; number <= 40; number++)
            slack.Says(System.Text.Json.JsonElement.Parse($$"""{"text":"message {{number}}"}"""));
        var grace = await slack.As("grace");
        await grace.Sees("message 40");
        slack.Says(Samples.Refused);
        await grace.Until(
            """(() => { const b = [...document.querySelectorAll('button')].find(b => b.textContent === 'Override')?.getBoundingClientRect(); return b && b.bottom < innerHeight - 60; })()"""
        );
    }

    [Fact]
    public async Task Somebody_else_is_one_click_away_and_in_the_address()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As("grace");
        await grace.Follows("Ada Lovelace");
        await grace.Until("document.querySelector('.people [aria-current]').textContent.includes('Ada')");
        await grace.Page.WaitForURLAsync(url => url.Contains("as=ada", StringComparison.Ordinal));
        await grace.Types("Ada was here");
        await grace.Sees("Ada was here");
        slack.Workspace.Messages(Team.General, "U0GRACE01").ShouldHaveSingleItem().AuthorId.ShouldBe("U0ADA0001");
    }

    [Fact]
    public async Task On_a_phone_the_conversations_are_in_a_drawer()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var grace = await slack.As(
            "grace",
            window: options => options.ViewportSize = new() { Width = 390, Height = 844 }
        );
        await grace.DoesNotSee("releases");
        await grace.Clicks("Conversations");
        await grace.Sees("releases");
        await grace.Photographed("drawer-light-390");
        await grace.Opens("releases");
        await grace.Sees("Welcome to #releases");
        await grace.NoLongerSees("an emulated Slack workspace");
    }

    [Fact]
    public async Task The_clock_moves_ahead_for_everybody()
    {
        await using var slack = await BrowserWorkspace.Open(chromium);
        var (grace, ada) = (await slack.As("grace"), await slack.As("ada"));
        await grace.Sees("7:00 PM");
        await grace.Clicks("+1 h");
        await grace.Clicks("+15 min");
        await grace.Sees("8:15 PM");
        await ada.Sees("8:15 PM");
        slack.Workspace.Time.GetUtcNow().ShouldBe(BrowserWorkspace.Start.AddMinutes(75));
    }
}
