using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>The damages that a power cut can do to a log, each at a random place.</summary>
internal sealed class Mutilation(Random random)
{
    private const int Sector = 512;

    private IReadOnlyList<(string Name, Func<byte[], byte[]> Mutilate)> Ways =>
        [
            ("cut", log => log[..random.Next(log.Length)]),
            ("torn page", Torn),
            ("pages in each other's place", Swapped),
            ("page written to another's place", Misplaced),
            ("flipped bit", Flipped),
            ("tail of zeros", log => Filled(log, random.Next(log.Length), log.Length, 0)),
            ("tail of anything", log => Garbled(log, random.Next(log.Length))),
            ("lost sector", LostSector),
        ];

    /// <summary>The log after one or two of them, and which they were.</summary>
    public (string How, byte[] Log) Of(byte[] log)
    {
        var (first, mutilate) = Any();
        byte[] once = mutilate([.. log]);
        if (random.Next(2) == 0 || once.Length < PageFile.FrameSize)
            return (first, once);
        var (second, again) = Any();
        return ($"{first}, {second}", again(once));
    }

    private (string Name, Func<byte[], byte[]> Mutilate) Any() => Ways[random.Next(Ways.Count)];

    // The beginning is the page's, the rest what stood there before.
    private byte[] Torn(byte[] log)
    {
        var (page, before) = (AnyPage(log), AnyPage(log));
        var torn = random.Next(PageFile.FrameSize);
        log.AsSpan(before + torn, PageFile.FrameSize - torn).CopyTo(log.AsSpan(page + torn));
        return log;
    }

    private byte[] Swapped(byte[] log)
    {
        var (one, other) = (AnyPage(log), AnyPage(log));
        var kept = log[one..(one + PageFile.FrameSize)];
        log.AsSpan(other, PageFile.FrameSize).CopyTo(log.AsSpan(one));
        kept.CopyTo(log.AsSpan(other));
        return log;
    }

    private byte[] Misplaced(byte[] log)
    {
        log.AsSpan(AnyPage(log), PageFile.FrameSize).CopyTo(log.AsSpan(AnyPage(log)));
        return log;
    }

    private byte[] Flipped(byte[] log)
    {
        log[random.Next(log.Length)] ^= (byte)(1 << random.Next(8));
        return log;
    }

    private byte[] LostSector(byte[] log)
    {
        var at = random.Next(log.Length / Sector) * Sector;
        return Filled(log, at, at + Sector, 0);
    }

    private byte[] Garbled(byte[] log, int from)
    {
        random.NextBytes(log.AsSpan(from));
        return log;
    }

    private static byte[] Filled(byte[] log, int from, int to, byte with)
    {
        log.AsSpan(from, to - from).Fill(with);
        return log;
    }

    private int AnyPage(byte[] log) => random.Next(log.Length / PageFile.FrameSize) * PageFile.FrameSize;
}
