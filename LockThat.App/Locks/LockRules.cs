using LockThat.App.Locks.Time;

namespace LockThat.App.Locks;

/// <summary>The rules for locks: the settings of an operator, and what a team has made of them for itself.</summary>
/// <param name="DefaultDuration">The length of a lock for which nobody said one; 1 day unless set. Never more than
/// <paramref name="MaxDuration"/>.</param>
/// <param name="MaxDuration">A lock ends at most this long after now; 366 days unless set.</param>
/// <param name="RemindBefore">A lock longer than twice this gets a reminder this long before it ends; 15 minutes unless
/// set.</param>
/// <param name="MaxResources">The most resources a workspace may have; 1,000 unless set.</param>
public sealed record LockRules(TimeSpan DefaultDuration, TimeSpan MaxDuration, TimeSpan RemindBefore, int MaxResources)
{
    /// <summary>The values that hold when nothing is set.</summary>
    public static LockRules Default { get; } =
        new(TimeSpan.FromDays(1), TimeSpan.FromDays(366), TimeSpan.FromMinutes(15), 1000);

    /// <summary>How long events are kept; 400 days unless set.</summary>
    public TimeSpan KeepHistory { get; init; } = TimeSpan.FromDays(400);

    /// <summary>How long the first in line alone may lock a resource that has become free; 10 minutes unless
    /// set.</summary>
    public TimeSpan ClaimWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>When the team works; null unless it has said so.</summary>
    public TeamHours? WorkingHours { get; init; }

    /// <summary>When the holder of a lock is to be reminded: null when the lock is too short for that, or when that
    /// moment has passed.</summary>
    public DateTimeOffset? RemindAt(DateTimeOffset since, DateTimeOffset until, DateTimeOffset now) =>
        until - since > 2 * RemindBefore && until - RemindBefore > now ? until - RemindBefore : null;

    /// <summary>The end of a lock of the given length that is set at <paramref name="now"/>, or null when that is later
    /// than the maximum allows.</summary>
    public DateTimeOffset? EndOf(LockLength length, DateTimeOffset now)
    {
        var until = length switch
        {
            LockLength.Unsaid => now + (DefaultDuration < MaxDuration ? DefaultDuration : MaxDuration),
            LockLength.For(var time) when time > MaxDuration => (DateTimeOffset?)null,
            LockLength.For(var time) => now + time,
            LockLength.Until(var moment) => moment,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return until <= now + MaxDuration ? until : null;
    }
}

/// <summary>How long somebody wants a lock.</summary>
public abstract record LockLength
{
    private LockLength() { }

    /// <summary>The person gave no length: the default duration.</summary>
    public sealed record Unsaid : LockLength;

    /// <summary>A length of time from now on; more than zero.</summary>
    public sealed record For(TimeSpan Time) : LockLength;

    /// <summary>Up to a moment.</summary>
    public sealed record Until(DateTimeOffset Moment) : LockLength;
}
