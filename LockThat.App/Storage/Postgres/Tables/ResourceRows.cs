using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Waiting;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about resources. Each is one look at one moment.</summary>
internal static class ResourceRows
{
    public static NpgsqlCommand List(TeamId team, Actor? reader) =>
        Statement.Of(
            SqlText.ListResources,
            Statement.With(team.Value),
            Statement.With(reader is { } who ? ActorText.Of(who) : null)
        );

    public static (DateTimeOffset Now, long Deleted, long Version, Resource? Resource) ReadListed(
        TeamId team,
        NpgsqlDataReader row
    ) => (row.Instant(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : ReadWithLine(team, row, 3));

    public static NpgsqlCommand IsAnyDue() => Statement.Of(SqlText.IsAnyDue);

    public static NpgsqlCommand Involved() => Statement.Of(SqlText.ListParticipants);

    public static ResourceParticipant ReadInvolved(NpgsqlDataReader row) =>
        new(ReadWorkspace(row, 0, 1), new(row.GetString(2)));

    public static NpgsqlCommand Tally() => Statement.Of(SqlText.CountAll);

    public static StoreStatistics ReadTally(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.Instant(3), row.Instant(4));

    /// <summary>The resources of these ids, in their order.</summary>
    public static async Task<IReadOnlyList<(Resource? Resource, DateTimeOffset Now)>> Find(
        NpgsqlConnection connection,
        IReadOnlyList<(TeamId Team, ResourceId Id)> asked
    ) =>
        await connection.Read(
            Statement.Of(
                SqlText.FindResourcesById,
                Statement.With(asked.Select(one => one.Team.Value).ToArray()),
                Statement.With(asked.Select(one => one.Id.Value).ToArray())
            ),
            row => (row.IsDBNull(2) ? null : ReadWithLine(new(row.GetString(1)), row, 2), row.Instant(0))
        );

    public static NpgsqlCommand Waiting(TeamId team, Actor who) =>
        Statement.Of(SqlText.ListWaiting, Statement.With(team.Value), Statement.With(ActorText.Of(who)));

    /// <summary>A resource from the columns name, org, state, id and the part of its line that was read; null stands
    /// for none of it.</summary>
    public static Resource ReadWithLine(TeamId team, NpgsqlDataReader row, int column)
    {
        var resource = ReadResource(team, row, column);
        return row.IsDBNull(column + 4)
            ? resource
            : resource with
            {
                Line = new(resource.Line.Count, ReadLine(row.GetFieldValue<JsonElement>(column + 4))),
            };
    }

    /// <summary>A resource from the columns name, org, state and id. The id in the state is not used, because an older
    /// instance writes none.</summary>
    public static Resource ReadResource(TeamId team, NpgsqlDataReader row, int column) =>
        ResourceJson.Read(
            new(row.GetString(column + 3)),
            new(team, OrgOf(row, column + 1)),
            ResourceName.Of(row.GetString(column)),
            row.GetFieldValue<JsonElement>(column + 2)
        );

    public static Workspace ReadWorkspace(NpgsqlDataReader row, int team, int org) =>
        new(new(row.GetString(team)), OrgOf(row, org));

    // The one that asks may be among the first.
    private static ImmutableArray<Wait> ReadLine(JsonElement line) =>
        [.. line.EnumerateArray().Select(LineJson.ToWait).DistinctBy(wait => wait.Id).OrderBy(wait => wait.Ticket)];

    private static EnterpriseId? OrgOf(NpgsqlDataReader row, int column) =>
        row.TextOrNull(column) is { } org ? new EnterpriseId(org) : null;
}
