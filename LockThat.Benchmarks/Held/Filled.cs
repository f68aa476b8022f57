using LockThat.App.Locks.Stores;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Benchmarks.Held;

/// <summary>Stores that hold locks before the app is started on them.</summary>
internal static class Filled
{
    private const int FiledAtOnce = 10_000;

    public static Task LiteDb(string file, Func<IResourceStore, Task> fill) =>
        Fill(new LiteDbStore(file, TimeProvider.System, NullLogger<LiteDbStore>.Instance), fill);

    public static async Task Postgres(string connection, Func<IResourceStore, Task> fill)
    {
        using var store = new PostgresStore(connection, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await Fill(store, fill);
    }

    private static async Task Fill<TStore>(TStore store, Func<IResourceStore, Task> fill)
        where TStore : IResourceStore, IHistoryStore, IStorage
    {
        await store.Open(CancellationToken.None);
        await fill(store);
        // As the app does each second: what is held is measured, and not what waits to be filed.
        while (await store.File(FiledAtOnce, CancellationToken.None) > 0) { }
        await store.Close(CancellationToken.None);
    }
}
