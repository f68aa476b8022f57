using Npgsql;

namespace LockThat.App.Storage.Postgres.Sql;

/// <summary>The tables and their version. All of them lie in a schema of their own, so that a database may be shared
/// with others.</summary>
internal static class Schema
{
    // The first instance to start migrates; the others wait for it here. Any number will do that nobody else uses.
    private const long MigrationLock = 0x4C6F_636B_5468_6174;

    private const int OldestServer = 13;

    /// <summary>
    /// Step n brings a database of version n to n + 1, in one transaction with the new number. While instances are
    /// replaced one by one, those of the version before still run on the result. So a step only adds, and a table or
    /// column is dropped a version after its last use.
    /// </summary>
    private static readonly string[] Steps =
    [
        SqlText.CreateTables,
        SqlText.IndexPeople,
        SqlText.NameTwins,
        SqlText.KeepEvents,
        SqlText.KeepLines,
        SqlText.KeepPolicies,
        SqlText.KeepPeople,
        SqlText.KeepFormerMembers,
    ];

    public static int Version => Steps.Length;

    /// <exception cref="StorageException">The database was written by a later LockThat, or the server is too
    /// old.</exception>
    public static async Task Migrate(NpgsqlConnection connection)
    {
        if (await Find(connection) == Version)
            return;
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.Execute(Statement.Of(SqlText.HoldSchema, Statement.With(MigrationLock)));
        await connection.Execute(Statement.Of(SqlText.CreateSchema));
        for (var version = await Find(connection); version < Version; version++)
        {
            await connection.Execute(Statement.Of(Steps[version]));
            await connection.Execute(Statement.Of(SqlText.SaveVersion, Statement.With(version + 1)));
        }

        await transaction.CommitAsync();
    }

    /// <summary>The version of the database; 0 when there is nothing.</summary>
    /// <exception cref="StorageException">A later LockThat has been here, or the server is too old.</exception>
    public static async Task<int> Find(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StorageException(
                StorageFault.Unreachable,
                $"The server is PostgreSQL {connection.PostgreSqlVersion}; LockThat needs {OldestServer} or later."
            );
        var tables = await connection.Read(Statement.Of(SqlText.HasSchema), row => row.GetBoolean(0));
        if (!tables[0])
            return 0;
        var found = (await connection.Read(Statement.Of(SqlText.FindVersion), row => row.GetInt32(0))).FirstOrDefault();
        return found <= Version
            ? found
            : throw new StorageException(
                StorageFault.FromTheFuture,
                $"The database has version {found}, and this LockThat knows versions up to {Version}. Run the LockThat that wrote it, or a later one."
            );
    }
}
