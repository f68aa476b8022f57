using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Locking;

/// <summary>Takes back an unlock: the lock is its holder's again, as it was.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Was">The lease that was ended.</param>
public sealed record Undo(ResourceName Name, LeaseId Was) : ResourceCommand(Name)
{
    /// <summary>How long it is offered: ten minutes.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [
            typeof(Refusal.HeldBy),
            typeof(Refusal.NotYourTurn),
            typeof(Refusal.AlreadyHolds),
            typeof(Refusal.TooLate),
            typeof(Refusal.EndHasPassed),
            typeof(Refusal.Changed),
            .. Refusal.OfRights,
        ];

    // The holder, who may be another than the one that asks, waits no more.
    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (present.Lease?.Id == Was)
            return settled.Leave();
        if (present.Freed is not { } freed || freed.Was.Id != Was || !freed.IsOf(facts.Actor))
            return settled.Refuse(new Refusal.Changed());
        if (freed.At + Lasts <= facts.Now)
            return settled.Refuse(new Refusal.TooLate(Lasts));
        if (present.Lease is { } other)
            return other.Holder == facts.Actor
                ? settled.Refuse(new Refusal.AlreadyHolds(other))
                : settled.RefuseHeldBy(other, facts.Actor);
        if (present.Holding is Holding.Offered(var turn) && turn.Who != facts.Actor)
            return settled.RefuseTurn(turn, facts.Actor);
        return freed.Was.HasEnded(facts.Now)
            ? settled.Refuse(new Refusal.EndHasPassed())
            : Restore(settled, freed, facts);
    }

    private static Decision Restore(Settled settled, Freed freed, Facts facts)
    {
        var present = settled.Present;
        var lease = freed.Was with { RemindAt = facts.Rules.RemindAt(freed.Was.Since, freed.Was.Until, facts.Now) };
        var back = freed
            .Watchers.Where(watcher => !present.IsWatchedBy(watcher) && !present.HasStopped(watcher, freed.At))
            .ToImmutableArray();
        var watched = present with { Watchers = [.. present.Watchers, .. back] };
        var told = back.Where(watcher => facts.Actor != watcher && lease.Holder != watcher);
        var next = watched.HeldBy(lease) with { Holding = new Holding.Held(lease, freed.Pleas) };
        return settled.Accept(next, new Undone(facts.Origin(present), lease, [.. told]), facts);
    }
}

/// <summary>An unlock that may still be taken back.</summary>
/// <param name="Was">The lease that was ended.</param>
/// <param name="By">The one that ended it.</param>
/// <param name="At">When.</param>
/// <param name="Watchers">The people who were told that the resource is free.</param>
public sealed record Freed(Lease Was, Actor By, DateTimeOffset At, ImmutableArray<UserId> Watchers)
{
    /// <summary>The asks for that lease, which come back with it.</summary>
    public ImmutableArray<Plea> Pleas { get; init; } = [];

    /// <summary>Whether somebody may take it back: the one that unlocked, and the holder.</summary>
    public bool IsOf(Actor actor) => By == actor || Was.Holder == actor;
}

/// <summary>An unlock was taken back.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lock, as it was.</param>
/// <param name="Watchers">The people who had been told that the resource is free; they are told that it is
/// not.</param>
public sealed record Undone(EventOrigin Origin, Lease Lease, ImmutableArray<UserId> Watchers) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;

    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => Watchers == [] ? this : this with { Watchers = [] };
}
