using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Locking;

/// <summary>Adds to the end of a lock that the asker holds.</summary>
/// <param name="Name">The resource.</param>
/// <param name="By">How much is added; more than zero.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Extend(ResourceName Name, TimeSpan By, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => Extending.Refusals;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts) =>
        new Extending(Expected).Decide(scene.Only, facts, lease => lease.Until + By);
}

/// <summary>A holder added to the end of their lock.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lease with its new end.</param>
/// <param name="Before">The lease as it was.</param>
public sealed record Extended(EventOrigin Origin, Lease Lease, Lease Before) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Before;

    /// <summary>How much was added.</summary>
    public TimeSpan By => Lease.Until - Before.Until;
}
