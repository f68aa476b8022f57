using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Storage;

/// <summary>A store between its callers and another one, which does what the other does unless it is said
/// otherwise.</summary>
internal abstract class StoreAround(ILockStore inner) : ILockStore
{
    protected ILockStore Inner { get; } = inner;

    public virtual Task<T> Change<T>(
        ResourceKey key,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    ) => Inner.Change(key, decide, cancellationToken);

    public virtual ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    ) => Inner.Find(key, cancellationToken);

    public ValueTask<ResourceSnapshot> List(TeamId team, CancellationToken cancellationToken) =>
        Inner.List(team, cancellationToken);

    public virtual Task<IReadOnlyList<T>> ChangeDue<T>(
        int most,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    ) => Inner.ChangeDue(most, decide, cancellationToken);

    public Task<IReadOnlyList<PendingNotice>> ClaimNotices(
        int mostPeople,
        Func<IReadOnlyCollection<TeamId>> busy,
        CancellationToken cancellationToken
    ) => Inner.ClaimNotices(mostPeople, busy, cancellationToken);

    public Task Delivered(PendingNotice notice, CancellationToken cancellationToken) =>
        Inner.Delivered(notice, cancellationToken);

    public Task DeliverLater(
        PendingNotice notice,
        TimeSpan wait,
        bool isAttempt,
        CancellationToken cancellationToken
    ) => Inner.DeliverLater(notice, wait, isAttempt, cancellationToken);

    public ValueTask<Viewer?> FindViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        Inner.FindViewer(team, user, cancellationToken);

    public Task SaveViewer(Viewer viewer, CancellationToken cancellationToken) =>
        Inner.SaveViewer(viewer, cancellationToken);

    public Task ForgetViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        Inner.ForgetViewer(team, user, cancellationToken);

    public Task Shown(TeamId team, UserId user, long revision, CancellationToken cancellationToken) =>
        Inner.Shown(team, user, revision, cancellationToken);

    public ValueTask<IReadOnlyList<Viewer>> ViewersBehind(
        DateTimeOffset openedSince,
        CancellationToken cancellationToken
    ) => Inner.ViewersBehind(openedSince, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken) =>
        Inner.Participants(cancellationToken);

    public ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken) =>
        Inner.Statistics(cancellationToken);
}
