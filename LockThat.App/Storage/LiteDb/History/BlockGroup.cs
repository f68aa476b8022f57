namespace LockThat.App.Storage.LiteDb.History;

/// <summary>The blocks that are added to a file at once.</summary>
internal sealed class BlockGroup
{
    private readonly List<(BlockInfo Info, ReadOnlyMemory<byte> Body, int RawLength)> _blocks = [];
    private readonly List<string> _forgotten = [];

    public IReadOnlyList<(BlockInfo Info, ReadOnlyMemory<byte> Body, int RawLength)> Blocks => _blocks;

    public IReadOnlyList<string> Forgotten => _forgotten;

    public bool IsEmpty => _blocks.Count == 0 && _forgotten.Count == 0;

    public void Put(string team, long from, long to, IReadOnlyList<HistoryEntry> entries)
    {
        var raw = BlockBody.Raw(entries);
        _blocks.Add((BlockInfo.Of(team, from, to, entries), BlockBody.Pack(raw), raw.Length));
    }

    public void Put(BlockInfo block, ReadOnlyMemory<byte> packed) =>
        _blocks.Add((block, packed, block.Place.RawLength));

    public void Forget(string team) => _forgotten.Add(team);
}
