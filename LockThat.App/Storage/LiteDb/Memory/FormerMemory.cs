using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A person whose account ended, with the number of the row.</summary>
internal sealed record FormerRow(long Id, FormerMember Member)
{
    public (TeamId Team, UserId User) Key => (Member.Workspace.Team, Member.User);

    /// <summary>Whether it is of a person in a workspace, or in any workspace of an organisation.</summary>
    public bool IsOf(Workspace workspace, UserId user) =>
        Member.User == user
        && (Member.Workspace.Team == workspace.Team || Member.Workspace.OrgInstall?.Value == workspace.Team.Value);
}

/// <summary>The people whose accounts ended, as they are committed.</summary>
internal sealed class FormerMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(TeamId Team, UserId User), FormerRow> _rows = [];

    /// <summary>The highest row number in use; the writer gives out the next.</summary>
    public long LastId { get; private set; }

    public FormerRow? Find(TeamId team, UserId user)
    {
        lock (_gate)
            return _rows.GetValueOrDefault((team, user));
    }

    /// <summary>The rows of a person in a workspace, or in all workspaces of an organisation.</summary>
    public IReadOnlyList<FormerRow> Of(Workspace workspace, UserId user)
    {
        lock (_gate)
            return [.. _rows.Values.Where(row => row.IsOf(workspace, user))];
    }

    /// <summary>At most so many rows of a workspace.</summary>
    public IReadOnlyList<FormerRow> Of(TeamId team, int most)
    {
        lock (_gate)
            return [.. _rows.Values.Where(row => row.Key.Team == team).Take(most)];
    }

    /// <summary>The workspaces that the people were in.</summary>
    public IReadOnlyList<Workspace> Workspaces()
    {
        lock (_gate)
            return [.. _rows.Values.Select(row => row.Member.Workspace).Distinct()];
    }

    /// <summary>Takes the committed rows of a batch.</summary>
    public void Publish(IEnumerable<FormerRow> added, IEnumerable<FormerRow> gone)
    {
        lock (_gate)
        {
            foreach (var row in gone)
                _rows.Remove(row.Key);
            foreach (var row in added)
                Set(row);
        }
    }

    /// <summary>Starts again with the contents of the disk.</summary>
    public void Load(IEnumerable<FormerRow> rows)
    {
        lock (_gate)
        {
            _rows.Clear();
            foreach (var row in rows)
                Set(row);
        }
    }

    private void Set(FormerRow row)
    {
        _rows[row.Key] = row;
        LastId = Math.Max(LastId, row.Id);
    }
}
