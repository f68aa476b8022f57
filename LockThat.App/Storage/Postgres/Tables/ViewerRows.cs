using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about who has opened the Home.</summary>
internal static class ViewerRows
{
    public const string Columns = "team, user_id, org, opened_at, page, filter";

    // Of an organisation a person sees on their one Home the workspace that they opened last.
    private const string IsOnHome = """
        not exists (
            select from lockthat.viewers later
            where later.user_id = v.user_id and later.org = v.org and (later.opened_at, later.team) > (v.opened_at, v.team))
        """;

    public static NpgsqlCommand List() =>
        Statement.Of($"select {Columns} from lockthat.viewers order by team, user_id");

    public static async Task<IReadOnlyList<Viewer?>> Find(
        NpgsqlConnection connection,
        IReadOnlyList<(TeamId Team, UserId User)> who
    )
    {
        var found = await connection.Read(
            Statement.Of(
                $"select {Columns}, {IsOnHome} from lockthat.viewers v where (team, user_id) in (select * from unnest($1, $2))",
                Statement.With(who.Select(one => one.Team.Value).ToArray()),
                Statement.With(who.Select(one => one.User.Value).ToArray())
            ),
            row => Read(row) with { IsOnHome = row.GetBoolean(6) }
        );
        var byPerson = found.ToDictionary(viewer => (viewer.Workspace.Team, viewer.User));
        return [.. who.Select(byPerson.GetValueOrDefault)];
    }

    public static NpgsqlCommand Save(Viewer viewer) =>
        Statement.Of(
            $"""
            insert into lockthat.viewers ({Columns})
            select $1, $2, $3, greatest($4, (
                select max(opened_at) + interval '1 millisecond' from lockthat.viewers where user_id = $2 and org = $3 and team <> $1)), $5, $6
            on conflict (team, user_id) do update
            set org = excluded.org, opened_at = excluded.opened_at, page = excluded.page, filter = excluded.filter, shown = 0
            """,
            Statement.With(viewer.Workspace.Team.Value),
            Statement.With(viewer.User.Value),
            Statement.With(viewer.Workspace.OrgInstall?.Value),
            Statement.With(viewer.OpenedAt.ToUniversalTime()),
            Statement.With(viewer.Page),
            Statement.With(viewer.Filter)
        );

    /// <summary>Who ends last counts: when two instances draw at once and the older state lands last, that Home is
    /// behind, and drawn again.</summary>
    public static NpgsqlCommand Show(TeamId team, UserId user, long revision) =>
        Statement.Of(
            """
            update lockthat.viewers v set shown = case when v.team = $1 then $3 else 0 end
            from lockthat.viewers own
            where own.team = $1 and own.user_id = $2 and v.user_id = $2 and (v.team = $1 or (v.org = own.org and v.opened_at > own.opened_at))
            """,
            Statement.With(team.Value),
            Statement.With(user.Value),
            Statement.With(revision)
        );

    public static NpgsqlCommand Forget(TeamId team, UserId user) =>
        Statement.Of(
            "delete from lockthat.viewers where team = $1 and user_id = $2",
            Statement.With(team.Value),
            Statement.With(user.Value)
        );

    /// <summary>
    /// Whose Home is behind, claimed for this instance as far as no other draws it. The revision of a workspace is
    /// reckoned only where something may be behind: where something has changed of late, where a Home was never drawn,
    /// and in the workspaces named.
    /// </summary>
    /// <param name="everywhere">Reckons it for every workspace where somebody looks.</param>
    public static NpgsqlCommand ClaimBehind(
        DateTimeOffset openedSince,
        IEnumerable<TeamId> alsoIn,
        bool everywhere,
        string instance
    ) =>
        Statement.Of(
            ClaimBehindSql,
            Statement.With(openedSince.ToUniversalTime()),
            Statement.With(alsoIn.Select(team => team.Value).ToArray()),
            Statement.With(everywhere),
            Statement.With(instance)
        );

    public static Viewer Read(NpgsqlDataReader row) =>
        new(
            ResourceRows.ReadWorkspace(row, 0, 2),
            new(row.GetString(1)),
            row.Instant(3),
            row.GetInt32(4),
            row.GetString(5)
        );

    public static (Viewer Viewer, bool IsMine) ReadBehind(NpgsqlDataReader row) => (Read(row), row.GetBoolean(6));

    // A change is seen once it is committed, which is later than changed_at says; not by more than the 10 seconds, for
    // all that is likely, and the look everywhere finds the rest. A claim is renewed when it has half run out; a row
    // that somebody is changing may have none. Materialized, a workspace is reckoned once, and not for each who looks
    // at it.
    private const string ClaimBehindSql = $"""
        with moment as materialized (
            select lockthat.now() as now
        ), suspect as (
            select team from lockthat.resources where changed_at > (select now - interval '10 seconds' from moment)
            union select team from lockthat.workspaces where changed_at > (select now - interval '10 seconds' from moment)
            union select team from lockthat.viewers where shown = 0 and opened_at >= $1
            union select team from lockthat.viewers where $3 and opened_at >= $1
            union select unnest($2)
        ), revised as materialized (
            select s.team, 1 + coalesce(w.deleted_versions, 0) + coalesce((
                select sum(r.version) from lockthat.resources r where r.team = s.team), 0)::bigint as revision
            from suspect s left join lockthat.workspaces w on w.team = s.team
            where exists (select from lockthat.viewers v where v.team = s.team and v.opened_at >= $1)
        ), behind as (
            select v.team, v.user_id from lockthat.viewers v join revised r on r.team = v.team
            where v.opened_at >= $1 and v.shown < r.revision and {IsOnHome}
        ), free as (
            select v.team, v.user_id from lockthat.viewers v join behind b on b.team = v.team and b.user_id = v.user_id
            where v.claimed_until is null or v.claimed_until <= (select now from moment)
                or (v.claimed_by = $4 and v.claimed_until <= (select now + interval '1500 milliseconds' from moment))
            for update of v skip locked
        ), claimed as (
            update lockthat.viewers v set claimed_by = $4, claimed_until = (select now + interval '3 seconds' from moment)
            from free f where v.team = f.team and v.user_id = f.user_id
            returning v.team, v.user_id
        )
        select v.team, v.user_id, v.org, v.opened_at, v.page, v.filter,
            c.team is not null or coalesce(v.claimed_by = $4 and v.claimed_until > (select now from moment), false)
        from behind b
        join lockthat.viewers v on v.team = b.team and v.user_id = b.user_id
        left join claimed c on c.team = b.team and c.user_id = b.user_id
        """;
}
