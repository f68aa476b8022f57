using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>A power cut while people act and the filer files: each file ends at any byte after its last sync. Every
/// acknowledged event is in the tail or in the history, once, and has the position that it had.</summary>
public sealed class BothFilesPowerCutTests : IAsyncLifetime
{
    private const int Acts = 300;
    private static readonly int Cuts = Rounds.Of("POWER_CUTS", 60);

    private readonly StoreFolder _folder = new();
    private readonly StoreFolder _after = new();
    private readonly Random _random = new(20_261_202);

    // After so many steps of the disk, so many events were acknowledged.
    private readonly List<(int Steps, int Events)> _acknowledged = [];
    private JournaledDisk _disk = new(new Dictionary<string, byte[]>());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string[] Files => [_folder.Data, _folder.Log, _folder.Data + "-history"];

    public async ValueTask InitializeAsync()
    {
        var store = await Open(_folder, PageFile.OpenExclusively);
        await Happen(store, 1);
        await store.File(9, Cancel);
        await store.Close(Cancel);
        _disk = new(Files.ToDictionary(file => file, File.ReadAllBytes));

        store = await Open(_folder, _disk.Open);
        var acting = Task.Run(() => Act(store), Cancel);
        while (!acting.IsCompleted)
            await store.File(_random.Next(1, 9), Cancel);
        await acting;
        await store.Close(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        _after.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Cut_anywhere_each_acknowledged_event_is_there_once_at_its_position()
    {
        for (var cut = 0; cut < Cuts; cut++)
        {
            var steps = _random.Next(_disk.Steps + 1);
            foreach (var file in Files)
                await File.WriteAllBytesAsync(
                    file.Replace(_folder.Data, _after.Data, StringComparison.Ordinal),
                    _disk.Cut(file, steps, _random),
                    Cancel
                );

            await ShouldGoOn($"cut {cut} after {steps} of {_disk.Steps} steps", Acknowledged(steps));
        }
    }

    private int Acknowledged(int steps) =>
        _acknowledged.Where(one => one.Steps <= steps).Select(one => one.Events).DefaultIfEmpty(1).Max();

    private async Task ShouldGoOn(string how, int acknowledged)
    {
        var store = await Open(_after, PageFile.OpenExclusively);
        var seen = await All(store);
        seen.Count.ShouldBeInRange(acknowledged, acknowledged + 1, how);
        seen.Select(stored => stored.Position).ShouldBe(Positions(seen.Count), how);
        seen.Select(Number).ShouldBe(Positions(seen.Count), how);

        await Happen(store, seen.Count + 1);
        while (await store.File(99, Cancel) > 0) { }
        var filed = await store.After(Some.Acme.Team, 0, Acts + 9, Cancel);
        filed.Select(stored => stored.Position).ShouldBe(Positions(seen.Count + 1), how);
        filed.Select(Number).ShouldBe(Positions(seen.Count + 1), how);
        File.Exists(_after.Data + "-history-damaged").ShouldBeFalse(how);
        await store.Close(Cancel);
    }

    private async Task Act(LiteDbStore store)
    {
        for (var number = 2; number <= Acts; number++)
        {
            await Happen(store, number);
            _acknowledged.Add((_disk.Steps, number));
        }
    }

    private static async Task<LiteDbStore> Open(StoreFolder folder, Func<string, FileStream> open)
    {
        var store = new LiteDbStore(
            folder.Data,
            new FakeTimeProvider(Some.Noon),
            NullLogger<LiteDbStore>.Instance,
            open
        );
        await store.Open(Cancel);
        return store;
    }

    private static async Task Happen(LiteDbStore store, int number)
    {
        var created = new Created(Some.Origin(Some.Ada, Some.Noon) with { Name = ResourceName.Of($"thing-{number}") });
        await store.Change(
            new Scope(Some.Acme.Team, created.Origin.Name),
            (found, _) => new(found, new Outcome.Accepted(created), [created]),
            Cancel
        );
    }

    /// <summary>Everything that happened, the oldest first, filed or not.</summary>
    private static async Task<List<StoredEvent>> All(LiteDbStore store)
    {
        var all = new List<StoredEvent>();
        HistoryPage page;
        do
        {
            var query = new HistoryQuery(Some.Acme.Team) { Count = 100, Before = all is [] ? null : all[^1].Position };
            page = await store.Page(query, Cancel);
            all.AddRange(page.Events);
        } while (page.HasMore);
        all.Reverse();
        return all;
    }

    private static IEnumerable<long> Positions(int count) => Enumerable.Range(1, count).Select(number => (long)number);

    private static long Number(StoredEvent stored) =>
        long.Parse(stored.Event.Origin.Name.Display.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
}
