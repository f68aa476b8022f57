using LockThat.App.Installs;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>An installation with the number of its row.</summary>
internal sealed record InstallRow(long Id, Installation Installation);

/// <summary>All installations as they are committed.</summary>
internal sealed class InstallMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<InstallKey, InstallRow> _rows = [];

    /// <summary>The highest row number in use; the writer gives out the next.</summary>
    public long LastId { get; private set; }

    public InstallRow? Find(InstallKey key)
    {
        lock (_gate)
            return _rows.GetValueOrDefault(key);
    }

    public IReadOnlyList<Installation> List()
    {
        lock (_gate)
            return [.. _rows.Values.OrderBy(row => row.Id).Select(row => row.Installation)];
    }

    /// <summary>Takes the committed rows of a batch: the new row of each key, or null when it is gone.</summary>
    public void Publish(IEnumerable<(InstallKey Key, InstallRow? Row)> changes)
    {
        lock (_gate)
            foreach (var (key, row) in changes)
            {
                if (row is null)
                    _rows.Remove(key);
                else
                    Set(row);
            }
    }

    /// <summary>Starts again with the contents of the disk.</summary>
    public void Load(IEnumerable<InstallRow> rows)
    {
        lock (_gate)
        {
            _rows.Clear();
            foreach (var row in rows)
                Set(row);
        }
    }

    private void Set(InstallRow row)
    {
        _rows[row.Installation.Key] = row;
        LastId = Math.Max(LastId, row.Id);
    }
}
