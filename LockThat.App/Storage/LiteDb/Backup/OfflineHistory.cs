using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>The history beside a store that no app uses. Added events lie in a file of their own until
/// <see cref="Keep"/>, so that an attempt that is cut short leaves nothing.</summary>
internal sealed class OfflineHistory : IDisposable
{
    private const int AtOnce = 4096;

    private readonly string _path;
    private readonly List<StoredRow.AnEvent> _waiting = [];
    private HistoryFile? _file;
    private HistoryFile? _added;

    /// <exception cref="HistoryDamagedException">It is not what was written there.</exception>
    public OfflineHistory(string path)
    {
        _path = path;
        File.Delete(Unfinished);
        if (File.Exists(path))
            _file = HistoryFile.Open(path, PageFile.OpenExclusively);
    }

    private string Unfinished => _path + "-moving";

    /// <summary>All events, workspace by workspace, then those that are only in the tail, and then the newest positions
    /// that no event has.</summary>
    /// <param name="tail">The events that may not be filed yet.</param>
    /// <param name="others">Workspaces of the store, which may have lost their events with a damaged history.</param>
    public IEnumerable<StoredRow> Read(IReadOnlyList<TailRow> tail, IEnumerable<string> others)
    {
        var newest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var stored in Filed().Concat(Unfiled(tail)))
        {
            newest[stored.Event.Origin.Workspace.Team.Value] = stored.Position;
            yield return new StoredRow.AnEvent(stored);
        }

        foreach (var team in (_file?.Teams ?? []).Union(others, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (LastGiven(team) is var given && given > newest.GetValueOrDefault(team))
                yield return new StoredRow.APosition(new(team), given);
        }
    }

    /// <summary>Notes that positions were given that no event has.</summary>
    public bool Add(StoredRow.APosition given)
    {
        (_added ??= Begun()).NotePosition(given.Team.Value, given.Position);
        return true;
    }

    /// <summary>Adds an event, at its position.</summary>
    public bool Add(StoredRow.AnEvent happened)
    {
        _waiting.Add(happened);
        if (_waiting.Count >= AtOnce)
            Write();
        return true;
    }

    /// <summary>Makes the added events count.</summary>
    public void Keep()
    {
        Write();
        if (_added is null)
            return;
        _added.Dispose();
        _file?.Dispose();
        _added = null;
        File.Move(Unfinished, _path, overwrite: true);
        Folder.Sync(AtomicFile.FolderOf(_path));
        _file = HistoryFile.Open(_path, PageFile.OpenExclusively);
    }

    public void Dispose()
    {
        _file?.Dispose();
        _added?.Dispose();
        File.Delete(Unfinished);
    }

    private long LastGiven(string team) => _file?.LastGiven(team) ?? 0;

    private IEnumerable<StoredEvent> Filed() =>
        (_file?.Teams.Order(StringComparer.Ordinal).ToList() ?? [])
            .SelectMany(team => _file?.All(team) ?? [])
            .Select(HistoryPages.ToStored)
            .OfType<StoredEvent>();

    private IEnumerable<StoredEvent> Unfiled(IReadOnlyList<TailRow> tail)
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var happened in tail.Where(row => row.Number > (_file?.FiledUpTo ?? 0)).SelectMany(row => row.Events))
        {
            var team = happened.Origin.Workspace.Team.Value;
            last[team] = (last.TryGetValue(team, out var given) ? given : LastGiven(team)) + 1;
            yield return new(last[team], happened);
        }
    }

    private void Write()
    {
        if (_waiting.Count == 0)
            return;
        _added ??= Begun();
        foreach (
            var team in _waiting.GroupBy(row => row.Stored.Event.Origin.Workspace.Team.Value, StringComparer.Ordinal)
        )
        {
            var entries = team.OrderBy(row => row.Stored.Position)
                .Select(row => HistoryPages.ToEntry(row.Stored.Position, row.Stored.Event));
            _added.AppendAsTheyAre(team.Key, [.. entries]);
        }

        _waiting.Clear();
    }

    private HistoryFile Begun()
    {
        if (_file is null)
            return HistoryFile.Create(Unfinished, 0, PageFile.OpenExclusively);
        _file.CopyTo(Unfinished);
        return HistoryFile.Open(Unfinished, PageFile.OpenExclusively);
    }
}
