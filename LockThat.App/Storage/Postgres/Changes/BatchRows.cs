using LockThat.App.Locks;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Postgres.Tables;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>
/// The two statements of a batch: what is there, and what is to be there. The second writes each key on condition that
/// it is as it was read, its notices with it, and waits for nobody's row: one that another instance is about to change
/// counts as changed.
/// </summary>
internal static class BatchRows
{
    public static async Task<Batch> Read(NpgsqlConnection connection, IReadOnlyCollection<ResourceKey> keys)
    {
        var found = await Look(connection, keys);
        return new(keys.Index().ToDictionary(key => key.Item, key => found[key.Index]));
    }

    /// <summary>What is there, in the order of the keys; one key may come several times.</summary>
    public static async Task<IReadOnlyList<Found>> Look(
        NpgsqlConnection connection,
        IReadOnlyCollection<ResourceKey> keys
    ) => await connection.Read(Found(keys), ReadFound);

    /// <summary>What is due and nobody else is about to change, kept so until the end of the transaction.</summary>
    public static async Task<Batch> HoldDue(NpgsqlConnection connection, int most)
    {
        var due = await connection.Read(Due(most), ReadFound);
        return new(due.Where(found => found.Resource is not null).ToDictionary(found => found.Resource!.Key));
    }

    /// <summary>Writes what is still as it was read, and returns the keys of that.</summary>
    public static async Task<IReadOnlySet<ResourceKey>> Write(NpgsqlConnection connection, Batch batch)
    {
        var changes = batch.Changes;
        if (changes.Count == 0)
            return new HashSet<ResourceKey>();
        var newTeams = changes
            .Where(change => change.Found.ResourcesInWorkspace is null && change.IsCreated)
            .Select(change => change.Key.Team.Value)
            .Distinct()
            .ToArray();
        if (newTeams.Length > 0)
            await connection.Execute(Begin(newTeams));
        try
        {
            var written = await connection.Read(Written(changes), row => row.GetInt32(0));
            return written.Select(number => changes[number - 1].Key).ToHashSet();
        }
        catch (PostgresException twice)
            when (twice.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
        {
            // Created by another, who also deleted something: the count is as it was, but the key is taken.
            return new HashSet<ResourceKey>();
        }
    }

    /// <summary>Waits until nobody else changes this resource or creates one beside it, and keeps it so until the end
    /// of the transaction.</summary>
    public static async Task Hold(NpgsqlConnection connection, ResourceKey key)
    {
        await connection.Execute(
            Statement.Of(
                """
                select 1 from lockthat.resources
                where team = $1 and ((name_key = $2 and identity is null) or (identity = $2 and identity <> ''))
                for update
                """,
                Statement.With(key.Team.Value),
                Statement.With(key.Name.Identity)
            )
        );
        await connection.Execute(
            Statement.Of("select 1 from lockthat.workspaces where team = $1 for update", Statement.With(key.Team.Value))
        );
    }

    private static NpgsqlCommand Found(IReadOnlyCollection<ResourceKey> keys) =>
        Statement.Of(
            $"""
            select (select lockthat.now()), w.resources, k.team, r.version, r.name, r.org, r.state, r.name_key
            from unnest($1, $2) with ordinality as k (team, identity, number)
            left join lockthat.workspaces w on w.team = k.team
            left join {ResourceRows.Named} r on true
            order by k.number
            """,
            Statement.With(keys.Select(key => key.Team.Value).ToArray()),
            Statement.With(keys.Select(key => key.Name.Identity).ToArray())
        );

    // In the order in which people are told. The moment is one after the row is held: whoever had it until then has
    // decided before.
    private static NpgsqlCommand Due(int most) =>
        Statement.Of(
            """
            with due as materialized (
                select team, name_key, version, coalesce(shown, name) as name, org, state, due_at from lockthat.resources
                where due_at <= (select lockthat.now()) and identity is distinct from ''
                order by due_at limit $1
                for update skip locked
            )
            select lockthat.now(), w.resources, d.team, d.version, d.name, d.org, d.state, d.name_key
            from due d left join lockthat.workspaces w on w.team = d.team
            order by d.due_at, d.name_key
            """,
            Statement.With(most)
        );

    private static Found ReadFound(NpgsqlDataReader row) =>
        row.IsDBNull(3)
            ? new(null, null, row.Instant(0), row.IsDBNull(1) ? null : row.GetInt32(1), null)
            : new(
                ResourceRows.ReadResource(new(row.GetString(2)), row, 4),
                row.GetInt64(3),
                row.Instant(0),
                row.IsDBNull(1) ? null : row.GetInt32(1),
                row.GetString(7)
            );

    private static NpgsqlCommand Begin(string[] teams) =>
        Statement.Of(
            "insert into lockthat.workspaces (team) select team from unnest($1) as t (team) order by team on conflict do nothing",
            Statement.With(teams)
        );

    private static NpgsqlCommand Written(IReadOnlyList<Change> changes)
    {
        var teams = changes
            .Select(change => (Team: change.Key.Team.Value, Count: change.Found.ResourcesInWorkspace ?? 0))
            .DistinctBy(team => team.Team)
            .ToList();
        var told = changes
            .Index()
            .SelectMany(change => change.Item.Notices.Select(notice => (Number: change.Index + 1, Notice: notice)))
            .ToList();
        return Statement.Of(
            Write_,
            Statement.With(changes.Select(change => change.Key.Team.Value).ToArray()),
            Statement.With(changes.Select(change => change.RowKey).ToArray()),
            Statement.With(changes.Select(change => change.Found.Version).ToArray()),
            Statement.With(changes.Select(change => change.RowName).ToArray()),
            Statement.With(changes.Select(change => change.Next?.Workspace.OrgInstall?.Value).ToArray()),
            Statement.WithJson([
                .. changes.Select(change => change.Next is { } next ? ResourceJson.Write(next) : null),
            ]),
            Statement.With(changes.Select(change => change.Next?.DueAt).ToArray()),
            Statement.With(teams.Select(team => team.Team).ToArray()),
            Statement.With(teams.Select(team => team.Count).ToArray()),
            Statement.With(told.Select(one => one.Number).ToArray()),
            Statement.With(told.Select(one => one.Notice.To.Address).ToArray()),
            Statement.With(told.Select(one => one.Notice.Workspace.Team.Value).ToArray()),
            Statement.With(told.Select(one => one.Notice.Workspace.OrgInstall?.Value).ToArray()),
            Statement.With(told.Select(one => one.Notice.At).ToArray()),
            Statement.WithJson([.. told.Select(one => NoticeJson.Write(one.Notice))]),
            Statement.With(changes.Select(change => change.Key.Name.Identity).ToArray())
        );
    }

    // present: what is still as it was read. counted: workspaces of which nobody else creates or deletes something at
    // this moment.
    private const string Write_ = """
        with change as (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $16) with ordinality as c (team, name_key, version, name, org, state, due_at, identity, number)
        ), present as (
            select c.* from change c join lockthat.resources r on r.team = c.team and r.name_key = c.name_key
            where r.version = c.version
            for update of r skip locked
        ), counted as (
            select w.team, w.resources = g.resources as may_grow
            from unnest($8, $9) as g (team, resources) join lockthat.workspaces w on w.team = g.team
            where exists (select from change c where c.team = g.team and (c.state is null or c.version is null))
            for update of w skip locked
        ), updated as (
            update lockthat.resources r
            set name = coalesce(p.name, r.name), org = p.org, state = p.state, due_at = p.due_at, version = nextval('lockthat.versions'),
                changed_at = lockthat.now()
            from present p
            where p.state is not null and r.team = p.team and r.name_key = p.name_key
            returning p.number
        ), deleted as (
            delete from lockthat.resources r using present p join counted t on t.team = p.team
            where p.state is null and r.team = p.team and r.name_key = p.name_key
            returning p.number, r.team, r.version
        ), created as (
            insert into lockthat.resources (team, name_key, name, org, state, due_at, version, changed_at, identity)
            select c.team, c.name_key, c.name, c.org, c.state, c.due_at, nextval('lockthat.versions'), lockthat.now(), c.identity
            from change c join counted t on t.team = c.team
            where c.version is null and c.state is not null and t.may_grow
            returning team, coalesce(identity, name_key) as identity
        ), done as (
            select number from updated
            union all select number from deleted
            union all select c.number from created join change c using (team, identity)
            union all select number from change where version is null and state is null
        ), recounted as (
            update lockthat.workspaces w
            set resources = w.resources + g.growth, deleted_versions = w.deleted_versions + g.lost, changed_at = lockthat.now()
            from (
                select team, sum(growth)::int as growth, sum(lost)::bigint as lost
                from (select team, 1 as growth, 0 as lost from created union all select team, -1, version + 1 from deleted) as one
                group by team
            ) as g
            where w.team = g.team
        ), told as (
            insert into lockthat.notices (team, user_id, org, at, body, due_at)
            select n.team, n.user_id, n.org, n.at, n.body, lockthat.now()
            from unnest($10, $11, $12, $13, $14, $15) with ordinality as n (number, user_id, team, org, at, body, place)
            where n.number in (select number from done)
            order by n.place
        )
        select number::int from done
        """;
}
