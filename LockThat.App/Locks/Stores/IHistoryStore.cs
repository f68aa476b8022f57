using System.Collections.Immutable;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Stores;

/// <summary>
/// The seam to the history. An event is committed with its change, and is filed a moment later: then it gets its
/// position, in the order of the commits. Every member throws <see cref="StoreUnavailableException"/> when the store
/// cannot serve it.
/// </summary>
public interface IHistoryStore
{
    /// <summary>A page of events, the newest first. Events that are committed and not filed yet are on it,
    /// too.</summary>
    ValueTask<HistoryPage> Page(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>Filed events behind a position, in their order: a reader that goes on from the last position that it
    /// was given misses nothing.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="position">0 for all events.</param>
    /// <param name="most">At least 1.</param>
    ValueTask<IReadOnlyList<StoredEvent>> After(
        TeamId team,
        long position,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The newest position of a workspace; 0 when nothing was ever filed.</summary>
    ValueTask<long> Position(TeamId team, CancellationToken cancellationToken);

    /// <summary>Gives positions to events that are committed and have none; one filer works at a time. Returns how many
    /// were filed: 0 when none is waiting, or when another instance files at this moment.</summary>
    Task<int> File(int most, CancellationToken cancellationToken);

    /// <summary>Deletes at most so many of the events that happened before a moment. Returns how many were
    /// deleted.</summary>
    Task<int> Prune(DateTimeOffset olderThan, int most, CancellationToken cancellationToken);
}

/// <summary>An event that is kept.</summary>
/// <param name="Position">1, 2, 3 … in each workspace, in the order of the commits.</param>
/// <param name="Event">The event.</param>
public sealed record StoredEvent(long Position, ResourceEvent Event);

/// <summary>A question about the past of a workspace.</summary>
/// <param name="Team">The workspace.</param>
public sealed record HistoryQuery(TeamId Team)
{
    /// <summary>One resource, under every name that it had; null for all.</summary>
    public ResourceId? Resource { get; init; }

    /// <summary>The acts of one person, or of a program for them; null for all.</summary>
    public UserId? Person { get; init; }

    /// <summary>The events of one group; null for all.</summary>
    public EventGroup? Group { get; init; }

    /// <summary>Only events before this position; null begins with the newest.</summary>
    public long? Before { get; init; }

    /// <summary>How many events a page has; 1 to 100.</summary>
    public int Count { get; init; } = 20;
}

/// <summary>A page of events.</summary>
/// <param name="Events">The newest first.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record HistoryPage(ImmutableArray<StoredEvent> Events, bool HasMore);

/// <summary>Kinds of events that are looked for together.</summary>
public enum EventGroup
{
    /// <summary>Locks that began or were made longer, and new resources.</summary>
    Locks,

    /// <summary>Locks that were ended, and unlocks that were taken back.</summary>
    Unlocks,

    /// <summary>Places in line, and turns.</summary>
    Line,

    /// <summary>Asks with their answers, and locks that were given to another person.</summary>
    Asking,

    /// <summary>Resources that were deleted, and deletions that were taken back.</summary>
    Resources,

    /// <summary>Rules of the team that were changed.</summary>
    Rules,
}
