using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Locking;

/// <summary>Takes a resource, also from another holder, who is then told.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Length">How long.</param>
/// <param name="Reason">The reason; a renewal without one keeps the old one.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Override(ResourceName Name, LockLength Length, Reason? Reason, Expected Expected)
    : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => Taking.Refusals;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts) =>
        new Taking(Name, Length, Reason, Expected).Decide(scene.Only, facts, TakeOver);

    private static Decision TakeOver(Settled settled, Lease other, Lease own, Facts facts)
    {
        var present = settled.Present;
        var lease = own with { Former = other with { Former = null } };
        var next = present with { Holding = lease, Watchers = present.WatchersBut(facts.Actor) };
        return settled.Accept(next, new TakenOver(facts.Origin(present), lease, other), facts);
    }
}

/// <summary>A lock was taken from its holder.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The new lease.</param>
/// <param name="Former">The lease that was lost.</param>
public sealed record TakenOver(EventOrigin Origin, Lease Lease, Lease Former) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Former;
}
