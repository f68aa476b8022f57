using LockThat.App.Locks;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage;

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
    internal (ILockStore Store, IStorage Storage) Store()
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

/// <summary>What was acknowledged is there after the process that acknowledged it was killed, with what there is to tell about it.</summary>
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
        var acknowledged = new List<string>();
        for (var round = 0; round < Kills; round++)
        {
            using var process = new LockingProcess(place);
            // Sometimes at once: in mid-start, and in mid-creation the first time.
            acknowledged.AddRange(await process.Kill(afterLocks: round % 5 == 0 ? 0 : random.Next(300)));
            await ShouldHave(place, acknowledged);
        }

        acknowledged.Count.ShouldBeGreaterThan(Kills * 100);
    }

    /// <summary>An empty store.</summary>
    protected abstract Task<StorePlace> Place();

    protected abstract void Discard();

    protected static async Task ShouldHave(StorePlace place, IReadOnlyList<string> acknowledged)
    {
        var (store, storage) = place.Store();
        await storage.Open(Cancel);
        var resources = (await store.List(Some.Acme.Team, Cancel)).Resources.ToDictionary(resource => resource.Name.Display);
        var told = await Told(store);
        await storage.Close(Cancel);

        foreach (var (name, holders) in acknowledged.Select(line => line.Split(' ')).GroupBy(words => words[0], words => words[1]).Select(group => (group.Key, group.ToList())))
        {
            resources.ShouldContainKey(name);
            var lease = resources[name].Lease.ShouldNotBeNull();
            if (holders.Contains(Some.Bob.Value)) lease.Holder.ShouldBe(Some.Bob, $"{name} was taken over");
        }

        foreach (var (name, resource) in resources)
            told.Contains($"U{name}").ShouldBe(resource.Lease?.Holder == Some.Bob, $"{name}: who lost it is told, and nobody else");
    }

    private static async Task<HashSet<string>> Told(ILockStore store) => (await store.Tally(Cancel)).Notices == 0
        ? []
        : [.. (await store.ClaimNotices(int.MaxValue, Cancel)).Select(notice => notice.Notice.To.Value)];
}
