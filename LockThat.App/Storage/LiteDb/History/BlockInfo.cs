namespace LockThat.App.Storage.LiteDb.History;

/// <summary>
/// The facts about a block, before its events in the file, and in memory. A block replaces everything in its
/// workspace's history from <see cref="From"/> to <see cref="To"/>; one without events removes it.
/// </summary>
internal sealed record BlockInfo(string Team, long From, long To)
{
    public int Count { get; init; }

    /// <summary>When the earliest of its events happened.</summary>
    public long Earliest { get; init; }

    /// <summary>See <see cref="BlockFilter"/>.</summary>
    public byte[] Filter { get; init; } = [];

    /// <summary>The place in the file, from its first byte to its last.</summary>
    public BlockPlace Place { get; init; }

    public static BlockInfo Of(string team, long from, long to, IReadOnlyList<HistoryEntry> entries) =>
        new(team, from, to)
        {
            Count = entries.Count,
            Earliest = entries.Count == 0 ? long.MaxValue : entries.Min(entry => entry.At),
            Filter = BlockFilter.Of(entries),
        };

    public void Write(BinaryWriter writer)
    {
        writer.Write(Team);
        writer.Write(From);
        writer.Write(To);
        writer.Write(Count);
        writer.Write(Earliest);
        writer.Write(Filter.Length);
        writer.Write(Filter);
    }

    public static BlockInfo Read(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64())
        {
            Count = reader.ReadInt32(),
            Earliest = reader.ReadInt64(),
            Filter = reader.ReadBytes(reader.ReadInt32()),
        };
}

/// <summary>The place of a block in its file.</summary>
/// <param name="Offset">Of its first byte.</param>
/// <param name="HeadLength">The length of the part before the body.</param>
/// <param name="BodyLength">The body as it is in the file.</param>
/// <param name="RawLength">The body unpacked.</param>
internal readonly record struct BlockPlace(long Offset, int HeadLength, int BodyLength, int RawLength)
{
    public int Length => HeadLength + BodyLength;

    public long End => Offset + Length;
}
