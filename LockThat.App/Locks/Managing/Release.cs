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
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null || !found.Concerns(Gone))
            return new(found, new Outcome.Unchanged(found), []);

        var gone = new Actor.Person(Gone);
        var settled = found.Settle(facts, taker: gone);
        var next = settled.Present;
        var lost = next.Lease is { } lease && lease.Holder.Responsible == Gone ? lease : null;
        var waits = next.Line.All.Where(wait => wait.Who.Responsible == Gone).ToList();
        var hadTurn = next.Holding is Holding.Offered(var turn) && turn.Who.Responsible == Gone;
        waits.ForEach(wait => next = next.WithoutWait(wait));
        var watchers = lost is null && !hadTurn ? [] : next.ToTellFree(gone);
        if (lost is not null || hadTurn)
            next = next.Free();
        next = WithoutRights(next);
        if (next.IsWatchedBy(gone))
            next = next with { Watchers = next.WatchersBut(gone) };
        var released = new Released(facts.Origin(found), Gone, lost, watchers) { HasWaited = waits.Count > 0 };
        return settled.AcceptUnremembered(next, released, facts);
    }

    // Nothing that they lost comes back, and nobody hands anything over to them.
    private Resource WithoutRights(Resource present)
    {
        if (present.Holding is Holding.Held held)
        {
            var lease = held.Lease;
            if (lease.Former?.Holder.Responsible == Gone)
                lease = lease with { Former = null };
            present = present with
            {
                Holding = held with
                {
                    Lease = lease,
                    Pleas = held.Pleas.RemoveAll(plea => plea.Who.Responsible == Gone),
                },
            };
        }

        return present with
        {
            Losses = present.Losses.RemoveAll(loss => loss.Holder.Responsible == Gone),
            Freed =
                present.Freed is { } freed && freed.Was.Holder.Responsible != Gone
                    ? freed with
                    {
                        Watchers = freed.Watchers.Remove(Gone),
                        Pleas = freed.Pleas.RemoveAll(plea => plea.Who.Responsible == Gone),
                    }
                    : null,
        };
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
    public override bool IsKept => Lost is not null || HasWaited;

    /// <summary>Whether they waited in line.</summary>
    public bool HasWaited { get; init; }
}
