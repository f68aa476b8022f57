using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A fact about a person with the number of its row.</summary>
internal sealed record PersonRow(long Id, KnownPerson Person);

/// <summary>The facts about people as they are committed.</summary>
internal sealed class PersonMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UserId, Dictionary<TeamId, PersonRow>> _rows = [];

    /// <summary>The highest row number in use; the writer gives out the next.</summary>
    public long LastId { get; private set; }

    public PersonRow? Find(TeamId team, UserId user)
    {
        lock (_gate)
            return _rows.GetValueOrDefault(user)?.GetValueOrDefault(team);
    }

    /// <summary>The facts about a person in a workspace, or in all workspaces of its organisation.</summary>
    public IReadOnlyList<PersonRow> Of(Workspace workspace, UserId user)
    {
        lock (_gate)
            return _rows.TryGetValue(user, out var rows)
                ? [.. rows.Values.Where(row => row.Person.IsIn(workspace))]
                : [];
    }

    /// <summary>At most so many people of a workspace.</summary>
    public IReadOnlyList<PersonRow> Of(TeamId team, int most)
    {
        lock (_gate)
            return [.. _rows.Values.Select(rows => rows.GetValueOrDefault(team)).OfType<PersonRow>().Take(most)];
    }

    /// <summary>The workspaces of which something is known.</summary>
    public IReadOnlyList<Workspace> Workspaces()
    {
        lock (_gate)
            return [.. _rows.Values.SelectMany(rows => rows.Values.Select(row => row.Person.Workspace)).Distinct()];
    }

    /// <summary>Takes the committed rows of a batch: the new row of each person, or null when it is gone.</summary>
    public void Publish(IEnumerable<((TeamId Team, UserId User) Key, PersonRow? Row)> changes)
    {
        lock (_gate)
            foreach (var ((team, user), row) in changes)
            {
                if (row is not null)
                    Set(row);
                else if (_rows.TryGetValue(user, out var rows) && rows.Remove(team) && rows.Count == 0)
                    _rows.Remove(user);
            }
    }

    /// <summary>Starts again with the contents of the disk.</summary>
    public void Load(IEnumerable<PersonRow> rows)
    {
        lock (_gate)
        {
            _rows.Clear();
            foreach (var row in rows)
                Set(row);
        }
    }

    private void Set(PersonRow row)
    {
        if (!_rows.TryGetValue(row.Person.User, out var rows))
            _rows[row.Person.User] = rows = [];
        rows[row.Person.Workspace.Team] = row;
        LastId = Math.Max(LastId, row.Id);
    }
}
