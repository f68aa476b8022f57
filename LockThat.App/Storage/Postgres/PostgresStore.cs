using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Changes;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>
/// The store for any number of instances: they share only the database. Reads are single statements; changes go through
/// a few lanes. Workspaces do not wait for each other, and neither do instances.
/// </summary>
public sealed partial class PostgresStore : IResourceStore, IOutboxStore, IHomeStore, IStorage, IDisposable
{
    // While one lane's statement is under way, the other lane decides. More lanes would carry less in each, and cost
    // the server more.
    private const int LaneCount = 2;

    // Another instance may have left notices to deliver.
    private static readonly TimeSpan LookForNoticesEvery = TimeSpan.FromMilliseconds(500);

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly HomesBehind _homes;
    private readonly Signal _told = new();
    private readonly RequestCoalescer<long, bool> _delivered;
    private readonly RequestCoalescer<(TeamId Team, UserId User), Viewer?> _viewers;
    private readonly RequestCoalescer<ResourceKey, Found> _resources;
    private readonly RequestCoalescer<
        (TeamId Team, ResourceId Id),
        (Resource? Resource, DateTimeOffset Now)
    > _resourcesById;
    private ChangeBatcher[] _lanes = [];

    /// <summary>The store in this database; nothing is opened yet.</summary>
    public PostgresStore(string connectionString, TimeProvider time, ILogger<PostgresStore> logger)
    {
        _time = time;
        _database = new Database(connectionString, logger);
        _homes = new HomesBehind(_database, time);
        _delivered = new(_database, NoticeRows.Delete);
        _viewers = new(_database, ViewerRows.Find);
        _resources = new(_database, BatchRows.Look);
        _resourcesById = new(_database, ResourceRows.Find);
    }

    /// <summary>Reaches the database, and brings its tables up to date; opened already, it does nothing.</summary>
    /// <exception cref="StorageException">It cannot be reached, may not be used, or is from the future.</exception>
    public async Task Open(CancellationToken cancellationToken)
    {
        await _database.Open(cancellationToken);
        if (_lanes is not [])
            return;
        await SayAlive(cancellationToken);
        await NameTwins(cancellationToken);
        _lanes =
        [
            .. Enumerable.Range(0, LaneCount).Select(_ => new ChangeBatcher(_database, _told, () => _isBesideOlder)),
        ];
    }

    /// <summary>Stores all requests so far, and releases the claims of this instance.</summary>
    public async Task Close(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_lanes.Select(lane => lane.Close())).WaitAsync(cancellationToken);
        try
        {
            await _database.Execute(NoticeRows.Release(_database.Instance), cancellationToken);
            await _database.Execute(InstanceRows.Forget(_database.Instance), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // If the release fails, the claims run out by themselves.
        }

        await _database.Close();
    }

    public void Dispose() => _deciding.Dispose();

    string? IStorage.Warning => null;

    public async ValueTask<string?> FindFault(CancellationToken cancellationToken) =>
        await _database.FindFault(cancellationToken);

    public async Task<Outcome> Change(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        if (_isBesideOlder)
            await LookForOlder(cancellationToken);
        if (scope.IsOfTeam)
            return await ChangePolicy(scope, decide, cancellationToken);
        for (var place = 0; place < scope.Count; place++)
            await RequireReadable(scope[place].Name, cancellationToken);
        var work = new Work(scope, Seeing(scope.Team, decide), cancellationToken);
        if (_lanes is [] || !_lanes[(scope.Team.GetHashCode() & int.MaxValue) % LaneCount].TryAdd(work))
            throw new StoreUnavailableException("The store is closed, or has too much to do");
        try
        {
            return await work.Done.WaitAsync(_database.Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It may have ended at that very moment, even with an error.
            if (work.Done.IsCompleted)
                return await work.Done;
            var late = new StoreUnavailableException("Postgres does not serve in time");
            work.Fail(late);
            throw late;
        }
    }

    public async ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    )
    {
        var found = await _resources.Ask(key, cancellationToken);
        return (found.Resource, found.Now);
    }

    // Many are asked for at once when many locks end, because each notice is checked before it is sent.
    public async ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        TeamId team,
        ResourceId id,
        CancellationToken cancellationToken
    ) => await _resourcesById.Ask((team, id), cancellationToken);

    public async ValueTask<IReadOnlyList<Resource>> Waiting(TeamId team, Actor who, CancellationToken cancellationToken)
    {
        var found = await _database.Read(
            ResourceRows.Waiting(team, who),
            row => ResourceRows.ReadWithLine(team, row, 0),
            cancellationToken
        );
        return [.. found.OrderBy(resource => resource.Name)];
    }

    public async ValueTask<ResourceSnapshot> List(TeamId team, Actor? reader, CancellationToken cancellationToken)
    {
        var rows = await _database.Read(
            ResourceRows.List(team, reader),
            row => ResourceRows.ReadListed(team, row),
            cancellationToken
        );
        // The revision follows the numbers of the changes: it rises with each commit, in any order.
        var revision = 1 + rows[0].Deleted + rows.Sum(row => row.Version);
        return new(
            [.. rows.Select(row => row.Resource).OfType<Resource>().OrderBy(resource => resource.Name)],
            rows[0].Now,
            revision
        );
    }

    public async Task<IReadOnlyList<PendingNotice>> ClaimNotices(
        int mostPeople,
        Func<IReadOnlyCollection<TeamId>> busy,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var told = _told.Next;
            // Not cancelled halfway, because claimed notices must reach the claimer.
            var claimed = await _database.Read(
                NoticeRows.ClaimFirst(mostPeople, busy(), _database.Instance),
                NoticeRows.Read,
                CancellationToken.None
            );
            if (claimed.Count > 0)
                return
                [
                    .. claimed.OrderBy(one => one.DueAt).ThenBy(one => one.Notice.Number).Select(one => one.Notice),
                ];
            await told.WaitAsync(LookForNoticesEvery, _time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task Delivered(PendingNotice notice, CancellationToken cancellationToken)
    {
        await _delivered.Ask(notice.Number, cancellationToken);
        _told.Give();
    }

    public async Task DeliverLater(
        PendingNotice notice,
        TimeSpan wait,
        bool isAttempt,
        CancellationToken cancellationToken
    )
    {
        await _database.Execute(NoticeRows.PutOff(notice, wait, isAttempt, _database.Instance), cancellationToken);
        _told.Give();
    }

    public async ValueTask<Viewer?> FindViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        await _viewers.Ask((team, user), cancellationToken);

    public Task SaveViewer(Viewer viewer, CancellationToken cancellationToken) =>
        _database.Execute(ViewerRows.Save(viewer), cancellationToken);

    public Task ForgetViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        _database.Execute(ViewerRows.Forget(team, user), cancellationToken);

    public Task Shown(TeamId team, UserId user, long revision, CancellationToken cancellationToken) =>
        _database.Execute(ViewerRows.Show(team, user, revision), cancellationToken);

    public async ValueTask<IReadOnlyList<Viewer>> ViewersBehind(
        DateTimeOffset openedSince,
        CancellationToken cancellationToken
    ) => await _homes.Find(openedSince, cancellationToken);

    public async ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken) =>
        await _database.ReadPatiently(ResourceRows.Involved(), ResourceRows.ReadInvolved, cancellationToken);

    public async ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken) =>
        (await _database.ReadPatiently(ResourceRows.Tally(), ResourceRows.ReadTally, cancellationToken))[0];
}
