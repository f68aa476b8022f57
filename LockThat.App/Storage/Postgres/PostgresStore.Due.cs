using LockThat.App.Locks;
using LockThat.App.Storage.Postgres.Changes;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>
/// The work of the clock. It holds due rows until its decisions are stored, so that no other instance works on them. It
/// waits in no lane, so that nobody waits behind it there.
/// </summary>
public sealed partial class PostgresStore
{
    // A change of one of these rows waits until all of them are stored, so there must not be too many.
    private const int MostDueAtOnce = 512;

    public async Task<IReadOnlyList<Outcome>> ChangeDue(
        int most,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        // Nearly always nothing is due, and then this one statement is enough.
        var (isAnyDue, twins) = (
            await _database.Read(
                ResourceRows.IsAnyDue(),
                row => (row.GetBoolean(0), TwinRows.ReadLook(row, 1)),
                cancellationToken
            )
        )[0];
        await SayAlive(cancellationToken);
        await Settle(twins, cancellationToken);
        if (!isAnyDue)
            return [];
        var batch = Batch.Empty;
        var (decided, hasNews) = await _database.RunHeld(
            async connection => batch = await BatchRows.HoldDue(connection, Math.Min(most, MostDueAtOnce)),
            async connection =>
            {
                var works = batch.Keys.Select(key => new Work(key, decide, cancellationToken)).ToList();
                var (written, hasNews) = await ChangeBatcher.Decide(connection, batch, [.. works]);
                return (works.FindAll(work => !batch.Writes(work.Scope)).Concat(written).ToList(), hasNews);
            },
            cancellationToken
        );
        if (hasNews)
            _told.Give();
        decided.ForEach(work => work.Complete());
        return await Task.WhenAll(decided.Select(work => work.Done));
    }
}
