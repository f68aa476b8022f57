using LockThat.App.Locks.Waiting;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The rows of lines: places in them.</summary>
internal static class WaitRows
{
    /// <summary>The columns id, who, at, step and body.</summary>
    public static NpgsqlParameter[] Columns(IReadOnlyCollection<Wait> waits) =>
        [
            Statement.With(waits.Select(wait => wait.Id.Value).ToArray()),
            Statement.With(waits.Select(wait => ActorText.Of(wait.Who)).ToArray()),
            Statement.With(waits.Select(wait => wait.Ticket.At.ToUniversalTime()).ToArray()),
            Statement.With(waits.Select(wait => wait.Ticket.Step).ToArray()),
            Statement.WithJson([.. waits.Select(LineJson.Write)]),
        ];
}
