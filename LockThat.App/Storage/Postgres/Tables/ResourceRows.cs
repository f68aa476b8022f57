using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about resources. Each is one look at one moment.</summary>
internal static class ResourceRows
{
    /// <summary>
    /// The row that the team and identity of <c>k</c> stand for. Most rows are found by the key that all versions know,
    /// and the others, few, by an index of their own.
    /// </summary>
    public const string Named = """
        lateral (
            select n.version, coalesce(n.shown, n.name) as name, n.org, n.state, n.name_key from lockthat.resources n
            where n.team = k.team and n.name_key = k.identity and n.identity is null
            union all
            select n.version, coalesce(n.shown, n.name) as name, n.org, n.state, n.name_key from lockthat.resources n
            where n.team = k.team and n.identity = k.identity and n.identity <> ''
            limit 1
        )
        """;

    public static NpgsqlCommand List(TeamId team) =>
        Statement.Of(
            """
            select (select lockthat.now()), coalesce(w.deleted_versions, 0), coalesce(r.version, 0), coalesce(r.shown, r.name), r.org, r.state
            from (select 1) as one
            left join lockthat.workspaces w on w.team = $1
            left join lockthat.resources r on r.team = $1 and r.identity is distinct from ''
            """,
            Statement.With(team.Value)
        );

    public static (DateTimeOffset Now, long Deleted, long Version, Resource? Resource) ReadListed(
        TeamId team,
        NpgsqlDataReader row
    ) => (row.Instant(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : ReadResource(team, row, 3));

    public static NpgsqlCommand IsAnyDue() =>
        Statement.Of(
            $"select exists (select from lockthat.resources where due_at <= (select lockthat.now())), {TwinRows.Waiting}"
        );

    public static NpgsqlCommand Involved() =>
        Statement.Of(
            """
            select distinct r.team, r.org, p.person
            from lockthat.resources r cross join lateral (
                select r.state -> 'lease' ->> 'holder'
                union all select r.state -> 'lease' -> 'former' ->> 'holder'
                union all select jsonb_array_elements_text(r.state -> 'watchers')
            ) as p (person)
            where p.person is not null
            """
        );

    public static ResourceParticipant ReadInvolved(NpgsqlDataReader row) =>
        new(ReadWorkspace(row, 0, 1), new(row.GetString(2)));

    public static NpgsqlCommand Tally() =>
        Statement.Of(
            """
            select
                (select coalesce(sum(resources), 0) from lockthat.workspaces),
                (select count(*) from lockthat.resources where due_at is not null),
                (select count(*) from lockthat.notices),
                (select min(at) from lockthat.notices),
                lockthat.now()
            """
        );

    public static StoreStatistics ReadTally(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.Instant(3), row.Instant(4));

    /// <summary>A resource from the columns name, org and state.</summary>
    public static Resource ReadResource(TeamId team, NpgsqlDataReader row, int column) =>
        ResourceJson.Read(
            new(team, OrgOf(row, column + 1)),
            row.GetString(column),
            row.GetFieldValue<JsonElement>(column + 2)
        );

    public static Workspace ReadWorkspace(NpgsqlDataReader row, int team, int org) =>
        new(new(row.GetString(team)), OrgOf(row, org));

    private static EnterpriseId? OrgOf(NpgsqlDataReader row, int column) =>
        row.TextOrNull(column) is { } org ? new EnterpriseId(org) : null;
}
