using LockThat.App.Storage.Postgres;
using LockThat.Benchmarks.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Benchmarks.Load.Postgres;

/// <summary>
/// The app on PostgreSQL, as one instance and as two, beside ceiling C: a server that checks, runs the bare statement
/// and answers the same bytes.
/// Then the store alone beside the same statement, both without HTTP.
/// </summary>
internal sealed class PostgresLoad : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly World _world;
    private readonly string _connection;
    private Server? _lined;

    private PostgresLoad(World world, LoadDatabase database, PostgresServer server)
    {
        (_world, _connection) = (world, database.Connection);
        _parts.Push(server);
        _parts.Push(database);
    }

    public Server Instance => Instances[0];

    private List<Server> Instances { get; } = [];

    /// <param name="where">As <see cref="PostgresServer.Find"/> takes it.</param>
    /// <param name="line">How many wait in line for each resource in a second database; 0 for no such
    /// database.</param>
    public static async Task<PostgresLoad?> Start(string? where, World world, int line, Uri slack)
    {
        if (await PostgresServer.Find(where) is not { } server)
            return null;
        var load = new PostgresLoad(world, await server.Create(), server);
        await BareStatement.Prepare(load._connection, world);
        foreach (var _ in Enumerable.Range(0, 2))
            load.Instances.Add(load.Keep(await Server.Start("app", world.Resources, slack, load._connection)));
        if (line > 0)
            await load.AddLines(await server.Create(), line, slack);
        return load;
    }

    public async Task<List<Step>> Plan(LoadOptions options)
    {
        var plan = new List<Step>();
        if (options.Only is null || options.Only == Scenario.Lock.Name)
            plan.AddRange(await Locks());
        foreach (var scenario in new[] { Scenario.Refused, Scenario.Mine, Scenario.List, Scenario.HomeOpened })
        {
            if (options.Only is null || options.Only == scenario.Name)
                plan.Add(Step.App(Named(scenario), [Instance], scenario, _world, 64, $"{scenario.Name}, ceiling A"));
        }

        return _lined is null ? plan : [.. plan, .. LoadRun.WithLines(options, _lined, _world, Named)];
    }

    // The locks of one instance are told from those of two.
    private static string Named(Scenario scenario) =>
        scenario == Scenario.Lock ? $"{scenario.Name}, PostgreSQL, one instance" : $"{scenario.Name}, PostgreSQL";

    private async Task AddLines(LoadDatabase database, int line, Uri slack)
    {
        Keep(database);
        _lined = Keep(await Server.Start("app", _world.Resources, slack, database.Connection));
        await _lined.Line(line);
        await database.TidyUp();
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
    }

    private async Task<List<Step>> Locks()
    {
        var plan = new List<Step>();
        var size = await Burst.SizeOf(Instance, Scenario.Lock, _world);
        var (server, ceiling) = (
            Keep(await Server.Start("statement", _world.Resources, null, _connection)),
            $"{Scenario.Lock.Name}, ceiling C"
        );
        foreach (var connections in new[] { 64, 1, 256 })
        {
            plan.Add(Step.Top(ceiling, server, Scenario.Lock, _world, connections, size));
            plan.Add(
                Step.App(
                    $"{Scenario.Lock.Name}, PostgreSQL, one instance",
                    [Instance],
                    Scenario.Lock,
                    _world,
                    connections,
                    ceiling
                )
            );
            if (connections > 1)
                plan.Add(
                    Step.App(
                        $"{Scenario.Lock.Name}, PostgreSQL, two instances",
                        Instances,
                        Scenario.Lock,
                        _world,
                        connections,
                        ceiling
                    )
                );
        }

        plan.AddRange(await Stores());
        return plan;
    }

    private async Task<List<Step>> Stores()
    {
        var plan = new List<Step>();
        const string Bare = "the bare statement alone";
        var statement = Keep(new BareStatement(_connection));
        var store = new PostgresStore(_connection, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        Keep(new Closing(store));
        await store.Open(CancellationToken.None);
        foreach (var callers in new[] { 64, 256 })
        {
            plan.Add(new(Bare, callers, time => Burst.Run(callers, Caller(some => statement.Run(some)), time)));
            plan.Add(
                new(
                    "the store alone",
                    callers,
                    time => Burst.Run(callers, Caller(some => Ceilings.Renew(store, some)), time)
                )
                {
                    Ceiling = Bare,
                }
            );
        }

        return plan;
    }

    private Func<int, Func<Task>> Caller(Func<(string Team, long Number), Task> act) =>
        number =>
        {
            var random = new Random(number);
            return () => act(_world.Some(random));
        };

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }

    private sealed class Closing(PostgresStore store) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await store.Close(CancellationToken.None);
            store.Dispose();
        }
    }
}
