namespace LockThat.App.Locks.Waiting;

/// <summary>The holder moved the end past the one that the first in line was told last.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Wait">The first in line.</param>
/// <param name="Lease">The lock with its new end.</param>
public sealed record Delayed(EventOrigin Origin, Wait Wait, Lease Lease) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override bool IsKept => false;
}
