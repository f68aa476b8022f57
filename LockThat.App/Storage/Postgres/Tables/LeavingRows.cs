using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about workspaces as a whole, which leave and are forgotten.</summary>
internal static class LeavingRows
{
    public static NpgsqlCommand TeamsOf(EnterpriseId organisation) =>
        Statement.Of(
            """
            select team from lockthat.resources where org = $1
            union select team from lockthat.notices where org = $1
            union select team from lockthat.viewers where org = $1
            """,
            Statement.With(organisation.Value)
        );

    /// <summary>Every way by which something was reached that a workspace has stored, and the server's moment; a row at
    /// least.</summary>
    public static NpgsqlCommand Reached(TeamId team) =>
        Statement.Of(
            """
            select (select lockthat.now()), r.team, r.org
            from (select 1) as one left join (
                select team, org from lockthat.resources where team = $1
                union select team, org from lockthat.notices where team = $1
                union select team, org from lockthat.viewers where team = $1
            ) as r on true
            """,
            Statement.With(team.Value)
        );

    public static (DateTimeOffset Now, Workspace? Workspace) ReadReached(NpgsqlDataReader row) =>
        (row.Instant(0), row.IsDBNull(1) ? null : ResourceRows.ReadWorkspace(row, 1, 2));

    /// <summary>Deletes at most so much of each kind. What all resources have in common goes once there is none of
    /// them.</summary>
    public static NpgsqlCommand Forget(TeamId team, int mostOfEach) =>
        Statement.Of(
            """
            with gone as (
                delete from lockthat.resources where team = $1 and name_key in (
                    select name_key from lockthat.resources where team = $1 limit $2)
                returning version
            ), recounted as (
                update lockthat.workspaces
                set resources = resources - (select count(*) from gone), deleted_versions = deleted_versions + (select sum(version + 1) from gone),
                    changed_at = lockthat.now()
                where team = $1 and exists (select from gone)
            ), ended as (
                delete from lockthat.workspaces where team = $1 and resources = 0 and not exists (select from gone)
            ), untold as (
                delete from lockthat.notices where number in (select number from lockthat.notices where team = $1 limit $2) returning 1
            ), unnoticed as (
                delete from lockthat.untold where team = $1
            ), unseen as (
                delete from lockthat.viewers where team = $1 and user_id in (
                    select user_id from lockthat.viewers where team = $1 limit $2)
                returning 1
            )
            select (select count(*) from gone)::int, (select count(*) from untold)::int, (select count(*) from unseen)::int
            """,
            Statement.With(team.Value),
            Statement.With(mostOfEach)
        );

    public static Forgotten ReadForgotten(NpgsqlDataReader row) =>
        new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));
}
