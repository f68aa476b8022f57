using System.Collections.Concurrent;
using LockThat.Tests.Storage.Postgres;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace LockThat.Tests.Storage.Postgres;

/// <summary>The one PostgreSQL of this run, started when the first test asks for it. A machine without one skips; CI
/// may not.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly string? Binaries = Places()
        .FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists("/bin/sh") && HasUser);

    private readonly Lazy<Task<Cluster>> _started = new(() =>
        Cluster.Create(Binaries ?? throw new InvalidOperationException("No PostgreSQL"))
    );

    private readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> _databases = new();

    /// <summary>A server of the test's own, that it may stop.</summary>
    internal static Task<Cluster> Another() => Cluster.Create(Found());

    /// <summary>The database of this name, empty. One test at a time uses it.</summary>
    public async Task<TestDatabase> Database(string name)
    {
        Found();
        var cluster = await _started.Value;
        var database = await _databases.GetOrAdd(name, _ => new(() => Create(cluster, name))).Value;
        await database.Empty();
        return database;
    }

    /// <summary>A dump of a database of this name, restored into another one that is empty.</summary>
    public async Task<TestDatabase> Restored(string name, string copy)
    {
        var restored = await Database(copy);
        await (await _started.Value).Copy(name, copy);
        return restored;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        // One that did not start has failed the tests that asked for it, and has put itself away.
        await ((Task)_started.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_started.Value.IsCompletedSuccessfully)
            await (await _started.Value).DisposeAsync();
    }

    private static async Task<TestDatabase> Create(Cluster cluster, string name)
    {
        await new TestDatabase(cluster.Connection("postgres")).Run($"create database {name}");
        return new(cluster.Connection(name));
    }

    // initdb asks for the name of who runs it.
    private static bool HasUser => Environment.UserName.Length > 0;

    private static string Found()
    {
        if (Binaries is not null)
            return Binaries;
        const string reason =
            "Needs PostgreSQL (apt-get install postgresql), and a user that the system knows by name.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    // Debian keeps each version in a folder of its own; the newest comes first.
    private static IEnumerable<string> Places()
    {
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        return
        [
            .. (debian.Exists ? debian.GetDirectories() : [])
                .OrderByDescending(version => version.Name.Length)
                .ThenByDescending(version => version.Name)
                .Select(version => Path.Combine(version.FullName, "bin")),
            .. Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [],
        ];
    }
}
