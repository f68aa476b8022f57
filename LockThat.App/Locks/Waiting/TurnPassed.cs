using System.Collections.Immutable;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Waiting;

/// <summary>A turn came to its end without a lock, and the waiting with it.</summary>
/// <param name="Origin">When that was noticed.</param>
/// <param name="Wait">The place in line, which is lost.</param>
/// <param name="Watchers">The people who are told that the resource is free; nobody while others wait in line.</param>
public sealed record TurnPassed(EventOrigin Origin, Wait Wait, ImmutableArray<UserId> Watchers) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;
}
