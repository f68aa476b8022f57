using LockThat.App.Locks;

namespace LockThat.App.Storage.LiteDb;

/// <summary>All resources as they are committed. The writer publishes here what the disk has; everybody reads here and nobody waits for the disk.</summary>
internal sealed class ResourceMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TeamId, Team> _teams = [];
    private readonly SortedSet<Alarm> _alarms = [];

    /// <summary>The highest row number in use; the writer gives out the next.</summary>
    public long LastId { get; private set; }

    public ResourceRow? Find(ResourceKey key)
    {
        lock (_gate) return _teams.GetValueOrDefault(key.Team)?.Rows.GetValueOrDefault(key.Name);
    }

    public int Count(TeamId team)
    {
        lock (_gate) return _teams.GetValueOrDefault(team)?.Rows.Count ?? 0;
    }

    /// <summary>From 1 on after each start, and never falling while the app runs.</summary>
    public long Revision(TeamId team)
    {
        lock (_gate) return RevisionOf(team);
    }

    public Board List(TeamId team, DateTimeOffset now)
    {
        lock (_gate) return new([.. _teams.GetValueOrDefault(team)?.Rows.Values.Select(row => row.Resource) ?? []], now, RevisionOf(team));
    }

    public IReadOnlyList<ResourceKey> Due(DateTimeOffset now, int most)
    {
        lock (_gate) return [.. _alarms.TakeWhile(alarm => alarm.DueAt <= now).Take(most).Select(alarm => alarm.Key)];
    }

    /// <summary>At most so many keys of a workspace.</summary>
    public IReadOnlyList<ResourceKey> Keys(TeamId team, int most)
    {
        lock (_gate) return [.. _teams.GetValueOrDefault(team)?.Rows.Keys.Take(most).Select(name => new ResourceKey(team, name)) ?? []];
    }

    /// <summary>Everything there is, of all workspaces.</summary>
    public IReadOnlyList<Resource> All()
    {
        lock (_gate) return [.. _teams.Values.SelectMany(team => team.Rows.Values).Select(row => row.Resource)];
    }

    /// <summary>How many there are in all, and how many of them are held.</summary>
    public (long All, long Held) Tally
    {
        get { lock (_gate) return (_teams.Values.Sum(team => (long)team.Rows.Count), _alarms.Count); }
    }

    /// <summary>Takes what a batch has committed: the new row of each key, or null when it is gone.</summary>
    public void Publish(IEnumerable<(ResourceKey Key, ResourceRow? Row)> changes)
    {
        lock (_gate)
            foreach (var (key, row) in changes) Set(key, row);
    }

    /// <summary>Begins anew with what the disk has.</summary>
    public void Load(IEnumerable<ResourceRow> rows)
    {
        lock (_gate)
        {
            _alarms.Clear();
            foreach (var team in _teams.Values)
            {
                team.Rows.Clear();
                team.Revision++;
            }

            foreach (var row in rows) Set(row.Resource.Key, row);
        }
    }

    private void Set(ResourceKey key, ResourceRow? row)
    {
        if (!_teams.TryGetValue(key.Team, out var team)) _teams.Add(key.Team, team = new Team());
        if (team.Rows.Remove(key.Name, out var before) && before.Resource.DueAt is { } was) _alarms.Remove(new(was, before.Id, key));
        if (row is not null)
        {
            team.Rows.Add(key.Name, row);
            LastId = Math.Max(LastId, row.Id);
            if (row.Resource.DueAt is { } dueAt) _alarms.Add(new(dueAt, row.Id, key));
        }

        team.Revision++;
    }

    private long RevisionOf(TeamId team) => _teams.GetValueOrDefault(team)?.Revision ?? 1;

    private sealed class Team
    {
        public SortedDictionary<ResourceName, ResourceRow> Rows { get; } = [];

        public long Revision { get; set; } = 1;
    }

    private readonly record struct Alarm(DateTimeOffset DueAt, long Row, ResourceKey Key) : IComparable<Alarm>
    {
        public int CompareTo(Alarm other) => (DueAt, Row).CompareTo((other.DueAt, other.Row));
    }
}
