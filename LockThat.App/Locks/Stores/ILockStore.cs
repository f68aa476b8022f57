using LockThat.App.Identifiers;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Locks.Stores;

/// <summary>The seam to what is kept. Every member throws <see cref="StoreUnavailableException"/> when the store cannot
/// serve it; a change is then not made.</summary>
public interface ILockStore
{
    /// <summary>
    /// The one way by which anything changes: decides on the present state of one resource, and commits the next state
    /// and its notices together, durably, before the task completes. <paramref name="decide"/> is pure and may run more
    /// than once; what it throws reaches the caller and changes nothing.
    /// </summary>
    Task<T> Change<T>(ResourceKey key, Func<Resource?, Facts, Decision<T>> decide, CancellationToken cancellationToken);

    /// <summary>One resource as it stands, with the moment of the look.</summary>
    ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(ResourceKey key, CancellationToken cancellationToken);

    /// <summary>All resources of a workspace, sorted by name.</summary>
    ValueTask<ResourceSnapshot> List(TeamId team, CancellationToken cancellationToken);

    /// <summary>
    /// The same for at most <paramref name="most"/> resources whose end or reminder has come, the earliest of all
    /// workspaces; a store may take fewer at a time.
    /// Returns what came of each that was decided upon.
    /// </summary>
    Task<IReadOnlyList<T>> ChangeDue<T>(
        int most,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Waits until somebody can be told something, and claims the oldest notice of each of at most
    /// <paramref name="mostPeople"/> people: until it is
    /// <see cref="Delivered"/> or put off by <see cref="DeliverLater"/>, nobody else gets a notice of theirs.
    /// </summary>
    /// <param name="mostPeople">At least 1.</param>
    /// <param name="busy">The workspaces whose notices are to wait; asked at each look, and looked again whenever a
    /// notice was settled.</param>
    Task<IReadOnlyList<PendingNotice>> ClaimNotices(
        int mostPeople,
        Func<IReadOnlyCollection<TeamId>> busy,
        CancellationToken cancellationToken
    );

    /// <summary>Slack took the notice, or never will: forget it.</summary>
    Task Delivered(PendingNotice notice, CancellationToken cancellationToken);

    /// <summary>The notice is due again after <paramref name="wait"/>; later notices to the same person wait with
    /// it.</summary>
    /// <param name="notice">As it was claimed.</param>
    /// <param name="wait">Not negative.</param>
    /// <param name="isAttempt">Whether its delivery failed, which is counted; a rate limit is no failure.</param>
    Task DeliverLater(PendingNotice notice, TimeSpan wait, bool isAttempt, CancellationToken cancellationToken);

    /// <summary>Somebody's Home as they last had it; null when they never opened it.</summary>
    ValueTask<Viewer?> FindViewer(TeamId team, UserId user, CancellationToken cancellationToken);

    /// <summary>Keeps what somebody's Home shows: page, filter and when it was opened. It counts as behind until
    /// <see cref="Shown"/>, and is on the one Home that a person has in an organisation, in the place of their other
    /// workspaces of it.</summary>
    Task SaveViewer(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Somebody has no Home there any more, if they ever had one.</summary>
    Task ForgetViewer(TeamId team, UserId user, CancellationToken cancellationToken);

    /// <summary>Somebody's Home shows the given revision of their workspace. What it showed of another workspace of the
    /// organisation is behind then.</summary>
    Task Shown(TeamId team, UserId user, long revision, CancellationToken cancellationToken);

    /// <summary>Viewers who opened their Home since the given moment and whose Home shows an older revision than their
    /// workspace has, or may show one: after a start a store that remembers no revisions returns all of them. Nobody
    /// else is given them for a moment.</summary>
    ValueTask<IReadOnlyList<Viewer>> ViewersBehind(DateTimeOffset openedSince, CancellationToken cancellationToken);

    /// <summary>Everybody who holds something, would get it back or watches it, of all workspaces, each once.</summary>
    ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken);

    /// <summary>How much is kept, of all workspaces; for who watches over the app.</summary>
    ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken);
}

/// <summary>Somebody whom a resource concerns.</summary>
/// <param name="Workspace">Where, as it was last reached.</param>
/// <param name="User">Who.</param>
public readonly record struct ResourceParticipant(Workspace Workspace, UserId User);

/// <summary>How much is kept at a moment, of all workspaces.</summary>
/// <param name="Resources">All resources.</param>
/// <param name="Held">Those that somebody holds; a lock counts until its end is stored.</param>
/// <param name="Notices">Those that are still to be delivered.</param>
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

/// <summary>Somebody who has opened the app's Home.</summary>
/// <param name="Workspace">Where.</param>
/// <param name="User">Who.</param>
/// <param name="OpenedAt">When they last opened it.</param>
/// <param name="Page">The page shown, from 0.</param>
/// <param name="Filter">The text in the filter box; empty for none.</param>
public sealed record Viewer(Workspace Workspace, UserId User, DateTimeOffset OpenedAt, int Page, string Filter)
{
    /// <summary>False when they have opened another workspace of the same org-wide install since, in which a person has
    /// one Home.</summary>
    public bool IsOnHome { get; init; } = true;
}

/// <summary>The store cannot be reached, is full or is busy: what was asked was not done and may be tried
/// again.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
