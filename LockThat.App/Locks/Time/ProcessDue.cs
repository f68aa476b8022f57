using System.Collections.Immutable;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Time;

/// <summary>Ends locks whose end has come and reminds of ends that come soon; an early, late or double call does no
/// harm.</summary>
public static class ProcessDue
{
    /// <summary>Decides for the clock.</summary>
    /// <param name="found">The resource as it is stored; null when there is none.</param>
    /// <param name="facts">The moment.</param>
    public static Decision Decide(Resource? found, Facts facts)
    {
        if (found is null)
            return new(null, new Outcome.Unchanged(null), []);

        var settled = found.Settle(facts);
        if (settled.Events is [var first, ..])
            return new(settled.Present, new Outcome.Accepted(first), settled.Events);
        if (!ReferenceEquals(settled.Present, found))
            return settled.Leave();
        if (found.Lease is not { RemindAt: { } remindAt } lease || remindAt > facts.Now)
            return settled.Leave();

        var reminded = lease with { RemindAt = null };
        return settled.AcceptUnremembered(found.With(reminded), new EndsSoon(facts.Origin(found), reminded), facts);
    }
}

/// <summary>A lock came to its end.</summary>
/// <param name="Origin">When that was noticed.</param>
/// <param name="Lease">The lease; its end is when it really ended.</param>
/// <param name="Watchers">The people who are told that the resource is free.</param>
public sealed record Ended(EventOrigin Origin, Lease Lease, ImmutableArray<UserId> Watchers) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseBefore => Lease;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;
}

/// <summary>A lock ends soon, and its holder is reminded.</summary>
/// <param name="Origin">When.</param>
/// <param name="Lease">The lease.</param>
public sealed record EndsSoon(EventOrigin Origin, Lease Lease) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override bool IsKept => false;
}
