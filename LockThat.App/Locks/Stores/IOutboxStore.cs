using LockThat.App.Identifiers;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Locks.Stores;

/// <summary>The seam to the notices on their way. Every member throws <see cref="StoreUnavailableException"/> when the
/// store cannot serve it.</summary>
public interface IOutboxStore
{
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
}
