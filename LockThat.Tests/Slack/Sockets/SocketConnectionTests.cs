using System.Net.WebSockets;
using LockThat.App.Entrances;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.Sockets;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Slack.Sockets;

/// <summary>Two sockets at all times, whatever becomes of one.</summary>
public sealed class SocketConnectionTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Errors =>
        ["not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled", "link_disabled"];

    [Fact]
    public async Task Two_are_opened_each_at_an_address_of_its_own()
    {
        await using var slack = await SocketApp.Start();
        await slack.Both();
        slack
            .Wire.Sent.Select(sent => (sent.Method, sent.Url?.AbsoluteUri, sent.Authorization))
            .ShouldBe(
                Enumerable.Repeat<(HttpMethod, string?, string?)>(
                    (HttpMethod.Post, "https://slack.example/api/apps.connections.open", "Bearer xapp-1"),
                    2
                )
            );
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("some_day_another")]
    public async Task One_that_is_recycled_has_a_successor_before_it_goes(string reason)
    {
        await using var slack = await SocketApp.Start(Quick);
        var (one, _) = await slack.Both();
        await one.Says(Envelopes.Disconnect(reason));
        var successor = await slack.Next(Moment);
        await one.Says(Envelopes.Command("e1", "list"));
        (await one.Hears()).ShouldContain("quick");
        await one.Closes();
        await successor.Says(Envelopes.Command("e2", "list"));
        (await successor.Hears()).ShouldContain("quick");
    }

    [Fact]
    public async Task One_that_Slack_forgets_to_close_is_closed()
    {
        await using var slack = await SocketApp.Start();
        var (one, _) = await slack.Both();
        await one.Says(Envelopes.Disconnect("refresh_requested"));
        await slack.App.Time.AdvanceUntil(one.Closed, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_breaks_or_is_closed_is_replaced_at_once(bool breaks)
    {
        await using var slack = await SocketApp.Start();
        var (one, other) = await slack.Both();
        if (breaks)
            one.Cuts();
        else
            await one.Closes();
        await slack.Next(Moment);
        other.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Silent_ones_are_given_up()
    {
        await using var slack = await SocketApp.Start();
        var (one, other) = await slack.Both();
        await slack.Next(TimeSpan.FromSeconds(10));
        await slack.Next(TimeSpan.FromSeconds(1));
        await Task.WhenAll(one.Closed, other.Closed);
        slack
            .Log.Lines.Count(line => line.Contains("silent", StringComparison.Ordinal))
            .ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task One_that_is_never_greeted_is_given_up()
    {
        await using var slack = await SocketApp.Start();
        var silent = await slack.Sockets.Silent();
        await slack.Sockets.Next();
        await slack.App.Time.AdvanceUntil(silent.Closed, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task What_only_an_operator_mends_is_said_once_and_tried_again_every_five_minutes(string error)
    {
        var refusal = Wire.Says($$"""{"ok":false,"error":"{{error}}"}""");
        await using var slack = await SocketApp.Start(null, refusal, refusal, refusal);
        (await slack.Calls(2, TimeSpan.FromSeconds(20))).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
        (await slack.Calls(3, TimeSpan.FromSeconds(20))).ShouldBeGreaterThan(TimeSpan.FromMinutes(4));
        await slack.Next(TimeSpan.FromSeconds(20));
        slack
            .Log.Lines.Where(line => line.Contains("operator", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldContain(error);
    }

    [Fact]
    public async Task When_Socket_Mode_is_turned_off_it_is_said_once_and_tried_again_every_five_minutes()
    {
        await using var slack = await SocketApp.Start();
        var (one, other) = await slack.Both();
        foreach (var peer in (SocketServer.Peer[])[one, other])
        {
            await peer.Says(Envelopes.Disconnect("link_disabled"));
            await peer.Closes();
        }

        (await slack.Calls(3, TimeSpan.FromSeconds(20))).ShouldBeGreaterThan(TimeSpan.FromMinutes(4));
        slack
            .Log.Lines.Where(line => line.Contains("operator", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldContain("link_disabled");
        await slack.Next(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_rate_limit_is_kept_by_both()
    {
        await using var slack = await SocketApp.Start(
            null,
            Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "120"))
        );
        (await slack.Calls(2, TimeSpan.FromSeconds(5))).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task Too_many_sockets_are_no_reason_to_hurry()
    {
        await using var slack = await SocketApp.Start();
        var (one, _) = await slack.Both();
        await one.Says(Envelopes.Disconnect("too_many_websockets"));
        await one.Closes();
        (await slack.Calls(3, TimeSpan.FromSeconds(0.5))).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_Slack_that_greets_and_drops_is_tried_less_and_less_often()
    {
        await using var slack = await SocketApp.Start();
        var (one, other) = await slack.Both();
        var start = slack.App.Time.GetUtcNow();
        one.Cuts();
        other.Cuts();
        for (var again = 0; again < 12; again++)
            (await slack.Next(TimeSpan.FromSeconds(0.5))).Cuts();
        (slack.App.Time.GetUtcNow() - start).ShouldBeGreaterThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("{\"ok\":true,\"url\":\"ws://slack.example/link\"}")]
    [InlineData("{\"ok\":true,\"url\":\"https://slack.example/link\"}")]
    [InlineData("{\"ok\":true,\"url\":\"nonsense\"}")]
    [InlineData("{\"ok\":true}")]
    [InlineData("{\"ok\":false,\"error\":\"internal_error\"}")]
    [InlineData("{\"ok\":false,\"error\":\"missing_args\"}")]
    [InlineData("{\"ok\":true,\"url\":\"ws://127.0.0.1:1/link\"}")]
    [InlineData("<html>")]
    public async Task What_is_no_safe_address_of_a_socket_is_waited_out(string answer)
    {
        await using var slack = await SocketApp.Start(null, Wire.Says(answer), Wire.Says(answer));
        (await slack.Calls(3, TimeSpan.FromSeconds(0.5))).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3.75));
        await slack.Next(Moment);
    }

    [Theory]
    [InlineData(1, 3.75, 5)]
    [InlineData(4, 15, 20)]
    [InlineData(12, 45, 60)]
    [InlineData(1000, 45, 60)]
    public void The_more_failures_the_longer_the_wait_but_never_over_a_minute(
        int failures,
        double least,
        double most
    ) =>
        Enumerable
            .Range(0, 100)
            .ShouldAllBe(_ =>
                SocketConnection.PauseAfter(failures).TotalSeconds >= least
                && SocketConnection.PauseAfter(failures).TotalSeconds <= most
            );

    [Fact]
    public async Task A_shutdown_lets_what_is_under_way_be_acknowledged_and_closes()
    {
        var work = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start(
            (_, _) =>
            {
                asked.SetResult();
                return work.Task;
            }
        );
        var (one, other) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        await asked.Task;
        var stop = slack.App.Stop();
        (await other.Closed).ShouldBe(WebSocketCloseStatus.NormalClosure);
        one.IsOpen.ShouldBeTrue();
        work.SetResult(new(new Ack.OfMessage(new Message("Locked"))));
        (await one.Hears()).ShouldContain("Locked");
        (await one.Closed).ShouldBe(WebSocketCloseStatus.NormalClosure);
        await stop.WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_comes_while_a_shutdown_waits_is_answered_too()
    {
        var work = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start(
            (request, cancellationToken) =>
                request is SlackRequest.SlashCommand { Text: "list" } ? Quick(request, cancellationToken) : work.Task
        );
        var (one, other) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        await one.Says(Envelopes.Command("e2", "list"));
        (await one.Hears()).ShouldContain("e2");
        var stop = slack.App.Stop();
        await other.Closed;
        await one.Says(Envelopes.Command("e3", "list"));
        (await one.Hears()).ShouldContain("e3");
        work.SetResult(new(new Ack.OfMessage(new Message("Locked"))));
        (await one.Hears()).ShouldContain("Locked");
        await stop.WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Neither_token_nor_address_is_logged()
    {
        await using var slack = await SocketApp.Start();
        var (one, _) = await slack.Both();
        await one.Says("nonsense");
        one.Cuts();
        await slack.Next(Moment);
        slack.Log.Lines.ShouldAllBe(line =>
            !line.Contains("xapp-", StringComparison.Ordinal) && !line.Contains("ticket", StringComparison.Ordinal)
        );
    }

    private static Task<SlackResponse> Quick(SlackRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SlackResponse(new Ack.OfMessage(new Message("quick"))));
}
