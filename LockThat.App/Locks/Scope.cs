using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>The resources of one workspace that a change is about: one, or several that change together.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="First">The only name, or the first of several.</param>
public readonly record struct Scope(TeamId Team, ResourceName First)
{
    private readonly ImmutableArray<ResourceName> _others = [];

    /// <summary>Several resources; no name twice.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="names">At least one.</param>
    public Scope(TeamId team, ImmutableArray<ResourceName> names)
        : this(team, names[0]) => _others = names.RemoveAt(0);

    /// <summary>How many resources these are.</summary>
    public int Count => 1 + _others.Length;

    /// <summary>All names, in their order.</summary>
    public ImmutableArray<ResourceName> Names => [First, .. _others];

    /// <summary>The key of the resource at a place.</summary>
    /// <param name="index">From 0.</param>
    public ResourceKey this[int index] => new(Team, index == 0 ? First : _others[index - 1]);

    /// <summary>A resource alone.</summary>
    /// <param name="key">The resource.</param>
    public static implicit operator Scope(ResourceKey key) => new(key.Team, key.Name);
}
