using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The part of a <see cref="Batch"/> that concerns people whose accounts ended.</summary>
internal sealed class FormerBatch(StoreMemory memory)
{
    private readonly Dictionary<(TeamId Team, UserId User), FormerRow> _added = [];
    private readonly Dictionary<(TeamId Team, UserId User), FormerRow> _gone = [];
    private long _lastId = memory.Former.LastId;

    public bool HasWrites => _added.Count + _gone.Count > 0;

    /// <summary>Keeps that the account of a person ended; false when that is known.</summary>
    public bool Add(Workspace workspace, UserId user)
    {
        var key = (workspace.Team, user);
        if (_gone.Remove(key) || _added.ContainsKey(key) || memory.Former.Find(workspace.Team, user) is not null)
            return false;
        _added[key] = new(++_lastId, new(workspace, user, memory.Now));
        return true;
    }

    /// <summary>Forgets it of a person who is back; an organisation stands for all of its workspaces.</summary>
    public bool Remove(Workspace workspace, UserId user)
    {
        foreach (var row in memory.Former.Of(workspace, user))
            _gone[row.Key] = row;
        foreach (var row in _added.Values.Where(row => row.IsOf(workspace, user)).ToList())
            _added.Remove(row.Key);
        return true;
    }

    /// <summary>Deletes at most so many rows of a workspace, and returns how many.</summary>
    public int Forget(TeamId team, int most)
    {
        var rows = memory.Former.Of(team, most);
        foreach (var row in rows)
            _gone[row.Key] = row;
        return rows.Count;
    }

    public void Write(LiteDatabase database)
    {
        if (!HasWrites)
            return;
        var former = new StoredCollection<StoredRow.AFormerMember>(database, StoredTables.FormerMembers);
        foreach (var row in _gone.Values)
            former.Delete(row.Id);
        foreach (var row in _added.Values)
            former.Insert(row.Id, new(row.Member));
    }

    public void Publish() => memory.Former.Publish(_added.Values, _gone.Values);
}
