using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Postgres.Tables;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>
/// The two statements of a batch: one reads the rows, one writes them. The second writes each key only if its row is as
/// it was read, with its notices and events. It waits for nobody's row: a row that another instance is about to change
/// counts as changed.
/// </summary>
internal static class BatchRows
{
    // Nearly no batch changes a line, and a statement that might would cost all others more.
    private static readonly string WriteAll =
        SqlText.WriteChanges[..SqlText.WriteChanges.LastIndexOf("select", StringComparison.Ordinal)]
        + SqlText.WriteLines;

    /// <param name="isBesideOlder">Whether nothing may begin that an older instance does not know.</param>
    public static async Task<Batch> Read(
        NpgsqlConnection connection,
        IReadOnlyList<Question> questions,
        bool isBesideOlder
    )
    {
        var found = await connection.Read(Found(questions), ReadFound);
        return new(questions.Index().ToDictionary(asked => asked.Item.Key, asked => found[asked.Index]), isBesideOlder);
    }

    /// <summary>The rows with their whole lines, in the order of the keys; one key may come several times.</summary>
    public static async Task<IReadOnlyList<Found>> Look(
        NpgsqlConnection connection,
        IReadOnlyCollection<ResourceKey> keys
    ) => await connection.Read(Found([.. keys.Select(Question.Whole)]), ReadFound);

    /// <summary>The due rows that nobody else is about to change, held until the end of the transaction, with the heads
    /// of their lines.</summary>
    public static async Task<Batch> HoldDue(NpgsqlConnection connection, int most)
    {
        var due = await connection.Read(Due(most), ReadFound);
        return new(due.Where(found => found.Resource is not null).ToDictionary(found => found.Resource!.Key));
    }

    /// <summary>Writes the rows that are still as they were read, and returns their keys.</summary>
    public static async Task<IReadOnlySet<ResourceKey>> Write(NpgsqlConnection connection, Batch batch)
    {
        foreach (var (team, policy) in batch.Policies)
            await connection.Execute(PolicyRows.Save(team, policy));
        var changes = batch.Changes;
        if (changes.Count == 0)
            return new HashSet<ResourceKey>();
        var newTeams = changes
            .Where(change => change.Found.Workspace is null && (change.IsCreated || change.Unit.IsJoint))
            .Select(change => change.Key.Team.Value)
            .Distinct()
            .ToArray();
        if (newTeams.Length > 0)
            await connection.Execute(Begin(newTeams));
        try
        {
            var written = await connection.Read(Written(batch, changes), row => row.GetInt32(0));
            return written.Select(number => changes[number - 1].Key).ToHashSet();
        }
        catch (PostgresException twice)
            when (twice.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
        {
            // The whole statement is undone.
            return new HashSet<ResourceKey>();
        }
    }

    /// <summary>Waits until nobody else changes these resources or creates one beside them, and prevents both until the
    /// end of the transaction.</summary>
    public static async Task Hold(NpgsqlConnection connection, Scope scope)
    {
        var identities = scope.Names.Select(name => name.Identity).ToArray();
        await connection.Execute(
            Statement.Of(SqlText.HoldResources, Statement.With(scope.Team.Value), Statement.With(identities))
        );
        await connection.Execute(Statement.Of(SqlText.HoldWorkspace, Statement.With(scope.Team.Value)));
    }

    /// <summary>Waits until nobody else changes the rules of a team, and prevents it until the end of the
    /// transaction.</summary>
    public static async Task HoldPolicy(NpgsqlConnection connection, TeamId team)
    {
        await connection.Execute(Begin([team.Value]));
        await connection.Execute(Statement.Of(SqlText.HoldWorkspace, Statement.With(team.Value)));
    }

    private static NpgsqlCommand Found(IReadOnlyList<Question> questions) =>
        Statement.Of(
            SqlText.FindResources,
            Statement.With(questions.Select(asked => asked.Key.Team.Value).ToArray()),
            Statement.With(questions.Select(asked => asked.Key.Name.Identity).ToArray()),
            Statement.With(questions.Select(asked => asked.IsWhole).ToArray()),
            Statement.With(questions.Select(asked => asked.Asker is { } asker ? ActorText.Of(asker) : null).ToArray())
        );

    private static NpgsqlCommand Due(int most) => Statement.Of(SqlText.HoldDue, Statement.With(most));

    private static Found ReadFound(NpgsqlDataReader row) =>
        row.IsDBNull(4)
            ? new(null, null, null, row.Instant(0), ReadCount(row))
            : new(
                ResourceRows.ReadWithLine(new(row.GetString(3)), row, 6),
                row.GetInt64(4),
                row.GetString(5),
                row.Instant(0),
                ReadCount(row)
            );

    private static WorkspaceCount? ReadCount(NpgsqlDataReader row) =>
        row.IsDBNull(1)
            ? null
            : new(row.GetInt32(1), row.GetInt64(2))
            {
                Policy = row.IsDBNull(11) ? null : row.GetFieldValue<JsonElement>(11).ToPolicy(),
            };

    private static NpgsqlCommand Begin(string[] teams) => Statement.Of(SqlText.BeginWorkspaces, Statement.With(teams));

    private static NpgsqlCommand Written(Batch batch, IReadOnlyList<Change> changes)
    {
        NpgsqlParameter[] values =
        [
            .. States(changes),
            .. Counts(changes),
            .. Notices(changes),
            .. Events(batch, changes),
        ];
        return LineChange.Of(changes.Select(change => (change.Found.Resource, change.Next))) is { Count: > 0 } lines
            ? Statement.Of(WriteAll, [.. values, .. Lines(changes, lines)])
            : Statement.Of(SqlText.WriteChanges, values);
    }

    private static NpgsqlParameter[] States(IReadOnlyList<Change> changes)
    {
        var units = changes.Select(change => change.Unit).Distinct().Index().ToDictionary(unit => unit.Item);
        return
        [
            Statement.With(changes.Select(change => change.Key.Team.Value).ToArray()),
            Statement.With(changes.Select(change => change.RowKey).ToArray()),
            Statement.With(changes.Select(change => change.Found.Version).ToArray()),
            Statement.With(changes.Select(change => change.RowName).ToArray()),
            Statement.With(changes.Select(change => change.Next?.Workspace.OrgInstall?.Value).ToArray()),
            Statement.WithJson([
                .. changes.Select(change => change.Next is { } next ? ResourceJson.Write(next) : null),
            ]),
            Statement.With(changes.Select(change => change.Next?.DueAt).ToArray()),
            Statement.With(changes.Select(change => change.Key.Name.Identity).ToArray()),
            Statement.With(changes.Select(change => change.Next?.Id.Value).ToArray()),
            Statement.With(changes.Select(change => units[change.Unit].Index).ToArray()),
            Statement.With(changes.Select(change => change.IsWritten).ToArray()),
        ];
    }

    private static NpgsqlParameter[] Counts(IReadOnlyList<Change> changes)
    {
        var teams = changes
            .Select(change => (Team: change.Key.Team.Value, Count: change.Found.Workspace ?? default))
            .DistinctBy(team => team.Team)
            .ToList();
        return
        [
            Statement.With(teams.Select(team => team.Team).ToArray()),
            Statement.With(teams.Select(team => team.Count.Resources).ToArray()),
            Statement.With(teams.Select(team => team.Count.DeletedVersions).ToArray()),
        ];
    }

    private static NpgsqlParameter[] Notices(IReadOnlyList<Change> changes)
    {
        var told = changes
            .Index()
            .SelectMany(change => change.Item.Notices.Select(notice => (Number: change.Index + 1, Notice: notice)))
            .ToList();
        return
        [
            Statement.With(told.Select(one => one.Number).ToArray()),
            Statement.With(told.Select(one => one.Notice.To.Address).ToArray()),
            Statement.With(told.Select(one => one.Notice.Workspace.Team.Value).ToArray()),
            Statement.With(told.Select(one => one.Notice.Workspace.OrgInstall?.Value).ToArray()),
            Statement.With(told.Select(one => one.Notice.At).ToArray()),
            Statement.WithJson([.. told.Select(one => NoticeJson.Write(one.Notice))]),
        ];
    }

    private static NpgsqlParameter[] Events(Batch batch, IReadOnlyList<Change> changes)
    {
        var numbers = changes.Index().ToDictionary(change => change.Item, change => change.Index + 1);
        var happened = batch.Happened;
        return
        [
            Statement.With(happened.Select(one => numbers[one.To]).ToArray()),
            .. EventRows.Columns([.. happened.Select(one => one.Event)]),
        ];
    }

    private static NpgsqlParameter[] Lines(IReadOnlyList<Change> changes, IReadOnlyList<LineChange> lines)
    {
        var numbers = changes
            .Index()
            .Where(change => change.Item.Next is not null)
            .ToDictionary(change => (change.Item.Key.Team, change.Item.Next!.Id), change => change.Index + 1);
        // The line of a resource that is gone ends with it.
        var left = lines
            .Select(line => (Number: numbers.GetValueOrDefault((line.Team, line.Resource)), Line: line))
            .Where(line => line.Number > 0)
            .ToList();
        var written = left.SelectMany(line => line.Line.Written.Select(wait => (line.Number, Wait: wait))).ToList();
        var gone = left.SelectMany(line => line.Line.Gone.Select(wait => (line.Number, Wait: wait))).ToList();
        return
        [
            Statement.With(written.Select(one => one.Number).ToArray()),
            .. WaitRows.Columns([.. written.Select(one => one.Wait)]),
            Statement.With(gone.Select(one => one.Number).ToArray()),
            Statement.With(gone.Select(one => one.Wait.Id.Value).ToArray()),
        ];
    }
}
