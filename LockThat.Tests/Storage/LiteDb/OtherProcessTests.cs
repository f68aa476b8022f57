using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.LiteDb;

public sealed class OtherProcessTests : IDisposable
{
    private const int Rounds = 20;

    private readonly StoreFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_process_is_told_that_the_file_is_in_use()
    {
        using var other = new LockingProcess(_folder.Data);
        await other.IsOpen();

        var refusal = await Should.ThrowAsync<StorageException>(Opened());

        refusal.Fault.ShouldBe(StorageFault.InUse);
        refusal.Message.ShouldContain(_folder.Data);
        refusal.Message.ShouldContain("another process");
        await ShouldHave(await other.Kill(afterLocks: 50));
    }

    [Fact]
    public async Task A_second_store_in_one_process_is_told_so_too()
    {
        var first = await Opened();

        (await Should.ThrowAsync<StorageException>(Opened())).Fault.ShouldBe(StorageFault.InUse);

        await first.Close(Cancel);
        await (await Opened()).Close(Cancel);
    }

    [Fact]
    public async Task Whatever_was_acknowledged_survives_kill_9_at_any_moment()
    {
        var random = new Random(20_261_122);
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var process = new LockingProcess(_folder.Data);
            // Sometimes at once: in mid-start, and in mid-creation the first time.
            acknowledged.AddRange(await process.Kill(afterLocks: round % 5 == 0 ? 0 : random.Next(300)));
            await ShouldHave(acknowledged);
        }

        acknowledged.Count.ShouldBeGreaterThan(Rounds * 100);
    }

    private async Task ShouldHave(IReadOnlyList<string> acknowledged)
    {
        var store = await Opened();
        var resources = (await store.List(Some.Acme.Team, Cancel)).Resources.ToDictionary(resource => resource.Name.Display);
        var told = resources.Count == 0 ? [] : await Told(store);
        await store.Close(Cancel);

        foreach (var (name, holders) in acknowledged.Select(line => line.Split(' ')).GroupBy(words => words[0], words => words[1]).Select(group => (group.Key, group.ToList())))
        {
            resources.ShouldContainKey(name);
            var lease = resources[name].Lease.ShouldNotBeNull();
            if (holders.Contains(Some.Bob.Value)) lease.Holder.ShouldBe(Some.Bob, $"{name} was taken over");
        }

        foreach (var (name, resource) in resources)
            told.Contains($"U{name}").ShouldBe(resource.Lease?.Holder == Some.Bob, $"{name}: who lost it is told, and nobody else");
    }

    private static async Task<HashSet<string>> Told(LiteDbStore store)
    {
        using var atOnce = new CancellationTokenSource();
        var claim = store.ClaimNotices(int.MaxValue, atOnce.Token);
        await atOnce.CancelAsync();
        return claim.IsCompletedSuccessfully ? [.. (await claim).Select(notice => notice.Notice.To.Value)] : [];
    }

    private async Task<LiteDbStore> Opened()
    {
        var store = new LiteDbStore(_folder.Data, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        return store;
    }
}
