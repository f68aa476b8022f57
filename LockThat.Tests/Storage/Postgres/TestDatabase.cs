using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A database of a test's own.</summary>
/// <param name="Connection">Where it is.</param>
public sealed record TestDatabase(string Connection)
{
    /// <summary>For a store: patient, since the machine may be very busy.</summary>
    public string Patient => $"{Connection};Timeout=60;Command Timeout=60";

    /// <summary>Gives the opened store a clock that can be moved ahead.</summary>
    public Task HasClock() =>
        Run(
            """
            create schema if not exists test;
            create table if not exists test.clock (ahead interval not null);
            insert into test.clock select '0' where not exists (select from test.clock);
            create or replace function lockthat.now() returns timestamptz language sql volatile
                as $$ select date_trunc('milliseconds', clock_timestamp()) + (select ahead from test.clock) $$;
            """
        );

    public Task MoveClock(TimeSpan ahead) =>
        Run($"update test.clock set ahead = ahead + interval '{ahead.TotalMilliseconds} milliseconds'");

    /// <summary>The copies of a line that stand in the row of its resource are as the line is.</summary>
    public async Task ShouldHaveSoundLines() =>
        (
            await Ask<string>(
                """
                select string_agg(r.name, ', ') from lockthat.resources r cross join lateral (
                    select
                        count(*) as count, array_agg(lockthat.mark(w.who)) as marks,
                        jsonb_agg(w.body order by w.at, w.step) filter (where w.place <= 2) as head
                    from (
                        select *, row_number() over (order by at, step) as place from lockthat.waits
                        where team = r.team and resource = r.id
                    ) w
                ) l
                where coalesce((r.state ->> 'line')::int, 0) <> l.count or r.state ? 'line' and (
                    r.head is distinct from l.head or not (r.waiting @> l.marks and cardinality(r.waiting) = l.count))
                """
            )
        ).ShouldBeNull();

    /// <summary>As it was when it was made.</summary>
    public Task Empty() => Run("drop schema if exists lockthat cascade; drop schema if exists test cascade");

    public async Task Run(string statements) => await Ask<int?>(statements);

    /// <summary>The first value that the statement returns.</summary>
    public async Task<T?> Ask<T>(string statement)
    {
        await using var source = NpgsqlDataSource.Create($"{Patient};Pooling=false");
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }
}
