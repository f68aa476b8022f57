using System.Net.WebSockets;
using System.Text.Json;
using LockThat.App.Slack.Sockets;
using LockThat.App.Slack.WebApi;
using LockThat.Playground;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Playground.Sockets;

/// <summary>The Playground's end of Socket Mode, as Slack documents it.</summary>
public sealed class SocketTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xapp-else", "invalid_auth")]
    [InlineData(Addresses.BotToken, "not_allowed_token_type")]
    public async Task A_socket_is_for_the_apps_own_token(string? token, string error)
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        (await Should.ThrowAsync<InvalidOperationException>(() => SocketClient.Url(slack, token))).Message.ShouldBe(
            error
        );
    }

    [Fact]
    public async Task The_apps_own_token_is_for_nothing_else()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        (await slack.Calls("auth.test", token: Addresses.AppToken))
            .GetProperty("error")
            .GetString()
            .ShouldBe("not_allowed_token_type");
    }

    [Fact]
    public async Task A_ticket_opens_one_socket_once_and_each_is_greeted()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        var url = await SocketClient.Url(slack);
        using var first = await SocketClient.Connect(url);
        var hello = await first.Hears();
        (
            hello.GetProperty("num_connections").GetInt32(),
            hello.GetProperty("connection_info").GetProperty("app_id").GetString()
        ).ShouldBe((1, Team.AppId));
        await Should.ThrowAsync<WebSocketException>(() => SocketClient.Connect(url));
        using var second = await SocketClient.Connect(await SocketClient.Url(slack));
        (await second.Hears()).GetProperty("num_connections").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_command_comes_as_an_envelope_and_its_answer_is_shown()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        var grace = slack.As("grace");
        var types = grace.Types("/lockthat lock test-site");
        var envelope = await app.Hears();
        (
            envelope.GetProperty("type").GetString(),
            envelope.GetProperty("accepts_response_payload").GetBoolean()
        ).ShouldBe(("slash_commands", true));
        var payload = envelope.GetProperty("payload");
        (
            payload.GetProperty("command").GetString(),
            payload.GetProperty("text").GetString(),
            payload.GetProperty("is_enterprise_install").GetString()
        ).ShouldBe(("/lockthat", "lock test-site", "false"));
        await app.Acks(envelope, """{"text":"locked"}""");
        (await types).ShouldBeTrue();
        grace.Sees.ShouldBe("LockThat (Only visible to you):\nlocked");
        slack.App.Received.ShouldBeEmpty("nothing goes by HTTP");
    }

    [Fact]
    public async Task Without_a_socket_it_fails_and_without_an_answer_too()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        var grace = slack.As("grace");
        (await grace.Types("/lockthat list")).ShouldBeFalse();
        grace.Sees.ShouldContain("dispatch_failed");
        using var app = await SocketClient.Open(slack);
        var types = grace.Types("/lockthat list");
        await app.Hears();
        slack.Time.Advance(TimeSpan.FromSeconds(3));
        (await types).ShouldBeFalse();
        grace.Sees.ShouldContain("operation_timeout");
    }

    [Fact]
    public async Task An_answer_that_breaks_the_rules_is_a_failure_as_over_HTTP()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        var types = slack.As("grace").Types("/lockthat list");
        await app.Acks(await app.Hears(), """{"blocks":[{"type":"section"}]}""");
        (await types).ShouldBeFalse();
        slack.Workspace.Journal.Deliveries.ShouldHaveSingleItem().Failure.ShouldBe("invalid_blocks");
    }

    [Fact]
    public async Task A_payload_that_is_not_wanted_is_held_against_the_app()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        var opens = slack.As("grace").UsesShortcut("Lock a resource");
        var envelope = await app.Hears();
        (
            envelope.GetProperty("type").GetString(),
            envelope.GetProperty("accepts_response_payload").GetBoolean()
        ).ShouldBe(("interactive", false));
        await app.Acks(envelope, """{"text":"hi"}""");
        await opens;
        slack.Workspace.Journal.AppErrors.ShouldHaveSingleItem().ShouldContain("accepts no response payload");
    }

    [Fact]
    public async Task An_event_that_nobody_acknowledges_is_tried_again_and_says_so()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        var opens = slack.As("grace").OpensHome();
        var first = await app.Hears();
        (first.GetProperty("type").GetString(), Attempt(first)).ShouldBe(("events_api", (0, "")));
        slack.Time.Advance(TimeSpan.FromSeconds(3));
        await opens;
        var again = await app.Hears();
        Attempt(again).ShouldBe((1, "timeout"));
        again
            .GetProperty("payload")
            .GetProperty("event_id")
            .GetString()
            .ShouldBe(first.GetProperty("payload").GetProperty("event_id").GetString());

        static (int, string?) Attempt(JsonElement envelope) =>
            (envelope.GetProperty("retry_attempt").GetInt32(), envelope.GetProperty("retry_reason").GetString());
    }

    [Fact]
    public async Task The_sockets_take_turns_and_the_same_envelope_comes_again_on_the_other()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var one = await SocketClient.Open(slack);
        using var other = await SocketClient.Open(slack);
        slack.Faults.DuplicatesNextDelivery();
        var types = slack.As("grace").Types("/lockthat list");
        Task<JsonElement>[] hears = [one.Hears(), other.Hears()];
        var first = Array.IndexOf(hears, await Task.WhenAny(hears));
        await (first == 0 ? one : other).Acks(await hears[first]);
        (await hears[1 - first]).GetRawText().ShouldBe((await hears[first]).GetRawText());
        await (first == 0 ? other : one).Acks(await hears[1 - first]);
        (await types).ShouldBeTrue();
        slack.Workspace.Journal.AppErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_eleventh_socket_is_refused()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        var ten = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SocketClient.Open(slack)));
        using var eleventh = await SocketClient.Connect(await SocketClient.Url(slack));
        (await eleventh.Hears()).GetProperty("reason").GetString().ShouldBe("too_many_websockets");
        (await eleventh.Hears()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        foreach (var open in ten)
            open.Dispose();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"envelope_id\":7}")]
    [InlineData("{\"envelope_id\":\"never-sent\"}")]
    public async Task What_is_no_acknowledgement_is_held_against_the_app(string text)
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        await app.Says(text);
        await slack.Workspace.WaitUntil(() => slack.Workspace.Journal.AppErrors.Length == 1, Ct);
        slack.Workspace.Journal.Calls[^1].Request.ShouldBe(text);
    }

    [Fact]
    public async Task An_envelope_is_acknowledged_once()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        var types = slack.As("grace").Types("/lockthat list");
        var envelope = await app.Hears();
        await app.Acks(envelope);
        await types;
        await app.Acks(envelope);
        await slack.Workspace.WaitUntil(() => slack.Workspace.Journal.AppErrors.Length == 1, Ct);
    }

    [Fact]
    public async Task A_socket_that_is_to_be_left_is_closed_after_ten_seconds()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        await slack.Sockets.Open[0].Disconnects("refresh_requested");
        (await app.Hears()).GetProperty("reason").GetString().ShouldBe("refresh_requested");
        var types = slack.As("grace").Types("/lockthat list");
        await app.Acks(await app.Hears());
        (await types).ShouldBeTrue();
        slack.Time.Advance(TimeSpan.FromSeconds(10));
        (await app.Hears()).ValueKind.ShouldBe(JsonValueKind.Undefined);
        app.Closed.ShouldBe(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_socket_pings_every_ten_seconds()
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        var ear = new HeardStream.Ear();
        using var transport = SlackHttp.Socket(connection => new HeardStream(connection, ear));
        using var app = await SocketClient.Connect(await SocketClient.Url(slack), transport);
        await app.Hears();
        ear.WasHeard();
        var hears = app.Hears();
        slack.Time.Advance(TimeSpan.FromSeconds(10));
        await Until(ear.WasHeard);
        hears.IsCompleted.ShouldBeFalse("a ping is no message");
        await slack.Sockets.Open[0].Disconnects("warning");
        await hears;
    }

    [Theory]
    [InlineData(SocketCut.MidFrame, false)]
    [InlineData(SocketCut.BeforeAck, false)]
    [InlineData(SocketCut.AfterAck, true)]
    public async Task A_socket_can_be_cut_at_any_moment(SocketCut when, bool isTaken)
    {
        await using var slack = await RunningWorkspace.Open(Entrance.SocketMode);
        using var app = await SocketClient.Open(slack);
        slack.Faults.CutsNextSocket(when);
        var types = slack.As("grace").Types("/lockthat list");
        if (isTaken)
            await app.Acks(await app.Hears());
        (await types).ShouldBe(isTaken);
        await Should.ThrowAsync<WebSocketException>(async () =>
        {
            while (true)
                await app.Hears();
        });
    }

    [Fact]
    public async Task Where_everything_goes_by_HTTP_Socket_Mode_is_off()
    {
        await using var slack = await RunningWorkspace.Open();
        using var app = await SocketClient.Connect(await SocketClient.Url(slack));
        (await app.Hears()).GetProperty("reason").GetString().ShouldBe("link_disabled");
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            Ct.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
