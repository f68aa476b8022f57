using Npgsql;
using NpgsqlTypes;

namespace LockThat.Benchmarks.Load.Postgres;

/// <summary>
/// PostgreSQL's best for one lock: one statement that takes or renews it on condition that nobody else
/// holds it, and keeps the event. It lies in tables of its own, with no more than it needs.
/// </summary>
internal sealed class BareStatement(string connection) : IAsyncDisposable
{
    private const string Tables = """
        create schema if not exists ceiling;
        create table if not exists ceiling.locks (
            team text collate "C", name text collate "C", holder text not null, reason text, expires_at timestamptz not null, primary key (team, name)
        ) with (fillfactor = 80);
        create table if not exists ceiling.events (
            number bigint generated always as identity primary key, team text not null, name text not null, holder text not null, at timestamptz not null, body jsonb not null);
        """;

    private const string Lock = """
        with granted as (
            insert into ceiling.locks as l (team, name, holder, reason, expires_at) values ($1, $2, $3, $4, clock_timestamp() + interval '2 hours')
            on conflict (team, name) do update set holder = excluded.holder, reason = excluded.reason, expires_at = excluded.expires_at
            where l.holder = excluded.holder or l.expires_at <= clock_timestamp()
            returning team, name, holder
        )
        insert into ceiling.events (team, name, holder, at, body) select team, name, holder, clock_timestamp(), $5::jsonb from granted
        """;

    // As large as an event of the app.
    private const string Event = """
        {"kind":"renewed","team":"T00000001","id":"0123456789abcdef","name":"test-site-001","by":"U00000001","through":"slack","at":1764547200000,
        "lease":{"id":"0123456789abcdef","holder":"U00000001","since":1764547200000,"until":1764554400000,"reason":"as good as any","remindAt":1764553500000},
        "before":{"id":"0123456789abcdef","holder":"U00000001","since":1764547200000,"until":1764554300000,"reason":"as good as any","remindAt":1764553400000}}
        """;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        $"Maximum Pool Size=32;Max Auto Prepare=16;Auto Prepare Min Usages=2;No Reset On Close=true;{connection}"
    );

    public static async Task Prepare(string connection, World world)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var tables = source.CreateCommand(Tables))
            await tables.ExecuteNonQueryAsync();
        await using var fill = source.CreateCommand(
            """
            insert into ceiling.locks select 'T' || lpad(team::text, 8, '0'), 'test-site-' || lpad(number::text, 3, '0'), 'U' || lpad(number::text, 8, '0'), 'demo', now()
            from generate_series(0, $1 - 1) as team, generate_series(0, $2 - 1) as number
            """
        );
        fill.Parameters.Add(new NpgsqlParameter<int> { TypedValue = world.Teams });
        fill.Parameters.Add(new NpgsqlParameter<int> { TypedValue = World.InEachTeam });
        await fill.ExecuteNonQueryAsync();
    }

    public async Task Run((string Team, long Number) some)
    {
        await using var command = _source.CreateCommand(Lock);
        foreach (
            var text in new[]
            {
                some.Team,
                World.Resource(some.Number),
                World.Holder(some.Number),
                "as good as any",
                Event,
            }
        )
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text });
        if (await command.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("The bare statement was refused.");
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
