using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Waiting;

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
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts) =>
        new Taking(Name, Length, Reason, Expected).Decide(scene.Only, facts, TakeOver, TakeTurn);

    private static Decision TakeOver(Settled settled, Lease other, Lease own, Facts facts)
    {
        if (facts.Refuse(Policies.Right.Override) is { } why)
            return settled.Refuse(why);
        var present = settled.Present;
        var lease = own with { Former = other with { Former = null, FormerTurn = null } };
        var next = present.HeldBy(lease).Losing(other, facts.Now);
        return settled.Accept(next, new TakenOver(facts.Origin(present), lease, other), facts);
    }

    // The line stays as it is, and its first stays first.
    private static Decision TakeTurn(Settled settled, Turn turn, Lease own, Facts facts)
    {
        if (facts.Refuse(Policies.Right.Override) is { } why)
            return settled.Refuse(why);
        var present = settled.Present;
        var lease = own with { FormerTurn = turn.Wait };
        return settled.Accept(present.HeldBy(lease), new TurnTaken(facts.Origin(present), lease, turn.Who), facts);
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

/// <summary>A resource was locked during the turn of another.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The new lease.</param>
/// <param name="First">The one that had the turn, and stays first in line.</param>
public sealed record TurnTaken(EventOrigin Origin, Lease Lease, Actor First) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;
}
