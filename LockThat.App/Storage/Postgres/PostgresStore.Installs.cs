using LockThat.App.Installs;

namespace LockThat.App.Storage.Postgres;

/// <summary>Installations lie in the same database: few, seldom changed, and decided upon by one at a time.</summary>
public sealed partial class PostgresStore : IInstallStore
{
    // Whoever waits for another holds a connection.
    private readonly SemaphoreSlim _deciding = new(2);

    public async ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) =>
        (await _database.Read(InstallRows.Find(key), InstallRows.ReadFound, cancellationToken))[0].Installation;

    public async ValueTask<IReadOnlyList<Installation>> List(CancellationToken cancellationToken) =>
        await _database.ReadPatiently(InstallRows.List(), row => InstallRows.Read(row, 0), cancellationToken);

    public async Task<Installation?> Change(
        InstallKey key, Func<Installation?, DateTimeOffset, Installation?> decide, CancellationToken cancellationToken)
    {
        await _deciding.WaitAsync(cancellationToken);
        try
        {
            return await _database.RunHeld(
                connection => connection.Execute(InstallRows.Hold(key)),
                async connection =>
                {
                    var (found, now) = (await connection.Read(InstallRows.Find(key), InstallRows.ReadFound))[0];
                    var next = decide(found, now);
                    if (next is not null && next.Key != key) throw new InvalidOperationException("A decision upon one installation came to another");
                    if (!ReferenceEquals(next, found)) await connection.Execute(next is null ? InstallRows.Delete(key) : InstallRows.Save(next));
                    return next;
                },
                cancellationToken);
        }
        finally
        {
            _deciding.Release();
        }
    }

    public async Task<bool> Redeem(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await _database.Read(InstallRows.Redeem(id, until), row => row.GetBoolean(0), cancellationToken)).Count > 0;
}
