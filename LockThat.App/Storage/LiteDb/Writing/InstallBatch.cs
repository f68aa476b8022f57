using LiteDB;
using LockThat.App.Installs;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The part of a <see cref="Batch"/> that concerns installations.</summary>
internal sealed class InstallBatch(StoreMemory memory)
{
    private readonly Dictionary<InstallKey, InstallRow?> _changed = [];
    private readonly Dictionary<string, RedeemedRow> _redeemed = [];
    private IReadOnlyList<RedeemedRow> _ended = [];
    private long _lastId = memory.Installs.LastId;

    /// <summary>An installation as this batch will leave it.</summary>
    public InstallRow? Find(InstallKey key) =>
        _changed.TryGetValue(key, out var changed) ? changed : memory.Installs.Find(key);

    /// <summary>Decides upon one installation. When the decision throws, the batch is unchanged.</summary>
    public Installation? Decide(InstallKey key, Func<Installation?, DateTimeOffset, Installation?> decide)
    {
        var found = Find(key);
        var next = decide(found?.Installation, memory.Now);
        if (next is not null && next.Key != key)
            throw new InvalidOperationException("A decision about one installation returned another");

        // The row of a key that was deleted in this batch is still on the disk, and is used again.
        if (!ReferenceEquals(next, found?.Installation))
            _changed[key] = next is null ? null : new(found?.Id ?? memory.Installs.Find(key)?.Id ?? ++_lastId, next);
        return next;
    }

    public bool Redeem(string id, DateTimeOffset until)
    {
        var now = memory.Now;
        if (until <= now || memory.Redeemed.Contains(id, now))
            return false;
        _ended = memory.Redeemed.Ended(now);
        return _redeemed.TryAdd(id, new(memory.Redeemed.LastNumber + _redeemed.Count + 1, id, until));
    }

    public bool HasWrites => Changes().Any() || _redeemed.Count > 0;

    public void Write(LiteDatabase database)
    {
        var installs = new StoredCollection<StoredRow.AnInstallation>(database, StoredTables.Installations);
        foreach (var (before, after) in Changes())
        {
            if (after is null)
                installs.Delete(before!.Id);
            else if (before is null)
                installs.Insert(after.Id, new(after.Installation));
            else
                installs.Update(after.Id, new(after.Installation));
        }

        var redeemed = new StoredCollection<StoredRow.ARedeemedId>(database, StoredTables.Redeemed);
        foreach (var row in _ended)
            redeemed.Delete(row.Number);
        foreach (var row in _redeemed.Values)
            redeemed.Insert(row.Number, new(row.Id, row.Until));
    }

    public void Publish()
    {
        memory.Installs.Publish(_changed.Select(change => (change.Key, change.Value)));
        memory.Redeemed.Publish(_ended, _redeemed.Values);
    }

    private IEnumerable<(InstallRow? Before, InstallRow? After)> Changes() =>
        _changed
            .Select(change => (Before: memory.Installs.Find(change.Key), After: change.Value))
            .Where(change => change.Before is not null || change.After is not null);
}
