using System.Diagnostics;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>The time of a page, and the memory of a long history.</summary>
[Collection(nameof(Alone))]
public sealed class HistoryCostTests : IDisposable
{
    private static readonly int Many = Rounds.Of("HISTORY_EVENTS", 50_000);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    private readonly StoreFolder _folder = new();
    private HistoryFile _file;

    public HistoryCostTests() => _file = HistoryFile.Create(Path, 0, PageFile.OpenExclusively);

    private string Path => _folder.Data + "-history";

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    /// <summary>With <c>HISTORY_EVENTS=1000000</c> of a million.</summary>
    [Fact]
    public void A_page_of_twenty_takes_a_tenth_of_a_second_at_most()
    {
        for (var number = 1; number <= Many; number += 10_000)
            _file.Append(Happenings.Of(Happenings.Acme, number, Math.Min(Many, number + 9_999)), number);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Reopen();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        HistorySearch[] searches =
        [
            new(Happenings.Acme),
            new(Happenings.Acme) { Resource = Happenings.Resource(3), Before = Many / 2 },
            new(Happenings.Acme) { Resource = Happenings.Resource(3), Person = Happenings.Person(1) },
            new(Happenings.Acme) { Person = EntryKeys.Of("nobody") },
        ];
        foreach (var search in searches)
        {
            var times = Enumerable.Range(0, 5).Select(_ => Time(() => _file.Page(search, 20))).Order().ToList();
            TestContext.Current.TestOutputHelper?.WriteLine($"{times[2].TotalMilliseconds:0.0} ms for {search}");
            times[2].ShouldBeLessThan(Quick);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{memory >> 10} KB of memory, {_file.Length >> 10} KB of disk"
        );
        memory.ShouldBeLessThan(1_000_000 + (Many * 12L));
    }

    private static TimeSpan Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }

    private void Reopen()
    {
        _file.Dispose();
        _file = HistoryFile.Open(Path, PageFile.OpenExclusively);
    }
}
