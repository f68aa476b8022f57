using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres.Tables;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;
using Npgsql;
using NpgsqlTypes;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>An instance of version 4 of the tables: it reads and writes resources by the statements of that version,
/// knows no lines, and reads of a state what that version reads.</summary>
internal sealed class OlderInstance(string connection) : IAsyncDisposable
{
    private const int Version = 4;

    private static readonly string Find = Statement("FindResources");
    private static readonly string Write = Statement("WriteChanges");
    private static readonly string[] KnownOfState = ["id", "lease", "watchers", "stops", "last"];
    private static readonly string[] UnknownOfState = ["line", "turn", "pleas", "freed", "losses"];
    private static readonly string[] UnknownOfLease = ["formerTurn", "isLineTold"];

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    /// <summary>Says that it runs, as it does every ten seconds.</summary>
    public async Task SayAlive()
    {
        await using var say = _source.CreateCommand(
            """
            insert into lockthat.instances (id, version, seen_at) values ('older', $1, lockthat.now())
            on conflict (id) do update set seen_at = excluded.seen_at
            """
        );
        say.Parameters.AddWithValue(Version);
        await say.ExecuteNonQueryAsync();
    }

    /// <summary>Decides and writes; decides again when another instance was faster.</summary>
    public async Task<Outcome> Execute(Asker asker, ResourceCommand command)
    {
        while (true)
        {
            var found = await Look(asker.Workspace, command.Name);
            var facts = new Facts(found.Now, found.Resources ?? 0).Under(Some.Rules).For(asker);
            var decision = command.Decide(found.Resource, facts);
            if (!decision.Changes(found.Resource) || await IsWritten(command.Name, found, decision))
                return decision.Outcome;
        }
    }

    public async Task<Resource?> Stored(ResourceKey key) => (await Look(new(key.Team, null), key.Name)).Resource;

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static string Statement(string name) =>
        File.ReadAllText(Path.Combine(Sources.Root, $"LockThat.Tests/Storage/Postgres/Version4/{name}.sql"));

    private async Task<Row> Look(Workspace workspace, ResourceName name)
    {
        await using var command = _source.CreateCommand(Find);
        command.Parameters.Add(Of<string[]>([workspace.Team.Value]));
        command.Parameters.Add(Of<string[]>([name.Identity]));
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        var now = row.GetFieldValue<DateTimeOffset>(0);
        int? resources = row.IsDBNull(1) ? null : row.GetInt32(1);
        var deleted = row.IsDBNull(2) ? 0 : row.GetInt64(2);
        return row.IsDBNull(4)
            ? new(null, null, null, now, resources, deleted)
            : new(
                Read(new(row.GetString(9)), workspace, name, row.GetString(8)),
                row.GetInt64(4),
                row.GetString(5),
                now,
                resources,
                deleted
            );
    }

    private static Resource Read(ResourceId id, Workspace workspace, ResourceName name, string state)
    {
        using var json = JsonDocument.Parse(AsOlder(state));
        return ResourceJson.Read(id, workspace, name, json.RootElement);
    }

    private static string AsOlder(string state)
    {
        var json = JsonNode.Parse(state)!.AsObject();
        json.Select(member => member.Key).ShouldBeSubsetOf([.. KnownOfState, .. UnknownOfState]);
        foreach (var unknown in UnknownOfState)
            json.Remove(unknown);
        foreach (var unknown in UnknownOfLease)
            (json["lease"] as JsonObject)?.Remove(unknown);
        return json.ToJsonString();
    }

    private async Task<bool> IsWritten(ResourceName name, Row found, Decision decision)
    {
        var team = Some.Acme.Team.Value;
        if (found.Resources is null)
        {
            await using var begin = _source.CreateCommand(
                "insert into lockthat.workspaces (team) values ($1) on conflict do nothing"
            );
            begin.Parameters.AddWithValue(team);
            await begin.ExecuteNonQueryAsync();
        }

        await using var write = _source.CreateCommand(Write);
        NpgsqlParameter[] values =
        [
            .. State(name, found, decision),
            .. Told(decision.Notices),
            .. Happened([.. decision.Events.Where(happened => happened.IsKept)]),
        ];
        write.Parameters.AddRange(values);
        return await write.ExecuteScalarAsync() is not null;
    }

    private static NpgsqlParameter[] State(ResourceName name, Row found, Decision decision)
    {
        var next = decision.Next.Only;
        var state = next is null ? null : AsOlder(System.Text.Encoding.UTF8.GetString(ResourceJson.Write(next)));
        return
        [
            Of<string[]>([Some.Acme.Team.Value]),
            Of<string[]>([found.RowKey ?? name.FormerIdentity]),
            Of<long?[]>([found.Version]),
            Of<string?[]>([next?.Name.Display]),
            Of<string?[]>([null]),
            Json([state]),
            Of<DateTimeOffset?[]>([next?.DueAt]),
            Of<string[]>([name.Identity]),
            Of<string?[]>([next?.Id.Value]),
            Of<int[]>([0]),
            Of<bool[]>([true]),
            Of<string[]>([Some.Acme.Team.Value]),
            Of<int[]>([found.Resources ?? 0]),
            Of<long[]>([found.Deleted]),
        ];
    }

    private static NpgsqlParameter[] Told(IReadOnlyList<Notice> told) =>
        [
            Of(told.Select(_ => 1).ToArray()),
            Of(told.Select(notice => notice.To.Address).ToArray()),
            Of(told.Select(notice => notice.Workspace.Team.Value).ToArray()),
            Of(told.Select(_ => (string?)null).ToArray()),
            Of(told.Select(notice => notice.At).ToArray()),
            Json([.. told.Select(notice => System.Text.Encoding.UTF8.GetString(NoticeJson.Write(notice)))]),
        ];

    private static NpgsqlParameter[] Happened(IReadOnlyList<ResourceEvent> kept) =>
        [Of(kept.Select(_ => 1).ToArray()), .. EventRows.Columns([.. kept])];

    private static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    private static NpgsqlParameter Json(string?[] documents) =>
        new NpgsqlParameter<string?[]>
        {
            TypedValue = documents,
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        };

    private sealed record Row(
        Resource? Resource,
        long? Version,
        string? RowKey,
        DateTimeOffset Now,
        int? Resources,
        long Deleted
    );
}
