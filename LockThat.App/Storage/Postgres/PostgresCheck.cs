using System.Globalization;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>Whether a database can be used, without leaving anything in it.</summary>
internal static class PostgresCheck
{
    public static async Task<StorageProbe> Look(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            var complete = ConnectionText.Read(connectionString);
            await using var source = NpgsqlDataSource.Create(complete);
            return await Database.Reach(source, complete, Look, cancellationToken);
        }
        catch (StorageException fault)
        {
            return new(fault.Message);
        }
    }

    private static async Task<StorageProbe> Look(NpgsqlConnection connection)
    {
        var (isReadOnly, mayCreate) = (
            await connection.Read(Statement.Of(SqlText.FindRights), row => (row.GetBoolean(0), row.GetBoolean(1)))
        )[0];
        var found = await Schema.Find(connection);
        if (isReadOnly)
            return new("The server only reads: it is a copy of another one, or was told so.");
        if (found == Schema.Version)
            return new(null);
        if (!mayCreate)
            return new(
                $"{connection.UserName} may not create tables there: grant create on database {connection.Database}."
            );
        return new(
            null,
            found == 0
                ? "the next start makes the tables"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"the next start brings the tables from version {found} to {Schema.Version}"
                )
        );
    }
}
