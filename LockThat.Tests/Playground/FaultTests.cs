using System.Net;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Playground;

public sealed class FaultTests
{
    private const string Hello = """{"channel":"C0GENERAL","text":"hello"}""";

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back_and_hits_once()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.Faults.Next(new Fault.RateLimited(7), "chat.postMessage");
        (await slack.Calls("auth.test")).GetProperty("ok").GetBoolean().ShouldBeTrue();
        using var response = await slack.Raw("chat.postMessage", Json(Hello), "xoxb-playground");
        (response.StatusCode, response.Headers.RetryAfter?.Delta).ShouldBe(
            (HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7))
        );
        (await slack.Calls("chat.postMessage", Hello)).GetProperty("ok").GetBoolean().ShouldBeTrue();
        slack.Workspace.Messages(Team.General, "U0ADA0001").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_is_a_page_of_HTML()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.Faults.Next(new Fault.ServerError());
        using var response = await slack.Raw("chat.postMessage", Json(Hello), "xoxb-playground");
        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe(
            (HttpStatusCode.InternalServerError, "text/html")
        );
        slack.Workspace.Messages(Team.General, "U0ADA0001").ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_error_can_be_asked_for()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.Faults.Next(new Fault.Refused("account_inactive"));
        (await slack.Calls("chat.postMessage", Hello)).GetProperty("error").GetString().ShouldBe("account_inactive");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_connection_may_be_cut_before_the_effect_or_after_it(bool afterEffect, int messages)
    {
        await using var slack = await RunningWorkspace.Open();
        slack.Faults.Next(new Fault.Dropped(afterEffect));
        await Should.ThrowAsync<HttpRequestException>(() => slack.Calls("chat.postMessage", Hello));
        slack.Workspace.Messages(Team.General, "U0ADA0001").Length.ShouldBe(messages);
        slack.Workspace.Journal.Calls.ShouldHaveSingleItem().Method.ShouldBe("chat.postMessage");
    }

    [Fact]
    public async Task A_slow_answer_comes_when_the_clock_has_moved()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.Faults.Next(new Fault.Slow(TimeSpan.FromSeconds(5)));
        var call = slack.Calls("chat.postMessage", Hello);
        await slack.Workspace.WaitUntil(
            () => slack.Workspace.Journal.Calls.Length == 1,
            TestContext.Current.CancellationToken
        );
        call.IsCompleted.ShouldBeFalse();
        slack.Time.Advance(TimeSpan.FromSeconds(5));
        (await call).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_response_url_can_fail_too()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("/lockthat list");
        slack.Faults.Next(new Fault.ServerError(), Faults.ResponseUrl);
        (await slack.Responds(slack.App.Last.Fields["response_url"], """{"text":"x"}""")).Status.ShouldBe(500);
        slack.As("grace").Sees.ShouldBeEmpty();
    }
}
