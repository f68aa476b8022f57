using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about notices: a queue for each person, of which only the first may be delivered, and by one
/// instance at a time.</summary>
internal static class NoticeRows
{
    /// <summary>The first notices of at most so many people that are due and that nobody delivers, except in busy
    /// workspaces, claimed for this instance.</summary>
    public static NpgsqlCommand ClaimFirst(int mostPeople, IReadOnlyCollection<TeamId> busy, string instance) =>
        Statement.Of(
            SqlText.ClaimNotices,
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
        await connection.Execute(Statement.Of(SqlText.DeleteNotices, Statement.With(numbers.ToArray())));
        return [.. numbers.Select(_ => true)];
    }

    /// <summary>Puts a notice off that this instance has claimed, and all that follow it to this person, so that they
    /// are not looked at each time.</summary>
    public static NpgsqlCommand PutOff(PendingNotice notice, TimeSpan wait, bool isAttempt, string instance) =>
        Statement.Of(
            SqlText.PutOffNotice,
            Statement.With(notice.Number),
            Statement.With(wait),
            Statement.With(instance),
            Statement.With(isAttempt ? 1 : 0)
        );

    public static NpgsqlCommand Release(string instance) =>
        Statement.Of(SqlText.ReleaseNotices, Statement.With(instance));
}
