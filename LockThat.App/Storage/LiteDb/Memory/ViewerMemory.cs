using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A viewer with the number of its row.</summary>
internal sealed record ViewerRow(long Id, Viewer Viewer);

/// <summary>The people who have opened the Home, and the revision of their workspace that it shows. The disk follows,
/// and nobody waits for it.</summary>
internal sealed class ViewerMemory
{
    // Coarse on purpose: a Home is kept up to date for eight hours, so a minute is precise enough.
    private static readonly TimeSpan LeastBetweenWrites = TimeSpan.FromMinutes(1);

    // The least difference between two moments on the disk.
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(TeamId Team, UserId User), Entry> _entries = [];

    // The workspace of an organisation that a person's one Home shows.
    private readonly Dictionary<(EnterpriseId Organisation, UserId User), TeamId> _onHome = [];
    private long _lastId;

    public Viewer? Find(TeamId team, UserId user)
    {
        lock (_gate)
            return _entries.GetValueOrDefault((team, user))?.Row.Viewer is { } viewer
                ? viewer with
                {
                    IsOnHome = IsOnHome(viewer),
                }
                : null;
    }

    /// <summary>Keeps a viewer, as behind, and returns the row to store; null when the row on the disk is good
    /// enough.</summary>
    public ViewerRow? Save(Viewer viewer)
    {
        lock (_gate)
        {
            var key = (viewer.Workspace.Team, viewer.User);
            var before = _entries.GetValueOrDefault(key);
            var other = OtherOnHome(viewer);
            // After a restart the latest moment on the disk decides which workspace the Home shows, so a change of
            // workspace must reach the disk at once.
            var latest =
                other is null || viewer.OpenedAt > other.Row.Viewer.OpenedAt
                    ? viewer.OpenedAt
                    : other.Row.Viewer.OpenedAt + Instant;
            var kept = viewer with { OpenedAt = latest, IsOnHome = true };
            var row = new ViewerRow(before?.Row.Id ?? ++_lastId, kept);
            DateTimeOffset? storedAt =
                other is null && before is { } known && known.IsStoredAs(kept) ? known.StoredAt : null;
            _entries[key] = new(row, ShownRevision: 0, storedAt ?? latest);
            PutOnHome(kept);
            return storedAt is null ? row : null;
        }
    }

    public void Shown(TeamId team, UserId user, long revision)
    {
        lock (_gate)
            if (_entries.TryGetValue((team, user), out var entry))
            {
                _entries[(team, user)] = entry with { ShownRevision = Math.Max(entry.ShownRevision, revision) };
                if (OtherOnHome(entry.Row.Viewer) is { } other)
                    _entries[(other.Row.Viewer.Workspace.Team, user)] = other with { ShownRevision = 0 };
            }
    }

    /// <summary>Forgets a viewer and returns the row to delete; null when there is none.</summary>
    public ViewerRow? Forget(TeamId team, UserId user)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue((team, user), out var entry))
                return null;
            Remove((team, user), entry.Row.Viewer);
            return entry.Row;
        }
    }

    public IReadOnlyList<Viewer> Behind(DateTimeOffset openedSince, Func<TeamId, long> revision)
    {
        lock (_gate)
            return
            [
                .. _entries
                    .Values.Where(entry =>
                        entry.Row.Viewer.OpenedAt >= openedSince
                        && entry.ShownRevision < revision(entry.Row.Viewer.Workspace.Team)
                    )
                    .Where(entry => IsOnHome(entry.Row.Viewer))
                    .Select(entry => entry.Row.Viewer),
            ];
    }

    /// <summary>The workspaces whose Home was opened.</summary>
    public IReadOnlyList<Workspace> Workspaces()
    {
        lock (_gate)
            return [.. _entries.Values.Select(entry => entry.Row.Viewer.Workspace).Distinct()];
    }

    /// <summary>At most so many viewers of a workspace.</summary>
    public IReadOnlyList<ViewerRow> Of(TeamId team, int most)
    {
        lock (_gate)
            return [.. _entries.Where(entry => entry.Key.Team == team).Take(most).Select(entry => entry.Value.Row)];
    }

    /// <summary>Forgets viewers that are gone from the disk, unless they have come back since.</summary>
    public void Drop(IEnumerable<ViewerRow> rows)
    {
        lock (_gate)
            foreach (var row in rows)
            {
                var key = (row.Viewer.Workspace.Team, row.Viewer.User);
                if (_entries.TryGetValue(key, out var entry) && ReferenceEquals(entry.Row, row))
                    Remove(key, row.Viewer);
            }
    }

    /// <summary>Takes the viewers from the disk; a viewer that is in memory already is newer there.</summary>
    public void Load(IEnumerable<ViewerRow> rows)
    {
        lock (_gate)
            foreach (var row in rows)
            {
                if (
                    _entries.TryAdd(
                        (row.Viewer.Workspace.Team, row.Viewer.User),
                        new(row, ShownRevision: 0, row.Viewer.OpenedAt)
                    ) && !(OtherOnHome(row.Viewer)?.Row.Viewer.OpenedAt > row.Viewer.OpenedAt)
                )
                    PutOnHome(row.Viewer);
                _lastId = Math.Max(_lastId, row.Id);
            }
    }

    private bool IsOnHome(Viewer viewer) => OtherOnHome(viewer) is null;

    /// <summary>The other workspace that the person's one Home shows; null when it shows this one.</summary>
    private Entry? OtherOnHome(Viewer viewer) =>
        viewer.Workspace.OrgInstall is { } organisation
        && _onHome.TryGetValue((organisation, viewer.User), out var team)
        && team != viewer.Workspace.Team
            ? _entries.GetValueOrDefault((team, viewer.User))
            : null;

    private void PutOnHome(Viewer viewer)
    {
        if (viewer.Workspace.OrgInstall is { } organisation)
            _onHome[(organisation, viewer.User)] = viewer.Workspace.Team;
    }

    private void Remove((TeamId Team, UserId User) key, Viewer viewer)
    {
        _entries.Remove(key);
        if (
            viewer.Workspace.OrgInstall is { } organisation
            && _onHome.GetValueOrDefault((organisation, viewer.User)) == key.Team
        )
            _onHome.Remove((organisation, viewer.User));
    }

    private sealed record Entry(ViewerRow Row, long ShownRevision, DateTimeOffset StoredAt)
    {
        /// <summary>Whether the disk has this viewer with a moment that is recent enough.</summary>
        public bool IsStoredAs(Viewer viewer) =>
            viewer == Row.Viewer with { OpenedAt = viewer.OpenedAt }
            && (viewer.OpenedAt - StoredAt).Duration() < LeastBetweenWrites;
    }
}
