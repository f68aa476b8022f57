using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about all data of a workspace or an organisation, and about deleting them.</summary>
internal static class PurgeRows
{
    public static NpgsqlCommand TeamsOf(EnterpriseId organisation) =>
        Statement.Of(SqlText.ListTeamsOf, Statement.With(organisation.Value));

    /// <summary>Every installation through which a workspace's data were reached, and the server's moment; at least one
    /// row.</summary>
    public static NpgsqlCommand Reached(TeamId team) => Statement.Of(SqlText.ListReached, Statement.With(team.Value));

    public static (DateTimeOffset Now, Workspace? Workspace) ReadReached(NpgsqlDataReader row) =>
        (row.Instant(0), row.IsDBNull(1) ? null : ResourceRows.ReadWorkspace(row, 1, 2));

    /// <summary>Deletes at most so many rows of each kind that belong to a workspace.</summary>
    public static async Task<Forgotten> Forget(NpgsqlConnection connection, TeamId team, int mostOfEach)
    {
        var all = default(Forgotten);
        foreach (var table in PurgedRows.Tables)
        {
            var forget = Statement.Of(TextOf(table), Statement.With(team.Value), Statement.With(mostOfEach));
            all += PurgedRows.Count(table, (await connection.Read(forget, row => row.GetInt32(0)))[0]);
        }

        return all;
    }

    // Rows that belong to those of a table, in tables that only PostgreSQL has, are deleted with them.
    private static string TextOf(StoredTable table) =>
        table switch
        {
            StoredTable<StoredRow.AResource> => SqlText.ForgetResources,
            StoredTable<StoredRow.AWait> => SqlText.ForgetWaits,
            StoredTable<StoredRow.APolicy> => SqlText.ForgetPolicy,
            StoredTable<StoredRow.ANotice> => SqlText.ForgetNotices,
            StoredTable<StoredRow.AViewer> => SqlText.ForgetViewers,
            StoredTable<StoredRow.APerson> => SqlText.ForgetPeople,
            StoredTable<StoredRow.AFormerMember> => SqlText.ForgetFormerMembers,
            StoredTable<StoredRow.AnEvent> => SqlText.ForgetEvents,
            StoredTable<StoredRow.APosition> => SqlText.ForgetPosition,
            _ => throw new UnreachableException(),
        };
}
