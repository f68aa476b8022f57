using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>The events of one batch, on their way to the history.</summary>
/// <param name="Number">Rises from batch to batch.</param>
/// <param name="Events">In the order in which they were decided.</param>
internal sealed record TailRow(long Number, ImmutableArray<ResourceEvent> Events)
{
    /// <summary>The same without the events of a workspace.</summary>
    public TailRow Without(TeamId team) =>
        this with
        {
            Events = Events.RemoveAll(happened => happened.Origin.Workspace.Team == team),
        };
}

/// <summary>The events that are committed and not filed yet. There are few, as long as somebody files.</summary>
internal sealed class TailMemory
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, TailRow> _rows = [];

    /// <summary>How many batches wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _rows.Count;
        }
    }

    /// <summary>All batches, the oldest first.</summary>
    public IReadOnlyList<TailRow> All()
    {
        lock (_gate)
            return [.. _rows.Values];
    }

    /// <summary>The workspaces of its events.</summary>
    public IEnumerable<Workspace> Workspaces() =>
        All().SelectMany(row => row.Events).Select(happened => happened.Origin.Workspace).Distinct();

    /// <summary>The oldest batches: as many as together have at most so many events, but always one when there is
    /// one.</summary>
    public IReadOnlyList<TailRow> Oldest(int mostEvents)
    {
        lock (_gate)
        {
            var oldest = new List<TailRow>();
            foreach (var row in _rows.Values)
            {
                mostEvents -= row.Events.Length;
                if (mostEvents < 0 && oldest.Count > 0)
                    break;
                oldest.Add(row);
            }

            return oldest;
        }
    }

    /// <summary>Takes the events that a batch has committed.</summary>
    public void Publish(TailRow? added, IEnumerable<long> gone, IEnumerable<TailRow> changed)
    {
        lock (_gate)
        {
            if (added is not null)
                _rows.Add(added.Number, added);
            foreach (var number in gone)
                _rows.Remove(number);
            foreach (var row in changed.Where(row => _rows.ContainsKey(row.Number)))
                _rows[row.Number] = row;
        }
    }

    /// <summary>Starts again with the contents of the disk.</summary>
    public void Load(IEnumerable<TailRow> rows)
    {
        lock (_gate)
        {
            _rows.Clear();
            foreach (var row in rows)
                _rows.Add(row.Number, row);
        }
    }
}
