using LockThat.App.Identifiers;
using LockThat.App.Locks.Locking;

namespace LockThat.App.Locks;

/// <summary>The last accepted request, with what came of it: the same request delivered again is answered by that, and
/// is not decided again.</summary>
/// <param name="Request">The request.</param>
/// <param name="Event">What happened; the people who were told beside the asker are not in it.</param>
public sealed record LastRequest(RequestId Request, ResourceEvent Event)
{
    /// <summary>How long it is kept: one day, and then up to the next change of the resource.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(1);

    /// <summary>The one that asked.</summary>
    public Actor By => Event.Origin.By;

    /// <summary>When it was decided.</summary>
    public DateTimeOffset At => Event.Origin.At;

    /// <summary>The lease that it found; null where it found none.</summary>
    public Lease? Before =>
        Event switch
        {
            Renewed renewed => renewed.Before,
            Extended extended => extended.Before,
            TakenOver taken => taken.Former,
            Unlocked freed => freed.Was,
            GivenBack given => given.Taken,
            _ => null,
        };

    /// <summary>The lease that it left; null where it left the resource free.</summary>
    public Lease? After =>
        Event switch
        {
            Locked locked => locked.Lease,
            Renewed renewed => renewed.Lease,
            Extended extended => extended.Lease,
            TakenOver taken => taken.Lease,
            GivenBack { HasEnded: false } given => given.Lease,
            _ => null,
        };

    /// <summary>What is kept of an accepted request; null for nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What came of it.</param>
    /// <param name="canRepeat">Whether it may be delivered again. One that cannot is kept where it freed something: a
    /// button to free that may still be shown is then no surprise.</param>
    internal static LastRequest? Of(RequestId request, ResourceEvent what, bool canRepeat) =>
        what switch
        {
            Unlocked freed => new(request, freed.Watchers == [] ? freed : freed with { Watchers = [] }),
            GivenBack given => new(request, given.Watchers == [] ? given : given with { Watchers = [] }),
            _ => canRepeat ? new(request, what) : null,
        };
}
