namespace LockThat.App.Storage.LiteDb.History;

/// <summary>
/// Whether a block may have a wanted event: a Bloom filter over the keys of each event, alone and two at a time. It
/// wrongly says yes in a few cases of a hundred, and never wrongly says no.
/// </summary>
internal static class BlockFilter
{
    private const int BytesOfEvent = 6;
    private const int Bits = 4;

    public static byte[] Of(IReadOnlyList<HistoryEntry> entries)
    {
        var filter = new byte[entries.Count * BytesOfEvent];
        foreach (var entry in entries)
        {
            var (resource, person, kind) = entry.Keys;
            ReadOnlySpan<(uint, uint)> pairs =
            [
                (resource, 0),
                (0, person),
                (resource, person),
                (resource, kind),
                (~kind, person),
                (0, ~kind),
            ];
            foreach (var pair in pairs)
                Set(filter, Mixed(pair));
        }

        return filter;
    }

    public static bool MayHave(byte[] filter, HistorySearch search)
    {
        var (resource, person) = (search.Resource, search.Person);
        return Has(filter, (resource, person)) && (search.Kinds.Length == 0 || Array.Exists(search.Kinds, HasKind));

        bool HasKind(uint kind) =>
            (resource, person) is (0, 0)
                ? Has(filter, (0, ~kind))
                : (resource == 0 || Has(filter, (resource, kind))) && (person == 0 || Has(filter, (~kind, person)));
    }

    private static bool Has(byte[] filter, (uint, uint) pair)
    {
        if (pair is (0, 0))
            return true;
        var hash = Mixed(pair);
        for (var bit = 0; bit < Bits; bit++, hash = Next(hash))
            if ((filter[At(filter, hash)] & (1 << (int)(hash & 7))) == 0)
                return false;
        return true;
    }

    private static void Set(byte[] filter, ulong hash)
    {
        for (var bit = 0; bit < Bits; bit++, hash = Next(hash))
            filter[At(filter, hash)] |= (byte)(1 << (int)(hash & 7));
    }

    private static int At(byte[] filter, ulong hash) => (int)((hash >> 3) % (ulong)filter.Length);

    private static ulong Mixed((uint First, uint Second) pair) => Next(((ulong)pair.First << 32) | pair.Second);

    // SplitMix64: each bit of the result depends on each bit of the number.
    private static ulong Next(ulong number)
    {
        unchecked
        {
            number += 0x9E37_79B9_7F4A_7C15;
            number = (number ^ (number >> 30)) * 0xBF58_476D_1CE4_E5B9;
            number = (number ^ (number >> 27)) * 0x94D0_49BB_1331_11EB;
            return number ^ (number >> 31);
        }
    }
}
