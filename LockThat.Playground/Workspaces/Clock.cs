using System.Globalization;

namespace LockThat.Playground.Workspaces;

/// <summary>The system's time plus an offset that can be moved ahead; timers follow. The offset is kept in a file,
/// because locks are stored with their ends.</summary>
public sealed class Clock : TimeProvider
{
    private readonly TimeProvider _system;
    private readonly string? _file;
    private readonly Lock _gate = new();
    private readonly HashSet<ClockTimer> _timers = [];
    private TimeSpan _offset;

    /// <param name="system">The clock that really runs.</param>
    /// <param name="file">The file that keeps the offset; null keeps it in memory only.</param>
    public Clock(TimeProvider system, string? file = null)
    {
        _system = system;
        _file = file;
        if (
            file is not null
            && File.Exists(file)
            && TimeSpan.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var kept)
            && kept > TimeSpan.Zero
        )
            _offset = kept;
    }

    public TimeSpan Offset
    {
        get
        {
            lock (_gate)
                return _offset;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => _system.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _system.GetUtcNow() + Offset;

    public override long GetTimestamp() => _system.GetElapsedTime(0, _system.GetTimestamp()).Ticks + Offset.Ticks;

    /// <summary>Moves the clock ahead; timers that fall due in between fire at once.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ClockTimer[] running;
        lock (_gate)
        {
            _offset += by;
            Keep();
            running = [.. _timers];
        }

        foreach (var timer in running)
            timer.Rearm();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, _system, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Keep()
    {
        if (_file is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file)) ?? ".");
        File.WriteAllText(_file + ".new", _offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(_file + ".new", _file, overwrite: true);
    }

    private void Track(ClockTimer timer, bool running)
    {
        lock (_gate)
            _ = running ? _timers.Add(timer) : _timers.Remove(timer);
    }

    private sealed class ClockTimer : ITimer
    {
        private readonly Lock _gate = new();
        private readonly Clock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _inner;
        private long? _due;
        private TimeSpan _period;

        public ClockTimer(Clock clock, TimeProvider system, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _inner = system.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetTimestamp() + dueTime.Ticks;
            }

            _clock.Track(this, running: dueTime != Timeout.InfiniteTimeSpan);
            return Rearm();
        }

        public bool Rearm()
        {
            lock (_gate)
                return _inner.Change(
                    _due is { } at ? Wait(TimeSpan.FromTicks(at - _clock.GetTimestamp())) : Timeout.InfiniteTimeSpan,
                    Timeout.InfiniteTimeSpan
                );
        }

        // System timers keep whole milliseconds, rounded up; waits beyond their range are cut and armed again.
        private static TimeSpan Wait(TimeSpan left) =>
            TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, TimeSpan.MillisecondsPerDay));

        private void Fire()
        {
            lock (_gate)
            {
                if (_due is null)
                    return;
                if (_due > _clock.GetTimestamp())
                {
                    Rearm();
                    return;
                }

                // After a jump a periodic timer fires once and goes on from there, as it does after a machine slept.
                var repeats = _period > TimeSpan.Zero;
                _due = repeats ? _clock.GetTimestamp() + _period.Ticks : null;
                if (repeats)
                    Rearm();
                else
                    _clock.Track(this, running: false);
            }

            _callback(_state);
        }

        public void Dispose()
        {
            lock (_gate)
                _due = null;
            _clock.Track(this, running: false);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
