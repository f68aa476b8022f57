namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>An id that was redeemed, and the moment until which that must be known.</summary>
internal sealed record RedeemedRow(long Number, string Id, DateTimeOffset Until);

/// <summary>The redeemed ids that may still be tried again. Only the writer uses it.</summary>
internal sealed class RedeemedMemory
{
    private readonly Dictionary<string, RedeemedRow> _rows = [];
    private readonly SortedSet<(DateTimeOffset Until, string Id)> _ends = [];

    /// <summary>The highest number in use; the writer gives out the next.</summary>
    public long LastNumber { get; private set; }

    public bool Contains(string id, DateTimeOffset now) => _rows.TryGetValue(id, out var row) && row.Until > now;

    /// <summary>The ids that nobody needs to know any more.</summary>
    public IReadOnlyList<RedeemedRow> Ended(DateTimeOffset now) =>
        [.. _ends.TakeWhile(end => end.Until <= now).Select(end => _rows[end.Id])];

    public void Publish(IEnumerable<RedeemedRow> gone, IEnumerable<RedeemedRow> added)
    {
        foreach (var row in gone)
        {
            _rows.Remove(row.Id);
            _ends.Remove((row.Until, row.Id));
        }

        foreach (var row in added)
            Add(row);
    }

    /// <summary>Starts again with the contents of the disk.</summary>
    public void Load(IEnumerable<RedeemedRow> rows)
    {
        _rows.Clear();
        _ends.Clear();
        foreach (var row in rows)
            Add(row);
    }

    private void Add(RedeemedRow row)
    {
        _rows.Add(row.Id, row);
        _ends.Add((row.Until, row.Id));
        LastNumber = Math.Max(LastNumber, row.Number);
    }
}
