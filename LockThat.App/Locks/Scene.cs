using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>Resources of one workspace, read at one moment, in the order of the names of a <see cref="Scope"/>. Nearly
/// always it is one, which costs no list.</summary>
public readonly struct Scene
{
    private readonly Resource? _first;
    private readonly ImmutableArray<Resource?> _others = [];

    /// <summary>One resource; null when there is none.</summary>
    public Scene(Resource? only) => _first = only;

    /// <summary>At least one resource; null stands where there is none.</summary>
    public Scene(ImmutableArray<Resource?> resources) => (_first, _others) = (resources[0], resources.RemoveAt(0));

    /// <summary>How many places there are.</summary>
    public int Count => 1 + _others.Length;

    /// <summary>All of them, in their order.</summary>
    public ImmutableArray<Resource?> Resources => [_first, .. _others];

    /// <summary>The resource of a scene that has one place.</summary>
    /// <exception cref="InvalidOperationException">There are several: a bug.</exception>
    public Resource? Only =>
        _others.IsEmpty ? _first : throw new InvalidOperationException("A rule for one resource was asked for several");

    /// <summary>The resource at a place; null when there is none.</summary>
    /// <param name="index">From 0.</param>
    public Resource? this[int index] => index == 0 ? _first : _others[index - 1];

    /// <summary>The same scene with another resource at a place.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="next">The resource; null when there is none.</param>
    public Scene With(int index, Resource? next) => new(Resources.SetItem(index, next));

    /// <summary>A rule for one resource knows nothing of scenes.</summary>
    /// <param name="only">The resource; null when there is none.</param>
    public static implicit operator Scene(Resource? only) => new(only);

    /// <summary>Whether each resource is the same instance, so that nothing is to be written.</summary>
    /// <param name="other">A scene with as many places.</param>
    public bool IsSameAs(Scene other)
    {
        for (var place = 0; place < Count; place++)
        {
            if (!ReferenceEquals(this[place], other[place]))
                return false;
        }

        return true;
    }
}

/// <summary>The resources of one workspace that a change is about: one, or several that change together.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="First">The only name, or the first of several.</param>
public readonly record struct Scope(TeamId Team, ResourceName First)
{
    private readonly ImmutableArray<ResourceName> _others = [];

    /// <summary>How much of the lines is to be read.</summary>
    public Needs Needs { get; init; } = Needs.Head;

    /// <summary>The one whose place in line is read beside the head; null for nobody's.</summary>
    public Actor? Asker { get; init; }

    /// <summary>Several resources; no name twice.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="names">At least one.</param>
    public Scope(TeamId team, ImmutableArray<ResourceName> names)
        : this(team, names[0]) => _others = names.RemoveAt(0);

    /// <summary>Whether the change is about the workspace itself, and about no resource.</summary>
    public bool IsOfTeam => First == ResourceName.None;

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

/// <summary>How much of a line a rule needs.</summary>
public enum Needs
{
    /// <summary>The first two, and the one that asks.</summary>
    Head,

    /// <summary>All who wait.</summary>
    Line,
}
