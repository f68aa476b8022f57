using LockThat.App.Identifiers;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack.WebApi;

public sealed class RateLimitTests
{
    private static readonly Workspace Other = new(new TeamId("T0OTHER"));

    private readonly FakeTimeProvider _time = new(Payloads.Now);

    [Fact]
    public async Task A_short_limit_is_waited_out()
    {
        var wire = new Wire(Limited("3"), Wire.Ok);
        var call = Post(Clients.Over(wire, _time), Payloads.Acme, TimeSpan.FromSeconds(30));
        await _time.AdvanceUntil(call, TimeSpan.FromSeconds(1));
        (await call).ShouldBeOfType<SlackReply.Ok>();
        _time.GetUtcNow().ShouldBeInRange(Payloads.Now.AddSeconds(3), Payloads.Now.AddSeconds(4));
    }

    [Fact]
    public async Task A_limit_longer_than_the_callers_patience_is_answered_at_once()
    {
        var wire = new Wire(Limited("60"), Wire.Ok);
        (await Post(Clients.Over(wire, _time), Payloads.Acme, TimeSpan.FromSeconds(30))).ShouldBe(
            new SlackReply.RateLimited(TimeSpan.FromSeconds(60))
        );
    }

    [Fact]
    public async Task While_a_method_is_closed_for_a_workspace_it_is_not_called_there()
    {
        var wire = new Wire(Limited("60"), Wire.Ok);
        var client = Clients.Over(wire, _time);
        await Post(client, Payloads.Acme, TimeSpan.Zero);
        _time.Advance(TimeSpan.FromSeconds(20));
        (await Post(client, Payloads.Acme, TimeSpan.Zero)).ShouldBe(
            new SlackReply.RateLimited(TimeSpan.FromSeconds(40))
        );
        wire.Sent.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(40));
        (await Post(client, Payloads.Acme, TimeSpan.FromSeconds(1))).ShouldBeOfType<SlackReply.Ok>();
    }

    [Fact]
    public async Task Other_workspaces_and_methods_stay_open()
    {
        var client = Clients.Over(new Wire(Limited("60"), Wire.Ok), _time);
        await Post(client, Payloads.Acme, TimeSpan.Zero);
        (await Post(client, Other, TimeSpan.FromSeconds(1))).ShouldBeOfType<SlackReply.Ok>();
        (
            await client.UserInfo(
                Payloads.Acme,
                Payloads.Alice,
                TimeSpan.FromSeconds(1),
                TestContext.Current.CancellationToken
            )
        ).ShouldBeOfType<SlackReply.Ok>();
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("soon", 1)]
    [InlineData("999999999", 3600)]
    [InlineData("Tue, 14 Nov 2023 22:13:50 GMT", 30)]
    public async Task However_Slack_says_how_long_it_is_between_a_second_and_an_hour(string header, int seconds) =>
        (await Post(Clients.Over(new Wire(Limited(header)), _time), Payloads.Acme, TimeSpan.Zero)).ShouldBe(
            new SlackReply.RateLimited(TimeSpan.FromSeconds(seconds))
        );

    [Fact]
    public async Task A_limit_told_in_the_body_counts_as_well() =>
        (
            await Post(
                Clients.Over(new Wire(Wire.Says("""{"ok":false,"error":"rate_limited"}""")), _time),
                Payloads.Acme,
                TimeSpan.Zero
            )
        ).ShouldBe(new SlackReply.RateLimited(TimeSpan.FromSeconds(1)));

    private static Func<CancellationToken, Task<HttpResponseMessage>> Limited(string retryAfter) =>
        Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", retryAfter));

    private static Task<SlackReply> Post(SlackClient client, Workspace workspace, TimeSpan patience) =>
        client.PostMessage(workspace, "U0ALICE01", new Message("hi"), patience, TestContext.Current.CancellationToken);
}
