using System.Text.Json;
using LockThat.App.Locks;
using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>The statements about resources. Each is one look at one moment.</summary>
internal static class ResourceRows
{
    /// <summary>How long a claim on what is due holds: far longer than ending it takes, and short enough to be taken over from the dead.</summary>
    private const string DueClaim = "interval '5 seconds'";

    public static NpgsqlCommand Find(ResourceKey key) => Statement.Of(
        """
        select lockthat.now(), r.name, r.org, r.state
        from (select 1) as one left join lockthat.resources r on r.team = $1 and r.name_key = $2
        """,
        Statement.With(key.Team.Value),
        Statement.With(key.Name.Identity));

    public static (Resource?, DateTimeOffset) ReadFound(TeamId team, NpgsqlDataReader row) =>
        (row.IsDBNull(1) ? null : ReadResource(team, row, 1), row.Instant(0));

    public static NpgsqlCommand List(TeamId team) => Statement.Of(
        """
        select (select lockthat.now()), coalesce(w.deleted_versions, 0), coalesce(r.version, 0), r.name, r.org, r.state
        from (select 1) as one
        left join lockthat.workspaces w on w.team = $1
        left join lockthat.resources r on r.team = $1
        """,
        Statement.With(team.Value));

    public static (DateTimeOffset Now, long Deleted, long Version, Resource? Resource) ReadListed(TeamId team, NpgsqlDataReader row) =>
        (row.Instant(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : ReadResource(team, row, 3));

    /// <summary>
    /// What is due and nobody else works upon, claimed for this instance. What it claimed before comes again for as long as it is due.
    /// </summary>
    public static NpgsqlCommand ClaimDue(int most, string instance) => Statement.Of(
        $"""
        with due as (
            select team, name_key from lockthat.resources
            where due_at <= (select lockthat.now())
                and (claimed_by is null or claimed_by = $2 or claimed_until <= (select lockthat.now()))
            order by due_at limit $1
            for update skip locked
        )
        update lockthat.resources r set claimed_by = $2, claimed_until = (select lockthat.now()) + {DueClaim}
        from due where r.team = due.team and r.name_key = due.name_key
        returning r.team, r.name, r.due_at
        """,
        Statement.With(most),
        Statement.With(instance));

    public static (DateTimeOffset DueAt, ResourceKey Key) ReadDue(NpgsqlDataReader row) =>
        (row.Instant(2), new(new(row.GetString(0)), ResourceName.Of(row.GetString(1))));

    public static NpgsqlCommand ReleaseDue(string instance) => Statement.Of(
        "update lockthat.resources set claimed_by = null, claimed_until = null where due_at <= lockthat.now() and claimed_by = $1",
        Statement.With(instance));

    public static NpgsqlCommand Involved() => Statement.Of(
        """
        select distinct r.team, r.org, p.person
        from lockthat.resources r cross join lateral (
            select r.state -> 'lease' ->> 'holder'
            union all select r.state -> 'lease' -> 'former' ->> 'holder'
            union all select jsonb_array_elements_text(r.state -> 'watchers')
        ) as p (person)
        where p.person is not null
        """);

    public static Involvement ReadInvolved(NpgsqlDataReader row) => new(ReadWorkspace(row, 0, 1), new(row.GetString(2)));

    public static NpgsqlCommand Tally() => Statement.Of(
        """
        select
            (select coalesce(sum(resources), 0) from lockthat.workspaces),
            (select count(*) from lockthat.resources where due_at is not null),
            (select count(*) from lockthat.notices),
            (select min(at) from lockthat.notices),
            lockthat.now()
        """);

    public static Tally ReadTally(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.Instant(3), row.Instant(4));

    /// <summary>A resource from the columns name, org and state.</summary>
    public static Resource ReadResource(TeamId team, NpgsqlDataReader row, int column) => ResourceJson.Read(
        new(team, OrgOf(row, column + 1)),
        row.GetString(column),
        row.GetFieldValue<JsonElement>(column + 2));

    public static Workspace ReadWorkspace(NpgsqlDataReader row, int team, int org) => new(new(row.GetString(team)), OrgOf(row, org));

    private static EnterpriseId? OrgOf(NpgsqlDataReader row, int column) => row.TextOrNull(column) is { } org ? new EnterpriseId(org) : null;
}
