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

    /// <summary>The due rows that nobody else is about to change, held until the end of the transaction. Their lines
    /// are read once they are held, because another instance may have changed a row at that very moment.</summary>
    public static async Task<Batch> HoldDue(NpgsqlConnection connection, int most)
    {
        var due = (await connection.Read(Due(most), ReadHeld)).FindAll(found => found.Resource is not null);
        var lines = await ReadHeads(connection, [.. due.Select(found => found.Resource!)]);
        return new(
            due.ToDictionary(
                found => found.Resource!.Key,
                found => found with { Resource = lines.GetValueOrDefault(found.Resource!.Key, found.Resource) }
            )
        );
    }

    /// <summary>Those of the resources that have a line, with its head.</summary>
    private static async Task<IReadOnlyDictionary<ResourceKey, Resource>> ReadHeads(
        NpgsqlConnection connection,
        IEnumerable<Resource> resources
    )
    {
        var waited = resources.Where(resource => resource.Line.Count > 0).ToList();
        if (waited.Count == 0)
            return new Dictionary<ResourceKey, Resource>();
        var heads = (await connection.Read(ResourceRows.Heads(waited), ResourceRows.ReadWait)).ToLookup(
            read => read.Resource,
            read => read.Wait
        );
        return waited.ToDictionary(
            resource => resource.Key,
            resource => resource.With(heads[(resource.Workspace.Team, resource.Id)])
        );
    }

    /// <summary>Writes the rows that are still as they were read, and returns their keys.</summary>
    public static async Task<IReadOnlySet<ResourceKey>> Write(NpgsqlConnection connection, Batch batch)
    {
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

    private static NpgsqlCommand Found(IReadOnlyList<Question> questions) =>
        Statement.Of(
            SqlText.FindResources,
            Statement.With(questions.Select(asked => asked.Key.Team.Value).ToArray()),
            Statement.With(questions.Select(asked => asked.Key.Name.Identity).ToArray()),
            Statement.With(questions.Select(asked => asked.IsWhole).ToArray()),
            Statement.With(questions.Select(asked => asked.Asker is { } asker ? ActorText.Of(asker) : null).ToArray())
        );

    private static NpgsqlCommand Due(int most) => Statement.Of(SqlText.HoldDue, Statement.With(most));

    private static Found ReadFound(NpgsqlDataReader row) => ReadFound(row, ResourceRows.ReadWithLine);

    private static Found ReadHeld(NpgsqlDataReader row) => ReadFound(row, ResourceRows.ReadResource);

    private static Found ReadFound(NpgsqlDataReader row, Func<TeamId, NpgsqlDataReader, int, Resource> read) =>
        row.IsDBNull(4)
            ? new(null, null, null, row.Instant(0), ReadCount(row))
            : new(
                read(new(row.GetString(3)), row, 6),
                row.GetInt64(4),
                row.GetString(5),
                row.Instant(0),
                ReadCount(row)
            );

    private static WorkspaceCount? ReadCount(NpgsqlDataReader row) =>
        row.IsDBNull(1) ? null : new(row.GetInt32(1), row.GetInt64(2));

    private static NpgsqlCommand Begin(string[] teams) => Statement.Of(SqlText.BeginWorkspaces, Statement.With(teams));

    private static NpgsqlCommand Written(Batch batch, IReadOnlyList<Change> changes) =>
        Statement.Of(
            SqlText.WriteChanges,
            [.. States(changes), .. Counts(changes), .. Notices(changes), .. Events(batch, changes), .. Lines(changes)]
        );

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

    // The line of a resource that is gone ends with it.
    private static NpgsqlParameter[] Lines(IReadOnlyList<Change> changes)
    {
        var lines = LineChange.Of(changes.Select(change => (change.Found.Resource, change.Next)));
        var numbers = changes
            .Index()
            .Where(change => lines.Count > 0 && change.Item.Next is not null)
            .ToDictionary(change => (change.Item.Key.Team, change.Item.Next!.Id), change => change.Index + 1);
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
