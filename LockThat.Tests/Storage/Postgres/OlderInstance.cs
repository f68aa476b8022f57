using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;
using Npgsql;
using NpgsqlTypes;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>An instance of version 3 of the tables: it reads and writes resources by the statements of that version,
/// knows no ids and no events, and reads of a state what that version reads.</summary>
internal sealed class OlderInstance(string connection) : IAsyncDisposable
{
    private const string Find = """
        select (select lockthat.now()), w.resources, r.version, r.state::text, r.name_key
        from (select 1) as one
        left join lockthat.workspaces w on w.team = $1
        left join lateral (
            select n.* from lockthat.resources n where n.team = $1 and n.name_key = $2 and n.identity is null
            union all
            select n.* from lockthat.resources n where n.team = $1 and n.identity = $2 and n.identity <> ''
            limit 1
        ) r on true
        """;

    private const string Write = """
        with change as (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $16) with ordinality
                as c (team, name_key, version, name, org, state, due_at, identity, number)
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
            set name = coalesce(p.name, r.name), org = p.org, state = p.state, due_at = p.due_at,
                version = nextval('lockthat.versions'), changed_at = lockthat.now()
            from present p
            where p.state is not null and r.team = p.team and r.name_key = p.name_key
            returning p.number
        ), deleted as (
            delete from lockthat.resources r using present p join counted t on t.team = p.team
            where p.state is null and r.team = p.team and r.name_key = p.name_key
            returning p.number, r.team, r.version
        ), created as (
            insert into lockthat.resources (team, name_key, name, org, state, due_at, version, changed_at, identity)
            select c.team, c.name_key, c.name, c.org, c.state, c.due_at, nextval('lockthat.versions'), lockthat.now(),
                c.identity
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
                from (
                    select team, 1 as growth, 0 as lost from created
                    union all select team, -1, version + 1 from deleted
                ) as one
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

    private static readonly string[] UnknownOfLast = ["kind", "lease"];

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    /// <summary>Decides and writes; decides again when another instance was faster.</summary>
    public async Task<Outcome> Execute(Asker asker, ResourceCommand command)
    {
        while (true)
        {
            var found = await Look(asker.Workspace, command.Name);
            var facts = new Facts(found.Now, found.Resources ?? 0).For(asker, Some.Rules);
            var decision = command.Decide(found.Resource, facts);
            if (!decision.Changes(found.Resource) || await IsWritten(command.Name, found, decision))
                return decision.Outcome;
        }
    }

    public async Task<Resource?> Stored(ResourceKey key) => (await Look(new(key.Team, null), key.Name)).Resource;

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<Row> Look(Workspace workspace, ResourceName name)
    {
        await using var command = _source.CreateCommand(Find);
        command.Parameters.AddWithValue(workspace.Team.Value);
        command.Parameters.AddWithValue(name.Identity);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var now = reader.GetFieldValue<DateTimeOffset>(0);
        int? resources = reader.IsDBNull(1) ? null : reader.GetInt32(1);
        return reader.IsDBNull(2)
            ? new(null, null, null, now, resources)
            : new(Read(workspace, name, reader.GetString(3)), reader.GetInt64(2), reader.GetString(4), now, resources);
    }

    private static Resource Read(Workspace workspace, ResourceName name, string state)
    {
        using var json = JsonDocument.Parse(AsOlder(state).ToJsonString());
        return ResourceJson.Read(workspace, name.Display, json.RootElement);
    }

    // The version before reads these three of a last request, or fails.
    private static JsonObject AsOlder(string state)
    {
        var json = JsonNode.Parse(state)!.AsObject();
        json.Remove("id");
        if (json["last"] is not JsonObject last)
            return json;
        last.Select(member => member.Key)
            .ShouldBeSubsetOf(["request", "by", "at", "before", "created", "isFreed", .. UnknownOfLast]);
        last["created"].ShouldNotBeNull();
        last["isFreed"].ShouldNotBeNull();
        foreach (var unknown in UnknownOfLast)
            last.Remove(unknown);
        return json;
    }

    private async Task<bool> IsWritten(ResourceName name, Row found, Decision decision)
    {
        var next = decision.Next.Only;
        var told = decision.Notices;
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
            Of<string[]>([team]),
            Of<string[]>([found.RowKey ?? name.FormerIdentity]),
            Of<long?[]>([found.Version]),
            Of<string?[]>([next?.Name.Display]),
            Of<string?[]>([null]),
            Json([
                next is null
                    ? null
                    : AsOlder(JsonDocument.Parse(ResourceJson.Write(next)).RootElement.GetRawText()).ToJsonString(),
            ]),
            Of<DateTimeOffset?[]>([next?.DueAt]),
            Of<string[]>([team]),
            Of<int[]>([found.Resources ?? 0]),
            Of(told.Select(_ => 1).ToArray()),
            Of(told.Select(notice => notice.To.Address).ToArray()),
            Of(told.Select(_ => team).ToArray()),
            Of(told.Select(_ => (string?)null).ToArray()),
            Of(told.Select(notice => notice.At).ToArray()),
            Json([.. told.Select(notice => System.Text.Encoding.UTF8.GetString(NoticeJson.Write(notice)))]),
            Of<string[]>([name.Identity]),
        ];
        write.Parameters.AddRange(values);
        return await write.ExecuteScalarAsync() is not null;
    }

    private static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    private static NpgsqlParameter Json(string?[] documents) =>
        new NpgsqlParameter<string?[]>
        {
            TypedValue = documents,
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        };

    private sealed record Row(Resource? Resource, long? Version, string? RowKey, DateTimeOffset Now, int? Resources);
}
