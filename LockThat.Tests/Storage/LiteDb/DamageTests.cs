using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A data file that is not what was written is reported by its path and left as it is, wherever the damage
/// lies.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly byte[] _good;

    public DamageTests()
    {
        using (var file = _folder.Open())
        {
            for (var row = 1; row <= 40; row++)
                file.Add(row);
            file.Checkpoint();
        }

        _good = File.ReadAllBytes(_folder.Data);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_flipped_bit_anywhere_is_found()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            byte[] flipped = [.. _good];
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            ShouldBeReported(flipped);
        }
    }

    [Fact]
    public void A_zeroed_page_is_found()
    {
        for (var at = 0; at < _good.Length; at += PageFile.FrameSize)
            ShouldBeReported([.. _good[..at], .. new byte[PageFile.FrameSize], .. _good[(at + PageFile.FrameSize)..]]);
    }

    [Fact]
    public void A_file_cut_short_is_found()
    {
        var random = new Random(7);
        ShouldBeReported([]);
        ShouldBeReported(_good[..PageFile.FrameSize]);
        ShouldBeReported(_good[..^PageFile.FrameSize]);
        for (var round = 0; round < 20; round++)
            ShouldBeReported(_good[..random.Next(_good.Length)]);
    }

    [Fact]
    public void A_file_of_something_else_is_refused() => ShouldBeReported("this is no store"u8.ToArray());

    [Fact]
    public void Two_pages_in_each_others_place_are_found() =>
        ShouldBeReported([
            .. _good[..PageFile.FrameSize],
            .. _good[(2 * PageFile.FrameSize)..(3 * PageFile.FrameSize)],
            .. _good[PageFile.FrameSize..(2 * PageFile.FrameSize)],
            .. _good[(3 * PageFile.FrameSize)..],
        ]);

    [Fact]
    public void A_log_whose_data_file_is_gone_is_not_taken_for_a_new_store()
    {
        using (var file = _folder.Open())
            file.Add(41);
        File.Delete(_folder.Data);
        var log = File.ReadAllBytes(_folder.Log);

        Should.Throw<StorageException>(_folder.Open).Fault.ShouldBe(StorageFault.Damaged);

        File.ReadAllBytes(_folder.Log).ShouldBe(log);
        File.Exists(_folder.Data).ShouldBeFalse();
    }

    [Fact]
    public void A_damaged_page_is_mended_from_the_log_or_reported_with_the_log_untouched()
    {
        using (var file = _folder.Open())
            file.Add(41);
        var log = File.ReadAllBytes(_folder.Log);
        var outcomes = new List<bool>();
        for (var at = 100; at < _good.Length; at += PageFile.FrameSize)
        {
            byte[] damaged = [.. _good];
            damaged[at] ^= 1;
            File.WriteAllBytes(_folder.Log, log);
            outcomes.Add(IsMended(damaged));
            if (!outcomes[^1])
                File.ReadAllBytes(_folder.Log).ShouldBe(log);
        }

        outcomes.ShouldContain(true);
        outcomes.ShouldContain(false);
    }

    private bool IsMended(byte[] damaged)
    {
        File.WriteAllBytes(_folder.Data, damaged);
        try
        {
            using var file = _folder.Open();
            file.Count().ShouldBe(41);
            return true;
        }
        catch (StorageException)
        {
            File.ReadAllBytes(_folder.Data).ShouldBe(damaged);
            return false;
        }
    }

    private void ShouldBeReported(byte[] damaged)
    {
        File.WriteAllBytes(_folder.Data, damaged);

        var report = Should.Throw<StorageException>(_folder.Open);

        report.Fault.ShouldBe(StorageFault.Damaged);
        report.Message.ShouldContain(_folder.Data);
        File.ReadAllBytes(_folder.Data).ShouldBe(damaged);
    }
}
