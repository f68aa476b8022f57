using LockThat.Playground.Workspaces;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground.Workspaces;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _system = new(Start);

    [Fact]
    public void Moving_ahead_moves_the_time_and_the_timestamps()
    {
        var clock = new Clock(_system);
        var before = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromHours(2));
        clock.GetUtcNow().ShouldBe(Start.AddHours(2));
        clock.GetElapsedTime(before).ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_delay_ends_when_the_moved_clock_passes_it()
    {
        var clock = new Clock(_system);
        var delay = Task.Delay(TimeSpan.FromHours(2), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromHours(1));
        delay.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromHours(1));
        await delay;
    }

    [Fact]
    public async Task A_delay_ends_by_itself_when_time_passes()
    {
        var clock = new Clock(_system);
        var delay = Task.Delay(TimeSpan.FromDays(40), clock, TestContext.Current.CancellationToken);
        for (var day = 0; day < 40; day++)
            _system.Advance(TimeSpan.FromDays(1));
        await delay;
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_a_jump_and_goes_on_from_there()
    {
        var clock = new Clock(_system);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromHours(1));
        _system.Advance(TimeSpan.Zero);
        fired.ShouldBe(1);
        _system.Advance(TimeSpan.FromSeconds(1));
        fired.ShouldBe(2);
    }

    [Fact]
    public void A_disposed_timer_never_fires()
    {
        var clock = new Clock(_system);
        var fired = 0;
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();
        clock.Advance(TimeSpan.FromHours(1));
        _system.Advance(TimeSpan.FromHours(1));
        fired.ShouldBe(0);
    }

    [Fact]
    public void The_offset_survives_a_restart()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "data", "clock");
        new Clock(_system, file).Advance(TimeSpan.FromDays(3));
        new Clock(_system, file).GetUtcNow().ShouldBe(Start.AddDays(3));
    }

    [Fact]
    public void The_clock_never_goes_back() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Clock(_system).Advance(TimeSpan.FromSeconds(-1)));
}
