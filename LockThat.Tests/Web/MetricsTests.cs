using LockThat.Tests.Slack;

namespace LockThat.Tests.Web;

/// <summary>The figures that an operator can watch.</summary>
public sealed class MetricsTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_decision_is_counted_with_what_came_of_it()
    {
        await using var app = await RunningApp.Start(answer: null);
        using var meters = new Meters(app.Services);
        await Says(app, "lock test-site 2 h demo");
        await Says(app, "lock test-site 3 h");
        await Says(app, "unlock nothing");
        meters
            .Of("lockthat.decisions")
            .ShouldBe([
                (1, "operation=lock outcome=locked"),
                (1, "operation=lock outcome=renewed"),
                (1, "operation=unlock outcome=no_such_resource"),
            ]);
    }

    [Fact]
    public async Task Calls_to_slack_are_timed_with_what_slack_answered()
    {
        using var slack = new Wire(Wire.Says("""{"ok":false,"error":"invalid_blocks"}"""), Wire.Ok);
        await using var app = await RunningApp.Start(answer: null, slack);
        using var meters = new Meters(app.Services);
        await Says(app, "lock");
        await slack.Reached(2).WaitAsync(Generous, TimeProvider.System, Cancel);
        await Until(() => meters.Of("lockthat.slack.call.duration").Count == 2);
        meters
            .Of("lockthat.slack.call.duration")
            .Select(call => call.Tags)
            .ShouldBe(["method=views.open result=invalid_blocks", "method=response_url result=ok"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_end_is_measured_against_the_moment_it_was_due()
    {
        await using var app = await RunningApp.Start(answer: null);
        using var meters = new Meters(app.Services);
        await Says(app, "lock test-site 1 m");
        await app.Time.AdvanceUntil(
            Until(() => meters.Of("lockthat.expiry.lateness").Count > 0),
            TimeSpan.FromSeconds(1)
        );
        meters.Of("lockthat.expiry.lateness").ShouldHaveSingleItem().Value.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task What_waits_and_what_is_held_can_be_seen()
    {
        using var slack = new Wire(Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "3600")));
        await using var app = await RunningApp.Start(answer: null, slack);
        using var meters = new Meters(app.Services);
        await Says(app, "lock one 1 m");
        await Says(app, "lock two 3 h");
        await app.Time.AdvanceUntil(
            Until(() => meters.Of("lockthat.outbox.depth").Any(depth => depth.Value == 1)),
            TimeSpan.FromSeconds(5)
        );
        meters.Of("lockthat.resources")[^1].Value.ShouldBe(2);
        meters.Of("lockthat.locks.held")[^1].Value.ShouldBe(1);
        await app.Time.AdvanceUntil(
            Until(() => meters.Of("lockthat.outbox.age").Any(age => age.Value >= 30)),
            TimeSpan.FromSeconds(5)
        );
    }

    [Fact]
    public async Task A_delivered_message_is_measured_from_what_it_tells()
    {
        await using var app = await RunningApp.Start(answer: null);
        using var meters = new Meters(app.Services);
        await Says(app, "lock one 1 m");
        await app.Time.AdvanceUntil(
            Until(() => meters.Of("lockthat.outbox.delay").Count == 1),
            TimeSpan.FromSeconds(1)
        );
        meters.Of("lockthat.outbox.delay").ShouldHaveSingleItem().Tags.ShouldBe("result=delivered");
    }

    private static async Task Says(RunningApp app, string text) =>
        (await app.Post("/slack/command", Payloads.Command(text))).EnsureSuccessStatusCode();

    private static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Generous);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
