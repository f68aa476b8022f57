using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Storage.Postgres.Sql;
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

    /// <summary>Deletes at most so many rows of each kind. The row that all resources share is deleted once there are
    /// no resources.</summary>
    public static NpgsqlCommand Forget(TeamId team, int mostOfEach) =>
        Statement.Of(SqlText.ForgetWorkspace, Statement.With(team.Value), Statement.With(mostOfEach));

    /// <summary>How much was deleted, and how many events with it.</summary>
    public static (Forgotten Forgotten, int Events) ReadForgotten(NpgsqlDataReader row) =>
        (new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), row.GetInt32(3));
}
