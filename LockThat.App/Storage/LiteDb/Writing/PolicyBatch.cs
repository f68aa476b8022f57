using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Policies;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The part of a <see cref="Batch"/> that concerns the rules of teams.</summary>
internal sealed class PolicyBatch(StoreMemory memory)
{
    private readonly Dictionary<TeamId, PolicyRow> _changed = [];
    private long _lastId = memory.Resources.LastPolicyId;

    /// <summary>The rules as this batch will leave them.</summary>
    public TeamPolicy Of(TeamId team) => Row(team)?.Policy ?? TeamPolicy.None;

    public void Put(TeamId team, TeamPolicy policy) => _changed[team] = new(Row(team)?.Id ?? ++_lastId, team, policy);

    /// <summary>Deletes the rules of a workspace, and returns how many rows that are.</summary>
    public int Forget(TeamId team)
    {
        if (Of(team) == TeamPolicy.None)
            return 0;
        Put(team, TeamPolicy.None);
        return 1;
    }

    public bool HasWrites => _changed.Count > 0;

    public void Write(LiteDatabase database)
    {
        if (!HasWrites)
            return;
        var policies = new StoredCollection<StoredRow.APolicy>(database, StoredTables.Policies);
        foreach (var row in _changed.Values)
        {
            // A transaction must write something, even if the row has never reached the disk.
            policies.Upsert(row.Id, new(row.Team, row.Policy));
            if (row.Policy == TeamPolicy.None)
                policies.Delete(row.Id);
        }
    }

    public void Publish() => memory.Resources.Publish(_changed.Values);

    private PolicyRow? Row(TeamId team) =>
        _changed.TryGetValue(team, out var changed) ? changed : memory.Resources.FindPolicy(team);
}
