using System.Collections.Concurrent;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>
/// Two instances on one database, behind a balancer that sends each call to the next: what holds of one store holds of
/// both together. An instance works itself on the rows that it has claimed.
/// </summary>
internal sealed class TwoInstances(PostgresStore one, PostgresStore other)
    : IResourceStore,
        IOutboxStore,
        IHomeStore,
        IPersonStore,
        IHistoryStore,
        IFormerMemberStore,
        IInstallStore
{
    private readonly ConcurrentDictionary<long, PostgresStore> _claimed = new();
    private int _calls;

    private PostgresStore Next => Interlocked.Increment(ref _calls) % 2 == 0 ? one : other;

    public Task<Outcome> Change(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    ) => Next.Change(scope, decide, cancellationToken);

    public ValueTask<IReadOnlyList<Resource>> Waiting(TeamId team, Actor who, CancellationToken cancellationToken) =>
        Next.Waiting(team, who, cancellationToken);

    public ValueTask<TeamPolicy> Policy(TeamId team, CancellationToken cancellationToken) =>
        Next.Policy(team, cancellationToken);

    public ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    ) => Next.Find(key, cancellationToken);

    public ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        TeamId team,
        ResourceId id,
        CancellationToken cancellationToken
    ) => Next.Find(team, id, cancellationToken);

    public ValueTask<ResourceSnapshot> List(TeamId team, Actor? reader, CancellationToken cancellationToken) =>
        Next.List(team, reader, cancellationToken);

    public Task<IReadOnlyList<Outcome>> ChangeDue(
        int most,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    ) => Next.ChangeDue(most, decide, cancellationToken);

    public async Task<IReadOnlyList<PendingNotice>> ClaimNotices(
        int mostPeople,
        Func<IReadOnlyCollection<TeamId>> busy,
        CancellationToken cancellationToken
    )
    {
        var claimer = Next;
        var claimed = await claimer.ClaimNotices(mostPeople, busy, cancellationToken);
        foreach (var notice in claimed)
            _claimed[notice.Number] = claimer;
        return claimed;
    }

    public Task Delivered(PendingNotice notice, CancellationToken cancellationToken) =>
        _claimed[notice.Number].Delivered(notice, cancellationToken);

    public Task DeliverLater(
        PendingNotice notice,
        TimeSpan wait,
        bool isAttempt,
        CancellationToken cancellationToken
    ) => _claimed[notice.Number].DeliverLater(notice, wait, isAttempt, cancellationToken);

    public Task AddFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        Next.AddFormerMember(workspace, user, cancellationToken);

    public Task RemoveFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        Next.RemoveFormerMember(workspace, user, cancellationToken);

    public ValueTask<IReadOnlySet<UserId>> FormerMembers(
        TeamId team,
        IReadOnlyCollection<UserId> people,
        TimeSpan since,
        CancellationToken cancellationToken
    ) => Next.FormerMembers(team, people, since, cancellationToken);

    public ValueTask<Viewer?> FindViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        Next.FindViewer(team, user, cancellationToken);

    public Task SaveViewer(Viewer viewer, CancellationToken cancellationToken) =>
        Next.SaveViewer(viewer, cancellationToken);

    public Task ForgetViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        Next.ForgetViewer(team, user, cancellationToken);

    public Task Shown(TeamId team, UserId user, long revision, CancellationToken cancellationToken) =>
        Next.Shown(team, user, revision, cancellationToken);

    public ValueTask<IReadOnlyList<Viewer>> ViewersBehind(
        DateTimeOffset openedSince,
        CancellationToken cancellationToken
    ) => one.ViewersBehind(openedSince, cancellationToken);

    public ValueTask<KnownPerson?> FindPerson(TeamId team, UserId user, CancellationToken cancellationToken) =>
        Next.FindPerson(team, user, cancellationToken);

    public Task SavePerson(KnownPerson person, CancellationToken cancellationToken) =>
        Next.SavePerson(person, cancellationToken);

    public Task ChangeZone(
        Workspace workspace,
        UserId user,
        string? zone,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Next.ChangeZone(workspace, user, zone, at, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken) =>
        Next.Participants(cancellationToken);

    public ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken) =>
        Next.Statistics(cancellationToken);

    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) =>
        Next.Find(key, cancellationToken);

    public ValueTask<IReadOnlyList<Installation>> List(CancellationToken cancellationToken) =>
        Next.List(cancellationToken);

    public Task<Installation?> Change(
        InstallKey key,
        Func<Installation?, DateTimeOffset, Installation?> decide,
        CancellationToken cancellationToken
    ) => Next.Change(key, decide, cancellationToken);

    public Task<bool> Redeem(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        Next.Redeem(id, until, cancellationToken);

    public ValueTask<IReadOnlyList<TeamId>> TeamsOf(EnterpriseId organisation, CancellationToken cancellationToken) =>
        Next.TeamsOf(organisation, cancellationToken);

    public Task<Forgotten> Forget(InstallKey purging, TeamId team, CancellationToken cancellationToken) =>
        Next.Forget(purging, team, cancellationToken);

    public ValueTask<HistoryPage> Page(HistoryQuery query, CancellationToken cancellationToken) =>
        Next.Page(query, cancellationToken);

    public ValueTask<IReadOnlyList<StoredEvent>> After(
        TeamId team,
        long position,
        int most,
        CancellationToken cancellationToken
    ) => Next.After(team, position, most, cancellationToken);

    public ValueTask<long> Position(TeamId team, CancellationToken cancellationToken) =>
        Next.Position(team, cancellationToken);

    public Task<int> File(int most, CancellationToken cancellationToken) => Next.File(most, cancellationToken);

    public Task<int> Prune(DateTimeOffset olderThan, int most, CancellationToken cancellationToken) =>
        Next.Prune(olderThan, most, cancellationToken);
}
