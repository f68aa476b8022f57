using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Delivery;

/// <summary>Messages that had to wait.</summary>
public sealed partial class OutboxTests
{
    private static readonly Func<CancellationToken, Task<HttpResponseMessage>> NotNow = Wire.Says(
        """{"ok":false,"error":"ratelimited"}""",
        429,
        ("Retry-After", "7")
    );

    [Fact]
    public async Task A_watcher_is_not_told_of_a_chance_that_has_passed_and_is_told_of_the_next()
    {
        var wire = new Wire(NotNow, Wire.Ok);
        await BobGivesUpWhatAdaWaitsFor();
        await Start(wire);
        await wire.Reached(1);
        await Lock(Some.Cleo, "faster");
        await Watched();
        wire.Sent.Count.ShouldBe(1);
        await _locks.Execute(
            Some.Cleo.Asks("done"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
        await Sent(wire, 2);
        Texts(wire)[1].ShouldContain("is free now: the lock of <@U0CLEO>");
        await Pending(0);
    }

    [Fact]
    public async Task A_watcher_who_has_it_by_then_is_told_nothing()
    {
        var wire = new Wire(NotNow, Wire.Ok);
        await BobGivesUpWhatAdaWaitsFor();
        await Start(wire);
        await wire.Reached(1);
        await Lock(Some.Ada, "mine");
        await Settled();
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reminder_that_had_to_wait_is_not_sent_after_the_lock_was_extended()
    {
        var wire = new Wire(NotNow, Wire.Ok);
        await Lock(Some.Ada, "lock");
        _time.Advance(TimeSpan.FromMinutes(50));
        await _locks.ProcessAllDue(Cancel);
        await Start(wire);
        await wire.Reached(1);
        await _locks.Execute(
            Some.Ada.Asks("more"),
            new Extend(Some.TestSite, TimeSpan.FromHours(1), Expected.Anything),
            Cancel
        );
        await Settled();
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_end_that_had_to_wait_is_told_with_who_has_it_by_then()
    {
        var wire = new Wire(NotNow, Wire.Ok);
        await Lock(Some.Ada, "lock");
        _time.Advance(TimeSpan.FromHours(2));
        await _locks.ProcessAllDue(Cancel);
        await Start(wire);
        await wire.Reached(1);
        await Lock(Some.Bob, "next");
        await Sent(wire, 2);
        Texts(wire)[1].ShouldContain("has ended");
        Texts(wire)[1].ShouldContain("<@U0BOB> has it now");
        wire.Sent.Last()
            .Body.Split('"')
            .ShouldContain(
                part => part.Contains(Some.Acme.Team.Value, StringComparison.Ordinal),
                "its button acts where it was drawn"
            );
    }

    [Fact]
    public async Task What_Slack_takes_at_no_time_is_given_up_after_a_day()
    {
        var wire = new Wire(Wire.Says("<html>Bad gateway</html>", 502));
        await Taken("one");
        await Start(wire);
        await _time.AdvanceUntil(Empty(), TimeSpan.FromMinutes(4));
        (_time.GetUtcNow() - Some.Noon).ShouldBeInRange(Notice.Lasts, Notice.Lasts + TimeSpan.FromMinutes(10));
        _log.Lines.ShouldContain(line => line.Contains("given up: it has waited for a day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_operator_must_mend_is_tried_seldom_and_said_once()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"messages_tab_disabled"}"""));
        await Taken("one");
        await Taken("two", new(Some.Acme, Some.Cleo, new("lock two")));
        await Start(wire);
        await _time.AdvanceUntil(Empty(), TimeSpan.FromMinutes(4));
        wire.Sent.Count.ShouldBeLessThanOrEqualTo(2 * 48);
        wire.Sent.Count.ShouldBeGreaterThan(20);
        _log.Lines.Count(line =>
                line.Contains("messages_tab_disabled. Bring the app's configuration", StringComparison.Ordinal)
            )
            .ShouldBe(1);
    }

    [Fact]
    public async Task What_an_operator_has_mended_is_delivered()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"invalid_auth"}"""), Wire.Ok);
        await Taken("one");
        await Start(wire);
        await _time.AdvanceUntil(wire.Reached(2), TimeSpan.FromMinutes(4));
        await Pending(0);
    }

    [Fact]
    public async Task What_waited_for_more_than_a_day_while_the_app_was_down_is_given_up()
    {
        var wire = new Wire(Wire.Ok);
        await Taken("one");
        _time.Advance(TimeSpan.FromHours(25));
        await Start(wire);
        await Settled();
        wire.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ended_days_ago_while_the_app_was_down_is_told_when_it_is_back()
    {
        var wire = new Wire(NotNow, Wire.Ok);
        await Lock(Some.Ada, "lock");
        _time.Advance(TimeSpan.FromDays(3));
        await _locks.ProcessAllDue(Cancel);
        await Start(wire);
        await Sent(wire, 2);
        Texts(wire)[1].ShouldContain("has ended");
    }

    private Task Lock(UserId user, string request) =>
        _locks.Execute(user.Asks(request), Some.For(TimeSpan.FromHours(1)), Cancel);

    private async Task BobGivesUpWhatAdaWaitsFor()
    {
        await Lock(Some.Bob, "lock");
        await _locks.Execute(Some.Ada.Asks("watch"), new Watch(Some.TestSite, Expected.Anything), Cancel);
        await _locks.Execute(
            Some.Bob.Asks("unlock"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
    }

    private Task Watched() =>
        _time.AdvanceUntil(
            Until(async () =>
                (await _locks.Find(Some.Acme, Some.TestSite, Cancel))?.Watchers is [var watcher] && watcher == Some.Ada
            ),
            Second
        );

    private Task Settled() => _time.AdvanceUntil(Empty(), Second);

    private Task Empty() => Until(async () => (await _store.Statistics(Cancel)).Notices == 0);

    private static async Task Until(Func<Task<bool>> condition)
    {
        while (!await condition())
            await Task.Yield();
    }
}
