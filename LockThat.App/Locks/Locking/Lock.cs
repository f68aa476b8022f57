using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Locking;

/// <summary>Takes a resource, creating it when there is none; renews it for its holder; refuses what another
/// holds.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Length">How long.</param>
/// <param name="Reason">The reason; a renewal without one keeps the old one.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Lock(ResourceName Name, LockLength Length, Reason? Reason, Expected Expected)
    : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => Taking.Refusals;

    /// <summary>Only a button that creates the resource counts by the state that it was drawn for: a lock can take
    /// nothing from anybody.</summary>
    public override ResourceCommand DrawnFor(Expected shown) =>
        shown is Expected.New ? this with { Expected = shown } : this;

    /// <inheritdoc/>
    protected override Decision? DoneBefore(Scene scene, Facts facts) => Taking.DoneBefore(scene, facts);

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts) =>
        new Taking(Name, Length, Reason, Expected).Decide(
            scene.Only,
            facts,
            static (settled, other, _, facts) => settled.RefuseHeldBy(other, facts.Actor)
        );
}

/// <summary>A free resource was locked.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The new lease.</param>
/// <param name="IsCreated">Whether the resource was created for it.</param>
public sealed record Locked(EventOrigin Origin, Lease Lease, bool IsCreated) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;
}

/// <summary>A holder renewed their lock.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lease with its new end.</param>
/// <param name="Before">The lease as it was.</param>
public sealed record Renewed(EventOrigin Origin, Lease Lease, Lease Before) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Before;

    /// <summary>How long the lock lasts from the renewal on.</summary>
    public TimeSpan Length => Lease.Until - Origin.At;
}
