using LockThat.App.Locks;

namespace LockThat.App.Storage.LiteDb;

/// <summary>Who has opened the Home, and which revision of their workspace it shows. The disk follows, and nobody waits for it.</summary>
internal sealed class ViewerMemory
{
    // Of eight hours for which a Home is kept true.
    private static readonly TimeSpan LeastBetweenWrites = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(TeamId Team, UserId User), Entry> _entries = [];
    private long _lastId;

    public Viewer? Find(TeamId team, UserId user)
    {
        lock (_gate) return _entries.GetValueOrDefault((team, user))?.Row.Viewer;
    }

    /// <summary>Keeps a viewer, as behind, and returns the row to store; null when the disk has as much as it needs to have.</summary>
    public ViewerRow? Save(Viewer viewer)
    {
        lock (_gate)
        {
            var key = (viewer.Workspace.Team, viewer.User);
            var before = _entries.GetValueOrDefault(key);
            var row = new ViewerRow(before?.Row.Id ?? ++_lastId, viewer);
            DateTimeOffset? storedAt = before is { } known && known.IsStoredAs(viewer) ? known.StoredAt : null;
            _entries[key] = new(row, ShownRevision: 0, storedAt ?? viewer.OpenedAt);
            return storedAt is null ? row : null;
        }
    }

    public void Shown(TeamId team, UserId user, long revision)
    {
        lock (_gate)
            if (_entries.TryGetValue((team, user), out var entry)) _entries[(team, user)] = entry with { ShownRevision = Math.Max(entry.ShownRevision, revision) };
    }

    public IReadOnlyList<Viewer> Behind(DateTimeOffset openedSince, Func<TeamId, long> revision)
    {
        lock (_gate)
            return [.. _entries.Values
                .Where(entry => entry.Row.Viewer.OpenedAt >= openedSince && entry.ShownRevision < revision(entry.Row.Viewer.Workspace.Team))
                .Select(entry => entry.Row.Viewer)];
    }

    /// <summary>The workspaces whose Home was opened.</summary>
    public IReadOnlyList<Workspace> Workspaces()
    {
        lock (_gate) return [.. _entries.Values.Select(entry => entry.Row.Viewer.Workspace).Distinct()];
    }

    /// <summary>At most so many viewers of a workspace.</summary>
    public IReadOnlyList<ViewerRow> Of(TeamId team, int most)
    {
        lock (_gate) return [.. _entries.Where(entry => entry.Key.Team == team).Take(most).Select(entry => entry.Value.Row)];
    }

    /// <summary>Forgets viewers that are gone from the disk, unless they have come back meanwhile.</summary>
    public void Drop(IEnumerable<ViewerRow> rows)
    {
        lock (_gate)
            foreach (var row in rows)
            {
                var key = (row.Viewer.Workspace.Team, row.Viewer.User);
                if (_entries.TryGetValue(key, out var entry) && ReferenceEquals(entry.Row, row)) _entries.Remove(key);
            }
    }

    /// <summary>Takes what the disk has; who is known already is known better.</summary>
    public void Load(IEnumerable<ViewerRow> rows)
    {
        lock (_gate)
            foreach (var row in rows)
            {
                _entries.TryAdd((row.Viewer.Workspace.Team, row.Viewer.User), new(row, ShownRevision: 0, row.Viewer.OpenedAt));
                _lastId = Math.Max(_lastId, row.Id);
            }
    }

    private sealed record Entry(ViewerRow Row, long ShownRevision, DateTimeOffset StoredAt)
    {
        /// <summary>Whether the disk has this viewer but for a moment that was not long ago.</summary>
        public bool IsStoredAs(Viewer viewer) =>
            viewer == Row.Viewer with { OpenedAt = viewer.OpenedAt } && (viewer.OpenedAt - StoredAt).Duration() < LeastBetweenWrites;
    }
}
