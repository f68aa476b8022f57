using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.Blocks;

namespace LockThat.App.Surfaces;

/// <summary>The values of resources that a reader sees, before they are put into words.</summary>
internal static class ResourceLines
{
    /// <summary>A resource in its state.</summary>
    public static ResourceLine Of(Resource resource, Reader reader) =>
        resource.Lease is { } lease
            ? Of(resource.Name, lease, reader, resource.Watchers.Contains(reader.User))
            : Of(resource.Name);

    /// <summary>A resource that is free.</summary>
    public static ResourceLine Of(ResourceName name) => new(name.Display);

    /// <summary>A resource that is held.</summary>
    public static ResourceLine Of(ResourceName name, Lease lease, Reader reader, bool isWatched = false) =>
        new(name.Display, Of(lease), reader.Is(lease.Holder), isWatched);

    /// <summary>A lock.</summary>
    public static LeaseLine Of(Lease lease) =>
        new(lease.Id.Value, Of(lease.Holder), lease.Since, lease.Until, lease.Reason?.Value);

    /// <summary>The one that holds or did something.</summary>
    public static ActorLine Of(Actor actor) =>
        actor switch
        {
            Actor.Person(var user) => new(user.Value),
            Actor.Run(_, var name, var user) => new(user.Value, name),
            Actor.Clock => throw new UnreachableException("The clock holds nothing and is never named."),
            _ => throw new UnreachableException(),
        };

    /// <summary>All resources of a workspace, sorted by name.</summary>
    public static IReadOnlyList<ResourceLine> All(ResourceSnapshot board, Reader reader) =>
        [.. board.Resources.Select(resource => Of(resource, reader))];

    /// <summary>The resources that the reader looks for.</summary>
    public static IReadOnlyList<ResourceLine> Found(ResourceSnapshot board, Reader reader, NameSearch search) =>
        [.. board.Resources.Where(resource => search.Finds(resource.Name)).Select(resource => Of(resource, reader))];

    /// <summary>The resources that the reader holds.</summary>
    public static IReadOnlyList<ResourceLine> Own(ResourceSnapshot board, Reader reader) =>
        [.. board.Resources.HeldBy(reader.User).Select(resource => Of(resource, reader))];
}
