using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The part of a <see cref="Batch"/> that concerns people.</summary>
internal sealed class PersonBatch(StoreMemory memory)
{
    private readonly Dictionary<(TeamId Team, UserId User), PersonRow?> _changed = [];
    private long _lastId = memory.People.LastId;

    /// <summary>Keeps a fact, unless a later one is kept; returns whether it did.</summary>
    public bool Save(KnownPerson person)
    {
        var key = (person.Workspace.Team, person.User);
        var found = Find(key);
        if (found?.Person.KnownAt > person.KnownAt)
            return false;
        // The row of a person who was forgotten in this batch is still on the disk, and is used again.
        var id = found?.Id ?? memory.People.Find(person.Workspace.Team, person.User)?.Id ?? ++_lastId;
        _changed[key] = new(id, person);
        return true;
    }

    /// <summary>Changes the time zone of a person of whom something is known; returns whether it did.</summary>
    public bool ChangeZone(Workspace workspace, UserId user, string? zone, DateTimeOffset at)
    {
        var isChanged = false;
        foreach (var (_, known) in memory.People.Of(workspace, user))
        {
            var key = (known.Workspace.Team, user);
            if (Find(key) is not { Person: var person } || person.KnownAt > at)
                continue;
            isChanged = true;
            if (zone is null)
                _changed[key] = null;
            else
                Save(person with { Zone = zone, KnownAt = at });
        }

        return isChanged;
    }

    /// <summary>Forgets at most so many people of a workspace, and returns how many.</summary>
    public int Forget(TeamId team, int most)
    {
        var rows = memory.People.Of(team, most);
        foreach (var row in rows)
            _changed[(team, row.Person.User)] = null;
        return rows.Count;
    }

    public bool HasWrites => Changes().Any();

    public void Write(LiteDatabase database)
    {
        var people = new StoredCollection<StoredRow.APerson>(database, StoredTables.People);
        foreach (var (before, after) in Changes())
        {
            if (after is null)
                people.Delete(before!.Id);
            else
                people.Upsert(after.Id, new(after.Person));
        }
    }

    public void Publish() => memory.People.Publish(_changed.Select(change => (change.Key, change.Value)));

    private PersonRow? Find((TeamId Team, UserId User) key) =>
        _changed.TryGetValue(key, out var changed) ? changed : memory.People.Find(key.Team, key.User);

    private IEnumerable<(PersonRow? Before, PersonRow? After)> Changes() =>
        _changed
            .Select(change => (Before: memory.People.Find(change.Key.Team, change.Key.User), After: change.Value))
            .Where(change => change.Before is not null || change.After is not null);
}
