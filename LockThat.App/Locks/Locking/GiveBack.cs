using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks.Locking;

/// <summary>Restores the lock that the asker took over; frees the resource when that lock would have ended by
/// now.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Taken">The lease that the asker got by taking over.</param>
public sealed record GiveBack(ResourceName Name, LeaseId Taken) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [typeof(Refusal.Changed)];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (present.Lease is { FormerTurn: { } turn } own && own.Id == Taken && own.Holder == facts.Actor)
            return GiveTurnBack(settled, turn, own, facts);
        if (present.Lease is not { Former: { } former } lease || lease.Id != Taken || lease.Holder != facts.Actor)
            return AlreadyGivenBack(settled, facts) ?? settled.Refuse(new Refusal.Changed());
        if (former.HasEnded(facts.Now))
            return settled.Accept(
                present.Free(),
                new GivenBack(facts.Origin(present), former, lease, present.ToTellFree(former.Holder)),
                facts
            );

        var restored = former with
        {
            RemindAt = former.RemindAt is null ? null : facts.Rules.RemindAt(former.Since, former.Until, facts.Now),
        };
        return settled.Accept(
            present.HeldBy(restored),
            new GivenBack(facts.Origin(present), restored, lease, []),
            facts
        );
    }

    // The one that had the turn has it again for its full time; others may have come to the head since.
    private static Decision GiveTurnBack(Settled settled, WaitId turn, Lease own, Facts facts)
    {
        var present = settled.Present;
        var line = present.Line;
        if (line.Find(turn) is { } wait && line.First is { } first && first != wait)
            line = line.With(wait with { Ticket = first.Ticket.Before() });
        ResourceEvent what = line.First is { } next
            ? new TurnGivenBack(facts.Origin(present), own, next.Who)
            : new Unlocked(facts.Origin(present), own, present.ToTellFree());
        return settled.Accept(present.Free() with { Line = line }, what, facts);
    }

    private Decision? AlreadyGivenBack(Settled settled, Facts facts)
    {
        var present = settled.Present;
        if (present.Last?.Event is TurnGivenBack turn && present.WasEndedBy(facts.Actor, Taken))
            return settled.AcceptAgain(turn);
        return
            present.Last?.Before is { Former: { } former } taken
            && present.WasEndedBy(facts.Actor, Taken)
            && present.Lease?.Id == former.Id
            ? settled.AcceptAgain(new GivenBack(facts.Origin(present), present.Lease, taken, []))
            : null;
    }
}

/// <summary>A lock that had been taken over was given back; past its end, the resource is free.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The former holder's lease.</param>
/// <param name="Taken">The lease that had replaced it.</param>
/// <param name="Watchers">The people who are told that the resource is free; nobody while the former holder has it
/// again.</param>
public sealed record GivenBack(EventOrigin Origin, Lease Lease, Lease Taken, ImmutableArray<UserId> Watchers)
    : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Taken;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;

    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => Watchers == [] ? this : this with { Watchers = [] };

    /// <summary>Whether the time of the former holder had already run out, so that the resource is free.</summary>
    public bool HasEnded => Lease.HasEnded(Origin.At);
}

/// <summary>A lock that had been taken during the turn of another was given up for it.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Was">The lease that is over.</param>
/// <param name="First">The first in line, who has the turn from now on.</param>
public sealed record TurnGivenBack(EventOrigin Origin, Lease Was, Actor First) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseBefore => Was;
}
