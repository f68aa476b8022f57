using LockThat.App.Locks;

namespace LockThat.App.Storage.Postgres;

/// <summary>What the clock does: it takes rows that are due and keeps them until what was decided upon them is stored, so that no other instance works upon them.</summary>
public sealed partial class PostgresStore
{
    // Whoever wants to lock one of them meanwhile waits until all are stored.
    private const int MostDueAtOnce = 256;

    // One is decided upon while the server writes the other's log.
    private const int DueTransactions = 2;

    public async Task<IReadOnlyList<T>> ChangeDue<T>(int most, Func<Resource?, Facts, Decision<T>> decide, CancellationToken cancellationToken)
    {
        var some = Math.Min(most, DueTransactions * MostDueAtOnce);
        // Nearly always nothing is, and then this is all that is asked.
        var due = (await _database.Read(ResourceRows.CountDue(some), row => row.GetInt32(0), cancellationToken))[0];
        var shares = Enumerable.Range(0, due).Chunk(MostDueAtOnce).Select(share => ChangeHeld(share.Length, decide, cancellationToken));
        return [.. (await Task.WhenAll(shares)).SelectMany(decided => decided)];
    }

    private async Task<IReadOnlyList<T>> ChangeHeld<T>(int most, Func<Resource?, Facts, Decision<T>> decide, CancellationToken cancellationToken)
    {
        var batch = Batch.Empty;
        var decided = await _database.RunHeld(
            async connection => batch = await BatchRows.HoldDue(connection, most),
            async connection =>
            {
                var outcomes = batch.Keys.Select(key => (Key: key, Outcome: batch.Decide(key, decide))).ToList();
                var written = await BatchRows.Write(connection, batch);
                return outcomes.Where(one => written.Contains(one.Key) || !batch.Writes(one.Key)).Select(one => one.Outcome).ToList();
            },
            cancellationToken);
        if (batch.Changes.Any(change => change.Notices.Count > 0)) _told.Give();
        return decided;
    }
}
