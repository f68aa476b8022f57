using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>The log as a power cut may leave it: what opens is always an exact prefix of what was acknowledged, up to
/// the first page that is not good.</summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Rows = 60;
    private const int HalfPage = 4096;
    private static readonly int Copies = Rounds.Of("POWER_CUTS", 60);

    private readonly StoreFolder _folder = new();
    private readonly Random _random = new(20_261_122);
    private readonly byte[] _data;
    private readonly byte[] _log;

    // The page of the log that makes row n count.
    private readonly List<int> _confirms = [];

    public PowerCutTests()
    {
        using (var file = _folder.Open())
            for (var row = 1; row <= Rows; row++)
            {
                file.Add(row);
                _confirms.Add((int)file.LogPages - 1);
            }

        _data = File.ReadAllBytes(_folder.Data);
        _log = File.ReadAllBytes(_folder.Log);
    }

    private int Pages => _log.Length / PageFile.FrameSize;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_it_has_every_row() => Opened(log => log).ShouldBe(Rows);

    [Fact]
    public void Whatever_is_made_of_the_log_what_opens_are_the_transactions_before_the_first_byte_that_is_not_good()
    {
        var mutilation = new Mutilation(_random);
        for (var copy = 0; copy < Copies; copy++)
        {
            var (how, mutilated) = mutilation.Of(_log);
            var good = _log.AsSpan().CommonPrefixLength(mutilated);
            Opened(mutilated, _data)
                .ShouldBe(RowsBefore(good / PageFile.FrameSize), $"copy {copy}: {how}, good up to byte {good}");
        }
    }

    [Fact]
    public void Cut_at_any_byte_it_ends_with_the_last_whole_transaction()
    {
        for (var round = 0; round < 40; round++)
        {
            var length = _random.Next(_log.Length);
            Opened(log => log[..length]).ShouldBe(RowsBefore(length / PageFile.FrameSize), $"cut at byte {length}");
        }
    }

    [Fact]
    public void Cut_at_any_page_it_ends_with_the_last_whole_transaction()
    {
        for (var page = 0; page < Pages; page += 3)
            Opened(log => log[..(page * PageFile.FrameSize)]).ShouldBe(RowsBefore(page), $"cut at page {page}");
    }

    [Fact]
    public void A_page_of_the_last_transaction_lost_loses_that_transaction_alone()
    {
        for (var page = _confirms[^2] + 1; page < Pages; page++)
            Opened(log => Zeroed(log, page * PageFile.FrameSize, PageFile.FrameSize))
                .ShouldBe(Rows - 1, $"page {page} of {Pages} lost");
    }

    [Fact]
    public void Half_of_a_confirming_page_lost_loses_that_transaction_and_what_follows()
    {
        for (var row = 20; row <= Rows; row += 8)
        {
            var at = _confirms[row - 1] * PageFile.FrameSize;
            Opened(log => Zeroed(log, at + HalfPage, HalfPage))
                .ShouldBe(row - 1, $"second half of row {row}'s page lost");
            Opened(log => Zeroed(log, at, HalfPage)).ShouldBe(row - 1, $"first half of row {row}'s page lost");
        }
    }

    [Fact]
    public void A_tail_that_is_half_old_and_half_new_is_not_taken_for_a_page()
    {
        for (var round = 0; round < 20; round++)
        {
            var end = _random.Next(PageFile.FrameSize - 1);
            Opened(log => [.. log, .. log[..end], .. new byte[PageFile.FrameSize - end]])
                .ShouldBe(Rows, $"{end} bytes of a page after the end");
        }
    }

    [Fact]
    public void Any_page_zeroed_or_garbled_ends_it_before_that_transaction()
    {
        for (var round = 0; round < 30; round++)
        {
            var page = _random.Next(Pages);
            var at = (page * PageFile.FrameSize) + _random.Next(PageFile.FrameSize);
            Opened(log => Zeroed(log, page * PageFile.FrameSize, PageFile.FrameSize))
                .ShouldBe(RowsBefore(page), $"page {page} zeroed");
            Opened(log => Flipped(log, at)).ShouldBe(RowsBefore(page), $"byte {at} flipped");
        }
    }

    [Fact]
    public void Pages_of_an_older_log_behind_the_end_are_not_taken_for_this_ones()
    {
        using (var file = _folder.Open())
            file.Add(Rows + 1);
        var younger = File.ReadAllBytes(_folder.Log);

        Opened([.. younger, .. _log[younger.Length..]], File.ReadAllBytes(_folder.Data)).ShouldBe(Rows + 1);
    }

    [Fact]
    public void A_checkpoint_that_was_cut_anywhere_is_done_again()
    {
        byte[] moved;
        using (var file = _folder.Open())
            file.Count();
        moved = File.ReadAllBytes(_folder.Data);

        for (var round = 0; round < 40; round++)
        {
            var torn = _random.Next(moved.Length);
            byte[] data = [.. moved[..torn], .. torn < _data.Length ? _data[torn..] : []];
            Opened(_log, data).ShouldBe(Rows, $"data file written up to byte {torn}");
        }
    }

    private int Opened(Func<byte[], byte[]> mutilated) => Opened(mutilated([.. _log]), _data);

    private int Opened(byte[] log, byte[] data)
    {
        File.WriteAllBytes(_folder.Data, data);
        File.WriteAllBytes(_folder.Log, log);
        using (var file = _folder.Open())
            file.Count();
        // Twice, as the first opening moved the log into the data file.
        using var again = _folder.Open();
        return again.Count();
    }

    private int RowsBefore(int page) => _confirms.Count(confirm => confirm < page);

    private static byte[] Zeroed(byte[] log, int at, int length)
    {
        log.AsSpan(at, length).Clear();
        return log;
    }

    private static byte[] Flipped(byte[] log, int at)
    {
        log[at] ^= 0x10;
        return log;
    }
}
