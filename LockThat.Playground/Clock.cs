using System.Globalization;

namespace LockThat.Playground;

/// <summary>The system's time plus an offset that can be moved ahead; timers follow. The offset is kept in a file,
/// because locks are stored with their ends.</summary>
public sealed class Clock : TimeProvider
{
    private readonly TimeProvider system;
    private readonly string? file;
    private readonly Lock gate = new();
    private readonly HashSet<ClockTimer> timers = [];
    private TimeSpan offset;

    /// <param name="system">The clock that really runs.</param>
    /// <param name="file">Where the offset is kept; null keeps it in memory only.</param>
    public Clock(TimeProvider system, string? file = null)
    {
        this.system = system;
        this.file = file;
        if (
            file is not null
            && File.Exists(file)
            && TimeSpan.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var kept)
            && kept > TimeSpan.Zero
        )
            offset = kept;
    }

    public TimeSpan Offset
    {
        get
        {
            lock (gate)
                return offset;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => system.GetUtcNow() + Offset;

    public override long GetTimestamp() => system.GetElapsedTime(0, system.GetTimestamp()).Ticks + Offset.Ticks;

    /// <summary>Moves the clock ahead; timers that fall due in between fire at once.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ClockTimer[] running;
        lock (gate)
        {
            offset += by;
            Keep();
            running = [.. timers];
        }

        foreach (var timer in running)
            timer.Rearm();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, system, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Keep()
    {
        if (file is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        File.WriteAllText(file + ".new", offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }

    private void Track(ClockTimer timer, bool running)
    {
        lock (gate)
            _ = running ? timers.Add(timer) : timers.Remove(timer);
    }

    private sealed class ClockTimer : ITimer
    {
        private readonly Lock gate = new();
        private readonly Clock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer inner;
        private long? due;
        private TimeSpan period;

        public ClockTimer(Clock clock, TimeProvider system, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            inner = system.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetTimestamp() + dueTime.Ticks;
            }

            clock.Track(this, running: dueTime != Timeout.InfiniteTimeSpan);
            return Rearm();
        }

        public bool Rearm()
        {
            lock (gate)
                return inner.Change(
                    due is { } at ? Wait(TimeSpan.FromTicks(at - clock.GetTimestamp())) : Timeout.InfiniteTimeSpan,
                    Timeout.InfiniteTimeSpan
                );
        }

        // Whole milliseconds, rounded up, is what system timers keep; waits beyond their range are cut and armed again.
        private static TimeSpan Wait(TimeSpan left) =>
            TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, TimeSpan.MillisecondsPerDay));

        private void Fire()
        {
            lock (gate)
            {
                if (due is null)
                    return;
                if (due > clock.GetTimestamp())
                {
                    Rearm();
                    return;
                }

                // After a jump a periodic timer fires once and goes on from there, as it does after a machine slept.
                var repeats = period > TimeSpan.Zero;
                due = repeats ? clock.GetTimestamp() + period.Ticks : null;
                if (repeats)
                    Rearm();
                else
                    clock.Track(this, running: false);
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (gate)
                due = null;
            clock.Track(this, running: false);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
