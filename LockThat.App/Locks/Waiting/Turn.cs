namespace LockThat.App.Locks.Waiting;

/// <summary>The time in which the first in line alone may lock the resource.</summary>
/// <param name="Wait">The place in line, which stays until the turn is taken or has passed.</param>
/// <param name="Who">The first in line.</param>
/// <param name="Since">When the turn was given; for one that was given anew because Slack took no message, the first
/// time.</param>
/// <param name="Until">The end, to the millisecond: from this moment on nobody is held back.</param>
public sealed record Turn(WaitId Wait, Actor Who, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>A turn of which Slack took no message begins anew until this long after its beginning: one
    /// hour.</summary>
    public static TimeSpan MostUntold { get; } = TimeSpan.FromHours(1);

    /// <summary>A turn whose end is noticed later than this ran out while nobody could take it, because the app or its
    /// store was down: 30 seconds.</summary>
    public static TimeSpan MostLate { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether Slack took the message about it.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether the end has come at <paramref name="now"/>.</summary>
    public bool HasEnded(DateTimeOffset now) => Until <= now;

    /// <summary>Since when a turn that has ended is given anew, because it was not the person who missed it; null when
    /// it has passed.</summary>
    /// <param name="now">When the end is noticed.</param>
    /// <param name="servingSince">When the app began to serve: before that, nobody could take the turn.</param>
    internal DateTimeOffset? AnewSince(DateTimeOffset now, DateTimeOffset servingSince)
    {
        if (Until <= servingSince || now - Until > MostLate)
            return now;
        return !IsTold && now - Since < MostUntold ? Since : null;
    }
}
