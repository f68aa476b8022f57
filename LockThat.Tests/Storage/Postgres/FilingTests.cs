using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>How events come from the tail to the history when several instances, and others, use the server.</summary>
public sealed class FilingTests(PostgresServer server) : IAsyncLifetime
{
    private const int Instances = 3;

    private static readonly int Many = Rounds.Of("HISTORY_EVENTS", 50_000);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    private readonly List<PostgresStore> _open = [];
    private TestDatabase _database = new("");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PostgresStore One => _open[0];

    public async ValueTask InitializeAsync()
    {
        _database = await server.Database("filing");
        for (var instance = 0; instance < Instances; instance++)
            await Open(_database);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open)
        {
            await store.Close(CancellationToken.None);
            store.Dispose();
        }
    }

    [Fact]
    public async Task A_transaction_that_stays_open_elsewhere_on_the_server_holds_nothing_up()
    {
        await using var source = NpgsqlDataSource.Create(_database.Patient);
        await using var connection = await source.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var other = new NpgsqlCommand("create table elsewhere (n int)", connection);
        await other.ExecuteNonQueryAsync(Cancel);

        await Happens(One, "first");
        (await _open[1].File(9, Cancel)).ShouldBe(1);

        (await Followed(One)).ShouldBe(["first"]);
        (await One.Page(new(Some.Acme.Team), Cancel)).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_committed_later_has_a_later_position_whatever_its_number_is()
    {
        await using var source = NpgsqlDataSource.Create(_database.Patient);
        await using var connection = await source.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var slow = new NpgsqlCommand(
            $$"""
            insert into lockthat.tail (team, resource, at, kind, body)
            values ('{{Some.Acme.Team}}', 'slow', now(), 'created', '{"kind":"created","team":"{{Some.Acme.Team}}",
                "id":"slow","name":"slow","by":"{{Some.Ada}}","through":"slack","at":1}')
            """,
            connection
        );
        await slow.ExecuteNonQueryAsync(Cancel);
        await Happens(One, "quick");
        (await One.File(9, Cancel)).ShouldBe(1);
        await transaction.CommitAsync(Cancel);

        (await _open[1].File(9, Cancel)).ShouldBe(1);

        (await Followed(One)).ShouldBe(["quick", "slow"]);
    }

    /// <summary>All instances write, all file a little at a time, and a reader follows each.</summary>
    [Fact]
    public async Task Readers_that_follow_positions_miss_nothing_that_several_instances_write()
    {
        const int Each = 120;
        var writing = Task.WhenAll(
            _open.Select((store, instance) => Task.Run(() => Write(store, instance, Each), Cancel))
        );
        var filing = Task.WhenAll(_open.Select(store => Task.Run(() => FileUntil(store, writing), Cancel)));
        var readers = await Task.WhenAll(_open.Select(store => Task.Run(() => Follow(store, filing), Cancel)));

        foreach (var seen in readers)
        {
            seen.Select(stored => stored.Position).ShouldBe(Enumerable.Range(1, Instances * Each).Select(n => (long)n));
            foreach (var instance in seen.GroupBy(stored => stored.Event.Origin.Name.Display.Split('-')[0]))
                instance
                    .Select(stored => stored.Event.Origin.Name.Display.Split('-')[1])
                    .ShouldBe(Enumerable.Range(0, Each).Select(number => $"{number}"));
        }
    }

    [Fact]
    public async Task Positions_hold_over_a_dump_that_is_restored()
    {
        foreach (var name in (string[])["first", "second", "third"])
            await Happens(One, name);
        await One.File(2, Cancel);

        var restored = await Open(await server.Restored("filing", "filing_restored"));

        (await restored.Position(Some.Acme.Team, Cancel)).ShouldBe(2);
        (await Followed(restored)).ShouldBe(await Followed(One));
        await Happens(restored, "fourth");
        (await restored.File(9, Cancel)).ShouldBe(2);
        (await restored.After(Some.Acme.Team, 0, 9, Cancel)).Select(stored => stored.Position).ShouldBe([1, 2, 3, 4]);
        (await Followed(restored)).ShouldBe(["first", "second", "third", "fourth"]);
    }

    [Fact]
    public async Task A_page_of_very_many_events_comes_at_once()
    {
        await Fill();
        var all = new HistoryQuery(Some.Acme.Team);
        HistoryQuery[] queries =
        [
            all,
            all with
            {
                Before = Many / 2,
            },
            all with
            {
                Resource = new("r7"),
            },
            all with
            {
                Person = new("U7"),
            },
            all with
            {
                Group = EventGroup.Resources,
            },
            all with
            {
                Group = EventGroup.Locks,
                Before = Many / 3,
            },
            all with
            {
                Resource = new("r7"),
                Person = new("U7"),
            },
        ];
        foreach (var query in queries)
        {
            var quickest = TimeSpan.MaxValue;
            for (var round = 0; round < 5; round++)
            {
                var start = Stopwatch.GetTimestamp();
                (await One.Page(query, Cancel)).Events.Length.ShouldBe(20, $"{query}");
                quickest = new[] { quickest, Stopwatch.GetElapsedTime(start) }.Min();
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{quickest.TotalMilliseconds:0.0} ms: {query}");
            quickest.ShouldBeLessThan(Quick, $"{query}");
        }
    }

    private Task Fill() =>
        _database.Run(
            $$"""
            insert into lockthat.events (team, position, resource, at, actor, kind, body)
            select '{{Some.Acme.Team}}', n, 'r' || n % 200, lockthat.now() - n * interval '1 second', 'U' || n % 500,
                case when n % 1000 = 0 then 'deleted' when n % 2 = 0 then 'unlocked' else 'locked' end,
                jsonb_build_object('kind', 'created', 'team', '{{Some.Acme.Team}}', 'id', 'r' || n % 200, 'name', 'thing',
                    'by', 'U' || n % 500, 'through', 'slack', 'at', n)
            from generate_series(1, {{Many}}) as n;
            insert into lockthat.positions (team, position) values ('{{Some.Acme.Team}}', {{Many}});
            analyze lockthat.events
            """
        );

    private async Task<PostgresStore> Open(TestDatabase database)
    {
        var store = new PostgresStore(database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        _open.Add(store);
        await store.Open(Cancel);
        return store;
    }

    private static Task<Outcome> Happens(PostgresStore store, string name) =>
        Some.Service(store, Some.Rules with { MaxResources = int.MaxValue })
            .Execute(Some.Ada.Asks($"create-{name}"), new Create(ResourceName.Of(name)), Cancel);

    private static async Task Write(PostgresStore store, int instance, int count)
    {
        for (var number = 0; number < count; number++)
            await Happens(store, $"{instance}-{number}");
    }

    private static async Task FileUntil(PostgresStore store, Task written)
    {
        bool isLast;
        do
        {
            isLast = written.IsCompleted;
            await store.File(5, Cancel);
        } while (!isLast || await store.File(5, Cancel) > 0);
    }

    private static async Task<List<StoredEvent>> Follow(PostgresStore store, Task filed)
    {
        var seen = new List<StoredEvent>();
        bool isLast;
        do
        {
            isLast = filed.IsCompleted;
            while (
                await store.After(Some.Acme.Team, seen is [] ? 0 : seen[^1].Position, 7, Cancel) is { Count: > 0 } some
            )
                seen.AddRange(some);
        } while (!isLast);
        return seen;
    }

    private static async Task<List<string>> Followed(PostgresStore store) =>
        [.. (await store.After(Some.Acme.Team, 0, 99, Cancel)).Select(stored => stored.Event.Origin.Name.Display)];
}
