using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about notices: a line for each person, of which only the first may go out, and by one
/// instance at a time.</summary>
internal static class NoticeRows
{
    /// <summary>Longer than one delivery takes, with all its attempts; what a dead instance had claimed is delivered by
    /// another after that.</summary>
    private const string Claim = "interval '12 seconds'";

    /// <summary>The first notices of at most so many people that are due and that nobody delivers, busy workspaces
    /// apart, claimed for this instance.</summary>
    public static NpgsqlCommand ClaimFirst(int mostPeople, IReadOnlyCollection<TeamId> busy, string instance) =>
        Statement.Of(
            $"""
            with moment as materialized (
                select lockthat.now() as now
            ), first as (
                select n.number from lockthat.notices n
                where n.due_at <= (select now from moment) and n.team <> all($3)
                    and (n.claimed_until is null or n.claimed_until <= (select now from moment))
                    and not exists (
                        select from lockthat.notices o
                        where o.team = n.team and o.user_id = n.user_id
                            and (o.number < n.number or o.claimed_until > (select now from moment)))
                order by n.due_at, n.number limit $1
                for update of n skip locked
            )
            update lockthat.notices n set claimed_by = $2, claimed_until = (select now from moment) + {Claim}
            from first where n.number = first.number
            returning n.due_at, n.number, n.team, n.org, n.user_id, n.at, n.body, n.attempts
            """,
            Statement.With(mostPeople),
            Statement.With(instance),
            Statement.With(busy.Select(team => team.Value).ToArray())
        );

    public static (DateTimeOffset DueAt, PendingNotice Notice) Read(NpgsqlDataReader row) =>
        (
            row.Instant(0),
            new(
                row.GetInt64(1),
                NoticeJson.Read(
                    ResourceRows.ReadWorkspace(row, 2, 3),
                    row.GetString(4),
                    row.Instant(5),
                    row.GetFieldValue<JsonElement>(6)
                ),
                row.GetInt32(7)
            )
        );

    public static async Task<IReadOnlyList<bool>> Delete(NpgsqlConnection connection, IReadOnlyList<long> numbers)
    {
        await connection.Execute(
            Statement.Of("delete from lockthat.notices where number = any($1)", Statement.With(numbers.ToArray()))
        );
        return [.. numbers.Select(_ => true)];
    }

    /// <summary>Puts a notice off that this instance has claimed, and all that follow it to this person, so that they
    /// are not looked at each time.</summary>
    public static NpgsqlCommand PutOff(PendingNotice notice, TimeSpan wait, bool isAttempt, string instance) =>
        Statement.Of(
            """
            with put_off as (
                update lockthat.notices
                set attempts = attempts + $4, due_at = lockthat.now() + $2, claimed_by = null, claimed_until = null
                where number = $1 and claimed_by = $3
                returning number, team, user_id, due_at
            )
            update lockthat.notices n set due_at = p.due_at
            from put_off p where n.team = p.team and n.user_id = p.user_id and n.number > p.number and n.due_at < p.due_at
            """,
            Statement.With(notice.Number),
            Statement.With(wait),
            Statement.With(instance),
            Statement.With(isAttempt ? 1 : 0)
        );

    public static NpgsqlCommand Release(string instance) =>
        Statement.Of(
            "update lockthat.notices set claimed_by = null, claimed_until = null where claimed_by = $1",
            Statement.With(instance)
        );
}
