using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>A resource with the number of its row.</summary>
internal sealed record ResourceRow(long Id, Resource Resource);

/// <summary>The rules of a team with the number of their row.</summary>
internal sealed record PolicyRow(long Id, TeamId Team, TeamPolicy Policy);

/// <summary>All resources as they are committed, and the rules of their teams. The writer publishes here after the disk
/// has them; everybody reads here, and no reader waits for the disk.</summary>
internal sealed class ResourceMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TeamId, Team> _teams = [];
    private SortedSet<Alarm> _alarms = [];

    /// <summary>The highest row number in use; the writer gives out the next.</summary>
    public long LastId { get; private set; }

    /// <summary>The same for the rules of teams.</summary>
    public long LastPolicyId { get; private set; }

    public ResourceRow? Find(ResourceKey key)
    {
        lock (_gate)
            return _teams.GetValueOrDefault(key.Team)?.Find(key.Name);
    }

    public Resource? Find(TeamId team, ResourceId id)
    {
        lock (_gate)
            return _teams.GetValueOrDefault(team)?.Find(id)?.Resource;
    }

    /// <summary>The resources in whose line somebody waits, sorted by name.</summary>
    public IReadOnlyList<Resource> Waiting(TeamId team, Actor who)
    {
        lock (_gate)
            return _teams.GetValueOrDefault(team)?.Waiting(who) ?? [];
    }

    /// <summary>The facts for a decision, read at one moment.</summary>
    /// <param name="scope">The resources.</param>
    /// <param name="inTeam">How many resources the workspace has.</param>
    /// <param name="policy">The rules of the team.</param>
    public Scene Find(Scope scope, out int inTeam, out TeamPolicy policy)
    {
        lock (_gate)
        {
            var team = _teams.GetValueOrDefault(scope.Team);
            (inTeam, policy) = (team?.Count ?? 0, team?.Policy?.Policy ?? TeamPolicy.None);
            return scope.Count == 1
                ? team?.Find(scope.First)?.Resource
                : new Scene([.. scope.Names.Select(name => team?.Find(name)?.Resource)]);
        }
    }

    public PolicyRow? FindPolicy(TeamId team)
    {
        lock (_gate)
            return _teams.GetValueOrDefault(team)?.Policy;
    }

    public int Count(TeamId team)
    {
        lock (_gate)
            return _teams.GetValueOrDefault(team)?.Count ?? 0;
    }

    /// <summary>Starts at 1 after each start of the app, and never falls while the app runs.</summary>
    public long Revision(TeamId team)
    {
        lock (_gate)
            return RevisionOf(team);
    }

    public ResourceSnapshot List(TeamId team, DateTimeOffset now)
    {
        lock (_gate)
            return new(_teams.GetValueOrDefault(team)?.Sorted ?? ResourceList.Empty, now, RevisionOf(team));
    }

    public IReadOnlyList<ResourceKey> Due(DateTimeOffset now, int most)
    {
        lock (_gate)
            return [.. _alarms.TakeWhile(alarm => alarm.DueAt <= now).Take(most).Select(alarm => alarm.Key)];
    }

    /// <summary>At most so many keys of a workspace.</summary>
    public IReadOnlyList<ResourceKey> Keys(TeamId team, int most)
    {
        lock (_gate)
            return
            [
                .. (_teams.GetValueOrDefault(team)?.Sorted ?? ResourceList.Empty)
                    .Take(most)
                    .Select(resource => new ResourceKey(team, resource.Name)),
            ];
    }

    /// <summary>Everything there is, of all workspaces.</summary>
    public IReadOnlyList<Resource> All()
    {
        lock (_gate)
            return [.. _teams.Values.SelectMany(team => team.Sorted)];
    }

    /// <summary>How many there are in all, and how many of them are held.</summary>
    public (long All, long Held) Tally
    {
        get
        {
            lock (_gate)
                return (_teams.Values.Sum(team => (long)team.Count), _alarms.Count);
        }
    }

    /// <summary>Takes the committed rows of a batch: the new row of each key, or null when it is gone.</summary>
    public void Publish(IEnumerable<(ResourceKey Key, ResourceRow? Row)> changes)
    {
        lock (_gate)
            foreach (var (key, row) in changes)
                Set(key, row);
    }

    /// <summary>Takes the committed rules of a batch. Rules of nothing are none.</summary>
    public void Publish(IEnumerable<PolicyRow> changes)
    {
        lock (_gate)
            foreach (var row in changes)
                Set(row);
    }

    /// <summary>Starts again with the rules that the disk has.</summary>
    public void Load(IEnumerable<PolicyRow> rows)
    {
        lock (_gate)
        {
            foreach (var team in _teams.Values)
                team.Set(policy: null);
            foreach (var row in rows)
                Set(row);
        }
    }

    /// <summary>Starts again with the contents of the disk.</summary>
    public void Load(IEnumerable<ResourceRow> rows)
    {
        lock (_gate)
        {
            foreach (var team in _teams.Values)
                team.Clear();
            foreach (var row in rows)
                Place(row.Resource.Key, row);

            // Sorted once, because adding the alarms one by one takes several times as long.
            _alarms = new(_teams.Values.SelectMany(team => team.Rows).Select(AlarmOf).OfType<Alarm>());
        }
    }

    private void Set(ResourceKey key, ResourceRow? row)
    {
        if (Place(key, row) is { } before && AlarmOf(before) is { } was)
            _alarms.Remove(was);
        if (row is not null && AlarmOf(row) is { } alarm)
            _alarms.Add(alarm);
    }

    /// <summary>Puts a row in its place, or takes it out, and returns the old one.</summary>
    private ResourceRow? Place(ResourceKey key, ResourceRow? row)
    {
        if (row is not null)
            LastId = Math.Max(LastId, row.Id);
        return Of(key.Team).Set(key.Name, row);
    }

    private void Set(PolicyRow row)
    {
        LastPolicyId = Math.Max(LastPolicyId, row.Id);
        Of(row.Team).Set(row.Policy == TeamPolicy.None ? null : row);
    }

    private Team Of(TeamId id)
    {
        if (!_teams.TryGetValue(id, out var team))
            _teams.Add(id, team = new Team());
        return team;
    }

    private static Alarm? AlarmOf(ResourceRow row) =>
        row.Resource.DueAt is { } dueAt ? new(dueAt, row.Id, row.Resource.Key) : null;

    private long RevisionOf(TeamId team) => _teams.GetValueOrDefault(team)?.Revision ?? 1;

    private sealed class Team
    {
        private readonly Dictionary<ResourceName, ResourceRow> _rows = [];
        private readonly Dictionary<ResourceId, ResourceRow> _byId = [];
        private WaitIndex? _waits;
        private ResourceList? _sorted;

        public long Revision { get; private set; } = 1;

        /// <summary>Null when the team has no rules of its own.</summary>
        public PolicyRow? Policy { get; private set; }

        public int Count => _rows.Count;

        public IEnumerable<ResourceRow> Rows => _rows.Values;

        /// <summary>By name. Sorted at the first look after a change, because there are more looks than
        /// changes.</summary>
        public ResourceList Sorted =>
            _sorted ??= [.. _rows.Values.Select(row => row.Resource).OrderBy(resource => resource.Name)];

        public ResourceRow? Find(ResourceName name) => _rows.GetValueOrDefault(name);

        public ResourceRow? Find(ResourceId id) => _byId.GetValueOrDefault(id);

        public IReadOnlyList<Resource> Waiting(Actor who) =>
            [.. (_waits?.Of(who) ?? []).Select(name => _rows[name].Resource).OrderBy(resource => resource.Name)];

        // Homes show only those things that a person may do.
        public void Set(PolicyRow? policy) => (Policy, Revision) = (policy, Revision + 1);

        /// <summary>Puts a row in its place, or takes it out, and returns the old one.</summary>
        public ResourceRow? Set(ResourceName name, ResourceRow? row)
        {
            _rows.Remove(name, out var before);
            // Under another name it may be there already, in the same batch.
            if (before is not null && ReferenceEquals(_byId.GetValueOrDefault(before.Resource.Id), before))
                _byId.Remove(before.Resource.Id);
            if (row is not null)
            {
                _rows.Add(name, row);
                _byId[row.Resource.Id] = row;
            }

            Index(name, before?.Resource.Line ?? Line.Empty, row?.Resource.Line ?? Line.Empty);
            (_sorted, Revision) = (null, Revision + 1);
            return before;
        }

        public void Clear()
        {
            _rows.Clear();
            _byId.Clear();
            (_sorted, _waits, Revision) = (null, null, Revision + 1);
        }

        // Most resources have no line, and a change of most others is none of their line.
        private void Index(ResourceName name, Line before, Line after)
        {
            if (before != after)
                (_waits ??= new()).Set(name, before, after);
        }
    }

    private readonly record struct Alarm(DateTimeOffset DueAt, long Row, ResourceKey Key) : IComparable<Alarm>
    {
        public int CompareTo(Alarm other) =>
            DueAt.CompareTo(other.DueAt) is not 0 and var order ? order : Row.CompareTo(other.Row);
    }
}
