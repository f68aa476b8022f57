using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Linear;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.Contract;

public enum StoreKind
{
    LiteDb,
    Postgres,
}

/// <summary>Where a store is, in words that another process understands.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Where">A path, or a connection string.</param>
public sealed record StorePlace(StoreKind Kind, string Where)
{
    internal (IResourceStore Store, IStorage Storage) Store()
    {
        if (Kind == StoreKind.LiteDb)
        {
            var embedded = new LiteDbStore(Where, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
            return (embedded, embedded);
        }

        var shared = new PostgresStore(Where, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        return (shared, shared);
    }
}

/// <summary>An acknowledged change is there after its process was killed, with its events and
/// notices.</summary>
public abstract class CrashContract : IDisposable
{
    private static readonly int Kills = Rounds.Of("CRASH_ROUNDS", 20);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Discard();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whatever_was_acknowledged_survives_kill_9_at_any_moment()
    {
        var place = await Place();
        var random = new Random(20_261_122);
        var ledger = new Ledger();
        var awaited = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = new LockingProcess(place);
            // Sometimes at once: in mid-start, and in mid-creation the first time.
            var locks = kill % 5 == 0 ? 0 : random.Next(300);
            await process.Kill(locks, ledger);
            awaited += locks;
            await ShouldHave(place, ledger);
        }

        await ShouldTellTheRest(place, ledger);
        await ShouldHaveKeptEachEventOnce(place);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{ledger.Locks} locks were acknowledged by {Kills} processes that were killed."
        );
        ledger.Locks.ShouldBeGreaterThanOrEqualTo(awaited);
    }

    /// <summary>An empty store.</summary>
    protected abstract Task<StorePlace> Place();

    protected abstract void Discard();

    private protected static async Task ShouldHave(StorePlace place, Ledger ledger)
    {
        var (store, storage) = place.Store();
        await storage.Open(Cancel);
        ledger.ShouldBeIn((await store.List(Some.Acme.Team, reader: null, Cancel)).Resources);
        foreach (var user in ledger.Waiting)
            (await store.Waiting(Some.Acme.Team, user, Cancel))
                .ShouldHaveSingleItem()
                .Line.All.ShouldHaveSingleItem()
                .Who.ShouldBe(user);
        await storage.Close(Cancel);
    }

    /// <summary>Files what is left, and reads all of it.</summary>
    private static async Task ShouldHaveKeptEachEventOnce(StorePlace place)
    {
        var (store, storage) = place.Store();
        await storage.Open(Cancel);
        if (store is IHistoryStore history)
        {
            while (await history.File(1_000, Cancel) > 0) { }
            var all = new List<StoredEvent>();
            while (await history.After(Some.Acme.Team, all.Count, 1_000, Cancel) is { Count: > 0 } some)
                all.AddRange(some);
            all.Select(stored => stored.Position).ShouldBe(Enumerable.Range(1, all.Count).Select(at => (long)at));
            Ledger.ShouldBeToldBy(
                all.Select(stored => stored.Event),
                (await store.List(Some.Acme.Team, reader: null, Cancel)).Resources
            );
        }

        await storage.Close(Cancel);
    }

    /// <summary>Delivers what is left, which on PostgreSQL the last one killed has claimed for some seconds
    /// more.</summary>
    private static async Task ShouldTellTheRest(StorePlace place, Ledger ledger)
    {
        var (store, storage) = place.Store();
        await storage.Open(Cancel);
        foreach (var notice in await ((IOutboxStore)store).DeliverAll(store, Cancel))
            ledger.Note($"{Ledger.Told} {notice.Resource} {notice.To.Address}");
        ledger.ShouldHaveTold((await store.List(Some.Acme.Team, reader: null, Cancel)).Resources);
        await storage.Close(Cancel);
    }
}
