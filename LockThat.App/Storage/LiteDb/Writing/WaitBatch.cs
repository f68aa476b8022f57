using LiteDB;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The part of a <see cref="Batch"/> that concerns lines: of each line, only the rows that differ are
/// written.</summary>
internal sealed class WaitBatch(StoreMemory memory)
{
    private readonly List<WaitRow> _written = [];
    private readonly List<WaitRow> _gone = [];
    private long _lastNumber = memory.Waits.LastNumber;

    /// <summary>Writes the lines of these resources.</summary>
    /// <param name="changes">Each changed resource before and after the batch.</param>
    public void Write(LiteDatabase database, IEnumerable<(Resource? Before, Resource? After)> changes)
    {
        var lines = LineChange.Of(changes);
        if (lines.Count == 0)
            return;
        var waits = new StoredCollection<StoredRow.AWait>(database, StoredTables.Waits);
        foreach (var line in lines)
            Write(waits, line);
    }

    public void Publish() => memory.Waits.Publish(_written, _gone);

    private void Write(StoredCollection<StoredRow.AWait> waits, LineChange line)
    {
        foreach (var wait in line.Written)
        {
            var row = new StoredRow.AWait(line.Team, line.Resource, wait);
            var found = memory.Waits.Find((line.Team, line.Resource, wait.Id));
            var number = found ?? ++_lastNumber;
            if (found is null)
                waits.Insert(number, row);
            else
                waits.Update(number, row);
            _written.Add(new(number, row));
        }

        foreach (var wait in line.Gone)
        {
            if (memory.Waits.Find((line.Team, line.Resource, wait.Id)) is not { } number)
                continue;
            waits.Delete(number);
            _gone.Add(new(number, new(line.Team, line.Resource, wait)));
        }
    }
}
