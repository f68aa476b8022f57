using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Locking;

/// <summary>Frees a resource that the asker holds.</summary>
/// <param name="Name">The resource.</param>
/// <param name="IsOverride">Whether to free another's lock, too; its holder is then told.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Unlock(ResourceName Name, bool IsOverride, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.HeldBy), typeof(Refusal.NoSuchResource), typeof(Refusal.Changed), .. Refusal.OfRights];

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(
                null,
                new Outcome.Refused(
                    Expected is Expected.Any ? new Refusal.NoSuchResource() : new Refusal.Changed(),
                    null
                ),
                []
            );

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (!Expected.Fits(present))
            return AlreadyUnlocked(settled, facts) ?? settled.Refuse(new Refusal.Changed());
        if (present.Holding is not Holding.Held(var lease, var pleas))
            return settled.Leave();
        if (lease.Holder != facts.Actor && !IsOverride)
            return settled.RefuseHeldBy(lease, facts.Actor);
        if (lease.Holder != facts.Actor && facts.Refuse(Policies.Right.Override) is { } why)
            return settled.Refuse(why);

        var told = present.ToTellFree();
        return settled.Accept(
            present.Free() with
            {
                Freed = new(lease, facts.Actor, facts.Now, told) { Pleas = pleas },
            },
            new Unlocked(facts.Origin(present), lease, told),
            facts
        );
    }

    private Decision? AlreadyUnlocked(Settled settled, Facts facts)
    {
        var isDone =
            Expected is Expected.Lease(var shown, _)
            && settled.Present is { Lease: null, Last.Event: Unlocked or GivenBack { HasEnded: true } }
            && settled.Present.WasEndedBy(facts.Actor, shown);
        return isDone && settled.Present.Last?.Before is { } was
            ? settled.AcceptAgain(new Unlocked(facts.Origin(settled.Present), was with { Holder = facts.Actor }, []))
            : null;
    }
}

/// <summary>A lock was given up by its holder, or freed by another.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Was">The lease that is over.</param>
/// <param name="Watchers">The people who are told that the resource is free.</param>
public sealed record Unlocked(EventOrigin Origin, Lease Was, ImmutableArray<UserId> Watchers) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseBefore => Was;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;

    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => Watchers == [] ? this : this with { Watchers = [] };

    /// <summary>Whether another than the holder freed it.</summary>
    public bool IsByAnother => Was.Holder != Origin.By;
}
