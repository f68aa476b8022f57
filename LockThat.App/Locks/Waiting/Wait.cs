using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Waiting;

/// <summary>A place in the line of a resource.</summary>
/// <param name="Id">Derived from the request that joined; stays until the waiting ends.</param>
/// <param name="Who">The one that waits; each waits once for a resource.</param>
/// <param name="Ticket">Orders the line.</param>
public sealed record Wait(WaitId Id, Actor Who, Ticket Ticket)
{
    /// <summary>How long the resource is wanted, more than zero; null for the default duration.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>The reason, if one was given.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The latest end of a lock that the one that waits was told; null when none was.</summary>
    public DateTimeOffset? ToldUntil { get; init; }

    /// <summary>The request that changed last what is wanted; null where only the one that joined said so.</summary>
    public RequestId? ChangedBy { get; init; }

    /// <summary>Whether a request made this place, or changed it last.</summary>
    public bool IsOf(RequestId request) => Id.Value == request.Value || ChangedBy == request;

    /// <summary>The length of the lock that the turn will bring, as the rules allow it now.</summary>
    public TimeSpan LengthBy(LockRules rules)
    {
        var asked = Length ?? rules.DefaultDuration;
        return asked < rules.MaxDuration ? asked : rules.MaxDuration;
    }
}

/// <summary>One place in line. Buttons carry it, so that a stale one is recognised.</summary>
/// <param name="Value">16 letters, digits, <c>-</c> and <c>_</c>.</param>
public readonly record struct WaitId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}

/// <summary>The order of a line: by the moment of joining, and within a moment by step.</summary>
/// <param name="At">The moment of joining, by the store's clock, cut to milliseconds.</param>
/// <param name="Step">Tells apart those of the same moment, and those who stand before them.</param>
public readonly record struct Ticket(DateTimeOffset At, long Step) : IComparable<Ticket>
{
    /// <summary>The ticket of the one that joins now, behind everybody.</summary>
    /// <param name="last">The last ticket of the line; null when nobody waits.</param>
    /// <param name="now">The moment of joining.</param>
    public static Ticket Behind(Ticket? last, DateTimeOffset now) =>
        last is { } ahead && ahead.At >= now ? ahead with { Step = ahead.Step + 1 } : new(now, 0);

    /// <summary>The ticket right before this one.</summary>
    public Ticket Before() => this with { Step = Step - 1 };

    /// <inheritdoc/>
    public int CompareTo(Ticket other) =>
        At.CompareTo(other.At) is not 0 and var byMoment ? byMoment : Step.CompareTo(other.Step);
}
