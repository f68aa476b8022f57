using LockThat.App.Identifiers;
using LockThat.App.Locks.Locking;

namespace LockThat.App.Locks;

/// <summary>The last accepted request, with its result: the same request delivered again gets this answer, and is not
/// decided again.</summary>
/// <param name="Request">The request.</param>
/// <param name="Event">The event; without the people who were told beside the asker.</param>
public sealed record LastRequest(RequestId Request, ResourceEvent Event)
{
    /// <summary>How long it is kept: at least one day, and then until the next change of the resource.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(1);

    /// <summary>The one that asked.</summary>
    public Actor By => Event.Origin.By;

    /// <summary>When it was decided.</summary>
    public DateTimeOffset At => Event.Origin.At;

    /// <summary>The lease that it found; null where it found none.</summary>
    public Lease? Before => Event.LeaseBefore;

    /// <summary>The lease that it left; null where it left the resource free.</summary>
    public Lease? After => Event is GivenBack { HasEnded: true } ? null : Event.LeaseAfter;

    /// <summary>The stored part of an accepted request. Slack delivers typed words once, but a store whose connection
    /// breaks after the commit decides once more.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">The result.</param>
    internal static LastRequest Of(RequestId request, ResourceEvent what) => new(request, what.ForAsker);
}
