using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Managing;

/// <summary>
/// Frees the locks of a person whose account was deactivated, and forgets what they wait for. A lock that was taken
/// from them is not given back. They themselves are told nothing.
/// </summary>
/// <param name="Name">The resource.</param>
/// <param name="Gone">The person.</param>
public sealed record Release(ResourceName Name, UserId Gone) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null || !found.People.Contains(Gone))
            return new(found, new Outcome.Unchanged(found), []);

        var gone = new Actor.Person(Gone);
        var settled = found.EndIfExpired(facts, taker: gone);
        var next = settled.Present;
        var lost = next.Lease is { } lease && lease.Holder.Responsible == Gone ? lease : null;
        var watchers = lost is null ? [] : next.WatchersBut(gone);
        if (lost is not null)
            next = next.Free();
        if (next.Lease is { Former.Holder.Responsible: var former } taken && former == Gone)
            next = next with { Holding = taken with { Former = null } };
        if (next.IsWatchedBy(gone))
            next = next with { Watchers = next.WatchersBut(gone) };
        return settled.Accept(next, new Released(facts.Origin(found), Gone, lost, watchers));
    }
}

/// <summary>Somebody whose account was deactivated holds and watches a resource no more.</summary>
/// <param name="Origin">Where and when.</param>
/// <param name="Gone">The person, who is told nothing.</param>
/// <param name="Lost">The lease that is over; null when they held nothing.</param>
/// <param name="Watchers">The people who are told that the resource is free.</param>
public sealed record Released(EventOrigin Origin, UserId Gone, Lease? Lost, ImmutableArray<UserId> Watchers)
    : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseBefore => Lost;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;

    /// <inheritdoc/>
    public override bool IsKept => Lost is not null;
}
