using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Waiting;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A place in line with the number of its row.</summary>
internal sealed record WaitRow(long Number, StoredRow.AWait Wait)
{
    public (TeamId, ResourceId, WaitId) Key => (Wait.Team, Wait.Resource, Wait.Wait.Id);
}

/// <summary>The rows of all lines, by their places. Only the writer asks for them: everybody else finds the whole line
/// in its resource.</summary>
internal sealed class WaitMemory
{
    private readonly Dictionary<(TeamId, ResourceId, WaitId), long> _numbers = [];

    /// <summary>The highest row number in use; the writer gives out the next.</summary>
    public long LastNumber { get; private set; }

    /// <summary>The number of a row; null when there is none.</summary>
    public long? Find((TeamId, ResourceId, WaitId) key) => _numbers.TryGetValue(key, out var number) ? number : null;

    /// <summary>Takes the committed rows of a batch.</summary>
    public void Publish(IEnumerable<WaitRow> written, IEnumerable<WaitRow> gone)
    {
        foreach (var row in gone)
            _numbers.Remove(row.Key);
        foreach (var row in written)
            Set(row);
    }

    /// <summary>Starts again with the contents of the disk, and returns the lines of the resources that have
    /// one.</summary>
    public IReadOnlyDictionary<(TeamId, ResourceId), Line> Load(IReadOnlyCollection<WaitRow> rows)
    {
        _numbers.Clear();
        foreach (var row in rows)
            Set(row);
        return rows.GroupBy(row => (row.Wait.Team, row.Wait.Resource))
            .ToDictionary(line => line.Key, line => Line.Of(line.Select(row => row.Wait.Wait)));
    }

    private void Set(WaitRow row)
    {
        _numbers[row.Key] = row.Number;
        LastNumber = Math.Max(LastNumber, row.Number);
    }
}
