using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>The history lies in the same database. The tail is filed before a page is read, so that the position of an
/// event that somebody has seen never changes.</summary>
public sealed partial class PostgresStore : IHistoryStore
{
    private const int MostOnPage = 100;
    private const int MostFiledForPage = 1000;

    public async ValueTask<HistoryPage> Page(HistoryQuery query, CancellationToken cancellationToken)
    {
        await FileAllOf(query.Team, cancellationToken);
        var count = Math.Clamp(query.Count, 1, MostOnPage);
        var found = await _database.Read(EventRows.Page(query, count + 1), EventRows.Read, cancellationToken);
        return new([.. Known(found.Take(count))], found.Count > count);
    }

    public async ValueTask<IReadOnlyList<StoredEvent>> After(
        TeamId team,
        long position,
        int most,
        CancellationToken cancellationToken
    ) => [.. Known(await _database.Read(EventRows.After(team, position, most), EventRows.Read, cancellationToken))];

    public async ValueTask<long> Position(TeamId team, CancellationToken cancellationToken) =>
        (await _database.Read(EventRows.Position(team), row => row.GetInt64(0), cancellationToken))[0];

    public async Task<int> File(int most, CancellationToken cancellationToken) =>
        (await _database.ReadPatiently(EventRows.File(most, only: null), row => row.GetInt32(0), cancellationToken))[0];

    public async Task<int> Prune(DateTimeOffset olderThan, int most, CancellationToken cancellationToken) =>
        (await _database.ReadPatiently(EventRows.Prune(olderThan, most), row => row.GetInt32(0), cancellationToken))[0];

    // Events of a later version that this one does not know are left out.
    private static IEnumerable<StoredEvent> Known(IEnumerable<(long Position, ResourceEvent? Event)> found) =>
        found.Where(one => one.Event is not null).Select(one => new StoredEvent(one.Position, one.Event!));

    /// <summary>Files the present tail of a workspace.</summary>
    private async Task FileAllOf(TeamId team, CancellationToken cancellationToken)
    {
        var newest = await _database.Read(
            EventRows.NewestInTail(team),
            row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0),
            cancellationToken
        );
        while (newest is [{ } number] && await IsInTail(team, number, cancellationToken))
            await _database.Execute(EventRows.File(MostFiledForPage, team), cancellationToken);
    }

    private async Task<bool> IsInTail(TeamId team, long number, CancellationToken cancellationToken) =>
        await _database.Read(EventRows.IsInTail(team, number), row => row.GetBoolean(0), cancellationToken) is [true];
}
