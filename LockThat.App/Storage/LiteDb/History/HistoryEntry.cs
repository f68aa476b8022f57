namespace LockThat.App.Storage.LiteDb.History;

/// <summary>One event as the history keeps it: its keys, and its JSON.</summary>
/// <param name="Position">Its place in its workspace's history; 0 for one that has none yet.</param>
/// <param name="At">When it happened: milliseconds since 1970, in UTC.</param>
/// <param name="Keys">The keys that find it.</param>
/// <param name="Body">The whole event.</param>
internal readonly record struct HistoryEntry(long Position, long At, EntryKeys Keys, ReadOnlyMemory<byte> Body);

/// <summary>The keys that find an event, as numbers: equal texts have equal numbers, and only very few different ones
/// do. So a number finds candidates, and the event itself decides.</summary>
/// <param name="Resource">Of the resource's id.</param>
/// <param name="Person">Of the person who did it; 0 for the clock.</param>
/// <param name="Kind">Of its kind.</param>
internal readonly record struct EntryKeys(uint Resource, uint Person, uint Kind)
{
    /// <summary>FNV-1a; never 0, which stands for no text.</summary>
    public static uint Of(string? text)
    {
        if (text is null)
            return 0;
        var hash = 2_166_136_261u;
        foreach (var unit in text)
            hash = unchecked((hash ^ unit) * 16_777_619u);
        return hash == 0 ? 1 : hash;
    }
}

/// <summary>A question about a workspace's history.</summary>
internal sealed record HistorySearch(string Team)
{
    /// <summary>0 for any.</summary>
    public uint Resource { get; init; }

    /// <summary>0 for anybody.</summary>
    public uint Person { get; init; }

    /// <summary>Empty for any.</summary>
    public uint[] Kinds { get; init; } = [];

    /// <summary>Only events before this position.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>Whether an event that has the wanted numbers has the wanted texts, too.</summary>
    public Func<HistoryEntry, bool> IsReally { get; init; } = _ => true;

    public bool Wants(HistoryEntry entry) =>
        entry.Position < Before
        && (Resource == 0 || Resource == entry.Keys.Resource)
        && (Person == 0 || Person == entry.Keys.Person)
        && (Kinds.Length == 0 || Kinds.Contains(entry.Keys.Kind))
        && IsReally(entry);

    /// <summary>False when a block has no wanted event.</summary>
    public bool MayBeIn(BlockInfo block) => block.From < Before && BlockFilter.MayHave(block.Filter, this);
}
