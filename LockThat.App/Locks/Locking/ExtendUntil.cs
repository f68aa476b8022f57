using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Locking;

/// <summary>Moves the end of a lock that the asker holds to a later moment.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Until">The new end.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record ExtendUntil(ResourceName Name, DateTimeOffset Until, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [.. Extending.Refusals, typeof(Refusal.EndsLater)];

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts) =>
        new Extending(Expected).Decide(scene.Only, facts, _ => Until);
}
