using LockThat.App.Identifiers;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Stores;

/// <summary>The seam to the resources that are kept. Every member throws <see cref="StoreUnavailableException"/> when
/// the store cannot serve it; a change is then not made.</summary>
public interface IResourceStore
{
    /// <summary>
    /// The one way by which people change anything: decides on the present state of one resource, or of several
    /// together, and commits the next states, the events and the notices that follow from them, durably and all or
    /// nothing, before the task completes. <paramref name="decide"/> is pure and may run more than once. Its exception
    /// reaches the caller and changes nothing.
    /// </summary>
    /// <param name="scope">The resources.</param>
    /// <param name="decide">Decides on the resources in the order of the scope.</param>
    /// <param name="cancellationToken">Cancels a change that has not begun yet.</param>
    Task<Outcome> Change(Scope scope, Func<Scene, Facts, Decision> decide, CancellationToken cancellationToken);

    /// <summary>
    /// The same for at most <paramref name="most"/> resources whose end or reminder has come, the earliest of all
    /// workspaces, each for itself; a store may take fewer at a time. Returns the result for each.
    /// </summary>
    Task<IReadOnlyList<Outcome>> ChangeDue(
        int most,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    );

    /// <summary>The rules that a team has made for itself, for drawing; a rule is decided by those that a change finds.
    /// They may be some seconds old.</summary>
    ValueTask<TeamPolicy> Policy(TeamId team, CancellationToken cancellationToken);

    /// <summary>One resource by its name, as it stands, with its whole line and the moment of the look.</summary>
    ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(ResourceKey key, CancellationToken cancellationToken);

    /// <summary>One resource by its id, whatever name it has by now, with its whole line.</summary>
    ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        TeamId team,
        ResourceId id,
        CancellationToken cancellationToken
    );

    /// <summary>The resources in whose line somebody waits, with the whole line, sorted by name.</summary>
    ValueTask<IReadOnlyList<Resource>> Waiting(TeamId team, Actor who, CancellationToken cancellationToken);

    /// <summary>All resources of a workspace, sorted by name. Of a line, only the length may have been read.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="reader">The one that asks: the resources in whose line they wait come with the whole line. Null for
    /// nobody.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    ValueTask<ResourceSnapshot> List(TeamId team, Actor? reader, CancellationToken cancellationToken);

    /// <summary>Everybody who holds something, would get it back, waits or asks for it, has the turn or watches it, of
    /// all workspaces, each once.</summary>
    ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken);

    /// <summary>How much is kept, of all workspaces; for an operator.</summary>
    ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken);
}

/// <summary>A person whom a resource concerns.</summary>
/// <param name="Workspace">The workspace, as it was last reached.</param>
/// <param name="User">The person.</param>
public readonly record struct ResourceParticipant(Workspace Workspace, UserId User);

/// <summary>How much is kept at a moment, of all workspaces.</summary>
/// <param name="Resources">All resources.</param>
/// <param name="Held">Those that somebody holds or has the turn of; a lock counts until its end is stored.</param>
/// <param name="Notices">Notices that are still to be delivered.</param>
/// <param name="OldestNotice">When the oldest of them happened; null when there is none.</param>
/// <param name="Now">The moment of the look.</param>
public sealed record StoreStatistics(
    long Resources,
    long Held,
    long Notices,
    DateTimeOffset? OldestNotice,
    DateTimeOffset Now
);

/// <summary>A workspace's resources at a moment.</summary>
/// <param name="Resources">A lease past its end may still stand in them: ask <see cref="ResourceList.At"/>.</param>
/// <param name="Now">The moment of the look.</param>
/// <param name="Revision">Raised by every change that people can see.</param>
public sealed record ResourceSnapshot(ResourceList Resources, DateTimeOffset Now, long Revision);
