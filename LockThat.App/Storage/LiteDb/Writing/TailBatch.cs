using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The part of a <see cref="Batch"/> that concerns events.</summary>
internal sealed class TailBatch(StoreMemory memory)
{
    private readonly List<ResourceEvent> _happened = [];
    private readonly Dictionary<long, TailRow> _changed = [];
    private readonly HashSet<long> _gone = [];
    private long? _filedUpTo;
    private TailRow? _added;

    public bool HasWrites => _happened.Count + _changed.Count + _gone.Count > 0 || _filedUpTo is not null;

    public void Add(IEnumerable<ResourceEvent> events) => _happened.AddRange(events);

    /// <summary>The history has all batches up to this one, on its disk.</summary>
    public bool Filed(long upTo)
    {
        _filedUpTo = Math.Max(upTo, _filedUpTo ?? memory.FiledUpTo);
        _gone.UnionWith(memory.Tail.All().Select(row => row.Number).TakeWhile(number => number <= upTo));
        return true;
    }

    /// <summary>Takes all events of a workspace off the tail, and returns how many.</summary>
    public int Forget(TeamId team)
    {
        var count = 0;
        foreach (var row in memory.Tail.All())
        {
            var left = row.Without(team);
            count += row.Events.Length - left.Events.Length;
            if (left.Events.IsEmpty)
                _gone.Add(row.Number);
            else if (left.Events.Length < row.Events.Length)
                _changed[row.Number] = left;
        }

        return count;
    }

    public void Write(LiteDatabase database)
    {
        var tail = new TailCollection(database);
        if (_happened.Count > 0)
        {
            tail.Insert(_added = new(memory.NextBatch, [.. _happened]));
            Counters.SetLastBatch(database, _added.Number);
        }

        foreach (var row in _changed.Values.Where(row => !_gone.Contains(row.Number)))
            tail.Update(row);
        foreach (var number in _gone)
            tail.Delete(number);
        if (_filedUpTo is { } filed)
            Counters.SetFiledUpTo(database, filed);
    }

    public void Publish()
    {
        memory.Tail.Publish(_added, _gone, _changed.Values.Where(row => !_gone.Contains(row.Number)));
        memory.LastBatch = _added?.Number ?? memory.LastBatch;
        memory.FiledUpTo = _filedUpTo ?? memory.FiledUpTo;
    }
}
