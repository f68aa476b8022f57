using System.Data;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Postgres.Tables;
using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>Installations lie in the same database: few, seldom changed, and decided upon by one at a time.</summary>
public sealed partial class PostgresStore : IInstallStore
{
    private const int ForgottenAtOnce = 100;

    // A caller that waits for another one holds a connection.
    private readonly SemaphoreSlim _deciding = new(2);

    public async ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) =>
        (await _database.Read(InstallRows.Find(key), InstallRows.ReadFound, cancellationToken))[0].Installation;

    public async ValueTask<IReadOnlyList<Installation>> List(CancellationToken cancellationToken) =>
        await _database.ReadPatiently(InstallRows.List(), row => InstallRows.Read(row, 0), cancellationToken);

    public async Task<Installation?> Change(
        InstallKey key,
        Func<Installation?, DateTimeOffset, Installation?> decide,
        CancellationToken cancellationToken
    )
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
                    if (next is not null && next.Key != key)
                        throw new InvalidOperationException("A decision about one installation returned another");
                    if (!ReferenceEquals(next, found))
                        await connection.Execute(next is null ? InstallRows.Delete(key) : InstallRows.Save(next));
                    return next;
                },
                cancellationToken
            );
        }
        finally
        {
            _deciding.Release();
        }
    }

    public async Task<bool> Redeem(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await _database.Read(InstallRows.Redeem(id, until), row => row.GetBoolean(0), cancellationToken)).Count > 0;

    public async ValueTask<IReadOnlyList<TeamId>> TeamsOf(
        EnterpriseId organisation,
        CancellationToken cancellationToken
    ) =>
        await _database.ReadPatiently(
            PurgeRows.TeamsOf(organisation),
            row => new TeamId(row.GetString(0)),
            cancellationToken
        );

    public async Task<Forgotten> Forget(InstallKey purging, TeamId team, CancellationToken cancellationToken)
    {
        for (var all = default(Forgotten); ; )
        {
            if (await ForgetSome(purging, team, cancellationToken) is not { } some)
                continue;
            if (some.Total == 0)
                return all;
            all += some;
        }
    }

    /// <summary>
    /// Asks and deletes in one view of the database. Later changes are not in this view, so data that are stored after
    /// a return are not deleted. Null when a row to delete has changed since.
    /// </summary>
    private async Task<Forgotten?> ForgetSome(InstallKey purging, TeamId team, CancellationToken cancellationToken)
    {
        try
        {
            return await _database.RunHeld<Forgotten?>(
                _ => Task.CompletedTask,
                async connection =>
                {
                    var reached = await connection.Read(PurgeRows.Reached(team), PurgeRows.ReadReached);
                    var workspaces = reached.Select(one => one.Workspace).OfType<Workspace>().ToList();
                    var installs = await Concerned(connection, purging, team, workspaces);
                    return DataInUse.MayForget(purging, team, workspaces, installs.GetValueOrDefault, reached[0].Now)
                        ? await PurgeRows.Forget(connection, team, ForgottenAtOnce)
                        : default(Forgotten);
                },
                cancellationToken,
                IsolationLevel.RepeatableRead
            );
        }
        catch (StoreUnavailableException late)
            when (late.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure })
        {
            return null;
        }
    }

    /// <summary>The installations that decide: the workspace's own, the one that left, and those of its
    /// organisations.</summary>
    private static async Task<Dictionary<InstallKey, Installation>> Concerned(
        NpgsqlConnection connection,
        InstallKey purging,
        TeamId team,
        IEnumerable<Workspace> reached
    )
    {
        var own = await connection.Read(InstallRows.Some([purging, new(team.Value)]), row => InstallRows.Read(row, 0));
        var organisations = own.Select(install => install.Enterprise)
            .Concat(reached.Select(workspace => workspace.OrgInstall))
            .OfType<EnterpriseId>();
        var others = organisations.SelectMany(organisation =>
            new[] { new(organisation.Value), InstallKey.OfAccess(organisation, team) }
        );
        var found = await connection.Read(InstallRows.Some(others), row => InstallRows.Read(row, 0));
        return own.Concat(found).DistinctBy(install => install.Key).ToDictionary(install => install.Key);
    }
}
