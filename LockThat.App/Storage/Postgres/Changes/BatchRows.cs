using LockThat.App.Locks;
using LockThat.App.Slack.Requests;
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
            Statement.Of(SqlText.HoldResource, Statement.With(key.Team.Value), Statement.With(key.Name.Identity))
        );
        await connection.Execute(Statement.Of(SqlText.HoldWorkspace, Statement.With(key.Team.Value)));
    }

    private static NpgsqlCommand Found(IReadOnlyCollection<ResourceKey> keys) =>
        Statement.Of(
            SqlText.FindResources,
            Statement.With(keys.Select(key => key.Team.Value).ToArray()),
            Statement.With(keys.Select(key => key.Name.Identity).ToArray())
        );

    private static NpgsqlCommand Due(int most) => Statement.Of(SqlText.HoldDue, Statement.With(most));

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

    private static NpgsqlCommand Begin(string[] teams) => Statement.Of(SqlText.BeginWorkspaces, Statement.With(teams));

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
            SqlText.WriteChanges,
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
}
