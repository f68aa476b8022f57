using LockThat.App.Locks.Stores;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Benchmarks.Held;

/// <summary>Stores that hold locks before the app is started on them.</summary>
internal static class Filled
{
    public static Task LiteDb(string file, Func<IResourceStore, Task> fill) =>
        Fill(new LiteDbStore(file, TimeProvider.System, NullLogger<LiteDbStore>.Instance), fill);

    public static async Task Postgres(string connection, Func<IResourceStore, Task> fill)
    {
        using var store = new PostgresStore(connection, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await Fill(store, fill);
    }

    private static async Task Fill<TStore>(TStore store, Func<IResourceStore, Task> fill)
        where TStore : IResourceStore, IStorage
    {
        await store.Open(CancellationToken.None);
        await fill(store);
        await store.Close(CancellationToken.None);
    }
}
