using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>Finds the resources of a workspace in whose line somebody waits.</summary>
internal sealed class WaitIndex
{
    private readonly Dictionary<Actor, HashSet<ResourceName>> _places = [];

    /// <summary>The resources, in no order.</summary>
    public IEnumerable<ResourceName> Of(Actor who) => _places.GetValueOrDefault(who) ?? [];

    /// <summary>The line of a resource has changed.</summary>
    public void Set(ResourceName name, Line before, Line after)
    {
        foreach (var wait in before.Known)
            Remove(wait.Who, name);
        foreach (var wait in after.Known)
            Add(wait.Who, name);
    }

    private void Add(Actor who, ResourceName name)
    {
        if (!_places.TryGetValue(who, out var names))
            _places.Add(who, names = []);
        names.Add(name);
    }

    private void Remove(Actor who, ResourceName name)
    {
        if (_places.TryGetValue(who, out var names) && names.Remove(name) && names.Count == 0)
            _places.Remove(who);
    }
}
