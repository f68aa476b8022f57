namespace LockThat.Tests.Playground.Interactivity;

public sealed class EventTests
{
    [Fact]
    public async Task Opening_Home_tells_the_app_without_a_view_the_first_time()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").OpensHome();
        var sent = slack.App.Last;
        (sent.Path, sent.Headers["Content-Type"]).ShouldBe(("/slack/event", "application/json"));
        sent.Event.GetProperty("type").GetString().ShouldBe("event_callback");
        sent.Event.GetProperty("authorizations").GetArrayLength().ShouldBe(1);
        var opened = sent.Event.GetProperty("event");
        (
            opened.GetProperty("type").GetString(),
            opened.GetProperty("user").GetString(),
            opened.GetProperty("tab").GetString(),
            opened.GetProperty("channel").GetString()
        ).ShouldBe(("app_home_opened", "U0GRACE01", "home", "D0GRACE01"));
        opened.TryGetProperty("view", out var _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_published_Home_comes_with_the_event()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.Calls(
            "views.publish",
            $$$"""{"user_id":"U0GRACE01","view":{{{Sample.Home(Sample.Section("Hello"))}}}}"""
        );
        var grace = slack.As("grace");
        await grace.OpensHome();
        slack
            .App.Last.Event.GetProperty("event")
            .GetProperty("view")
            .GetProperty("hash")
            .GetString()
            .ShouldBe(slack.Workspace.Home("U0GRACE01")?.Hash);
        grace.Sees.ShouldBe("Hello");
    }

    [Fact]
    public async Task The_Messages_tab_is_told_as_such()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Opens("LockThat");
        slack.App.Last.Event.GetProperty("event").GetProperty("tab").GetString().ShouldBe("messages");
    }

    [Fact]
    public async Task A_failed_event_is_tried_again_at_once_after_one_minute_and_after_five()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers("", status: 500);
        await slack.As("grace").OpensHome();
        await slack.Delivered(2);
        slack.Time.Advance(TimeSpan.FromMinutes(1));
        await slack.Delivered(3);
        slack.Time.Advance(TimeSpan.FromMinutes(5));
        await slack.Delivered(4);
        slack
            .App.Received.Select(sent => sent.Headers.GetValueOrDefault("X-Slack-Retry-Num"))
            .ShouldBe([null, "1", "2", "3"]);
        slack.App.Received[1].Headers["X-Slack-Retry-Reason"].ShouldBe("http_error");
        slack.App.Received.Select(sent => sent.Body).Distinct().ShouldHaveSingleItem();
    }
}
