using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>Histories after a power cut, a full disk and a rotten bit.</summary>
public sealed class HistoryDamageTests : IDisposable
{
    private static readonly int Cuts = Rounds.Of("POWER_CUTS", 60);

    private readonly StoreFolder _folder = new();
    private readonly Random _random = new(20_261_201);

    private string Path => _folder.Data + "-history";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_last_group_that_was_cut_short_is_taken_back_and_filed_again()
    {
        var (before, after) = Written();
        for (var cut = 0; cut < Cuts; cut++)
        {
            File.WriteAllBytes(Path, after[.._random.Next(before.Length, after.Length)]);
            ShouldBeTakenBackAndGoOn();
        }
    }

    [Fact]
    public void A_last_group_of_which_the_disk_has_only_some_pages_is_taken_back_too()
    {
        var (before, after) = Written();
        for (var cut = 0; cut < Cuts; cut++)
        {
            var torn = after.ToArray();
            var from = _random.Next(before.Length, after.Length);
            torn.AsSpan(from, _random.Next(1, after.Length - from + 1)).Clear();
            if (torn.AsSpan().SequenceEqual(after))
                continue;
            File.WriteAllBytes(Path, torn);
            ShouldBeTakenBackAndGoOn();
        }
    }

    [Fact]
    public void A_bit_that_is_wrong_among_what_was_on_disk_is_found_and_the_rest_is_saved()
    {
        var (before, after) = Written();
        for (var cut = 0; cut < Cuts; cut++)
        {
            var rotten = after.ToArray();
            rotten[_random.Next(40, before.Length)] ^= 4;
            File.WriteAllBytes(Path, rotten);

            Should.Throw<HistoryDamagedException>(ReadAll);
            using var saved = HistoryFile.Salvage(Path, Path + "-saved", 1_000_000, PageFile.OpenExclusively);

            var numbers = saved.All(Happenings.Acme).Numbers().ToList();
            numbers.Count.ShouldBeGreaterThanOrEqualTo(100);
            numbers.ShouldBe(numbers.Distinct().Order());
            saved.Append(Happenings.Of(Happenings.Acme, 2_000, 2_000), 9);
            saved.Position(Happenings.Acme).ShouldBe(1_000_001);
        }
    }

    [Fact]
    public void Of_a_file_that_is_none_nothing_is_saved()
    {
        File.WriteAllText(Path, "What is this?");

        Should.Throw<HistoryDamagedException>(ReadAll);
        using var saved = HistoryFile.Salvage(Path, Path + "-saved", 7, PageFile.OpenExclusively);

        saved.Count.ShouldBe(0);
    }

    [Fact]
    public void A_full_disk_leaves_what_was_there_and_later_all_goes_on()
    {
        var disk = new Disk();
        using (var file = HistoryFile.Create(Path, 0, disk.Open))
        {
            file.Append(Happenings.Of(Happenings.Acme, 1, 600), 1);
            disk.Room = 700;
            Should.Throw<IOException>(() => file.Append(Happenings.Of(Happenings.Acme, 601, 900), 2));
        }

        disk.Room = long.MaxValue;
        using var again = HistoryFile.Open(Path, disk.Open);
        again.ShouldHaveFirst(Happenings.Acme, 600);
        again.FiledUpTo.ShouldBe(1);
        again.Append(Happenings.Of(Happenings.Acme, 601, 900), 2);
        again.ShouldHaveFirst(Happenings.Acme, 900);
    }

    [Fact]
    public void Without_room_to_tidy_the_file_stays_as_it_was()
    {
        var disk = new Disk();
        using (var file = HistoryFile.Create(Path, 0, disk.Open))
        {
            file.Append(Happenings.Of(Happenings.Acme, 1, 600), 1);
            disk.Room = 100;
            Should.Throw<IOException>(file.Tidy);
        }

        using var again = HistoryFile.Open(Path, PageFile.OpenExclusively);
        again.ShouldHaveFirst(Happenings.Acme, 600);
        Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).ShouldBe([Path]);
    }

    /// <summary>A file of 610 events in eleven groups, before and after a twelfth of 300.</summary>
    private (byte[] Before, byte[] After) Written()
    {
        File.Delete(Path);
        using (var file = HistoryFile.Create(Path, 0, PageFile.OpenExclusively))
        {
            file.Append(Happenings.Of(Happenings.Acme, 1, 600), 1);
            for (var number = 601; number <= 610; number++)
                file.Append(Happenings.Of(Happenings.Acme, number, number), number);
        }

        var before = File.ReadAllBytes(Path);
        using (var file = HistoryFile.Open(Path, PageFile.OpenExclusively))
            file.Append(Happenings.Of(Happenings.Acme, 611, 910), 611);
        return (before, File.ReadAllBytes(Path));
    }

    private void ShouldBeTakenBackAndGoOn()
    {
        using var file = HistoryFile.Open(Path, PageFile.OpenExclusively);
        file.ShouldHaveFirst(Happenings.Acme, 610);
        file.FiledUpTo.ShouldBe(610);
        file.Append(Happenings.Of(Happenings.Acme, 611, 620), 611);
        file.ShouldHaveFirst(Happenings.Acme, 620);
    }

    private void ReadAll()
    {
        using var file = HistoryFile.Open(Path, PageFile.OpenExclusively);
        file.All(Happenings.Acme).Count().ShouldBe(910);
    }
}
