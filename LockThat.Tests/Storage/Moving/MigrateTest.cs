using LockThat.App.Operator;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.Postgres;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;
using LockThat.Tests.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.Moving;

/// <summary>A test that moves stores: files of its own, and a database when it asks for one.</summary>
public abstract class MigrateTest(PostgresServer server, string database) : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly StoreFolder _other = new();

    private protected string File => _folder.Data;

    private protected string OtherFile => _other.Data;

    private protected StringWriter Output { get; } = new();

    private protected FakeTimeProvider Time { get; } = new(Some.Noon);

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
        Output.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<string> Database(string suffix = "") =>
        (await server.Database(database + suffix)).Patient;

    private protected Task<CommandReport> Migrate(string from, string to, TextWriter? output = null) =>
        MigrateCommand.Run(from, to, output ?? Output, Time, Cancel);

    private protected async Task Moved(string from, string to)
    {
        var report = await Migrate(from, to);
        report.IsDone.ShouldBeTrue(report.Line);
    }

    private protected LiteDbStore InFile(string path) => new(path, Time, NullLogger<LiteDbStore>.Instance);

    private protected static PostgresStore InDatabase(string connectionString) =>
        new(connectionString, TimeProvider.System, NullLogger<PostgresStore>.Instance);

    private protected Task InFile(string path, Func<LiteDbStore, Task> act) => Use(InFile(path), act);

    private protected static async Task InDatabase(string connectionString, Func<PostgresStore, Task> act)
    {
        using var store = InDatabase(connectionString);
        await Use(store, act);
    }

    private protected Task Fill(string path) => InFile(path, store => Filled.Fill(store, Time.GetUtcNow()));

    private protected Task Free(string path, params IEnumerable<string> names) =>
        InFile(
            path,
            async store =>
            {
                foreach (var some in names.Chunk(1000))
                    await Task.WhenAll(
                        some.Select(name => Filled.Put(store, Some.Resource(Some.Acme, ResourceName.Of(name))))
                    );
            }
        );

    /// <summary>Everything stored there, in an order that is no store's.</summary>
    private protected async Task<IReadOnlyList<StoredRow>> Rows(string path)
    {
        await using var standing = OfflineFile.OpenCopy(path, Time.GetUtcNow());
        return await standing.Read(Cancel).OrderBy(StoredTable.Digest).ToListAsync(Cancel);
    }

    private protected static async Task<long> Resources(string connectionString)
    {
        var all = 0L;
        await InDatabase(connectionString, async store => all = (await store.Statistics(Cancel)).Resources);
        return all;
    }

    private static async Task Use<TStore>(TStore store, Func<TStore, Task> act)
        where TStore : IStorage
    {
        await store.Open(Cancel);
        await act(store);
        await store.Close(Cancel);
    }
}
