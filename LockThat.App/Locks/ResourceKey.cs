using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>A resource of a workspace. One workspace never sees another's.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Name">The name, equal in every spelling.</param>
public readonly record struct ResourceKey(TeamId Team, ResourceName Name);
