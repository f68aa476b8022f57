using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>
/// Changes on their way to the database, decided one after the other, on the rows that were read and the earlier
/// decisions of this batch. The changes of one key, and of the keys of one change, are written together or not at all,
/// depending on whether anybody else has changed a row since.
/// </summary>
/// <param name="found">The rows that were read.</param>
/// <param name="isBesideOlder">Whether nothing may begin that an older instance does not know.</param>
internal sealed class Batch(IReadOnlyDictionary<ResourceKey, Found> found, bool isBesideOlder = false)
{
    private readonly Dictionary<ResourceKey, Change> _changes = found.ToDictionary(
        read => read.Key,
        read => new Change(read.Key, read.Value)
    );
    private readonly Dictionary<TeamId, int> _created = [];
    private readonly List<(Change To, ResourceEvent Event)> _happened = [];
    private readonly Dictionary<TeamId, TeamPolicy> _policies = [];

    /// <summary>Nothing that could be changed.</summary>
    public static Batch Empty { get; } = new(new Dictionary<ResourceKey, Found>());

    /// <summary>The rows that were read.</summary>
    public IEnumerable<ResourceKey> Keys => found.Keys;

    /// <summary>The rows to write, and the rows that must be unchanged for that.</summary>
    public IReadOnlyList<Change> Changes => [.. _changes.Values.Where(change => change.Unit.IsWritten)];

    /// <summary>The events to keep, in their order.</summary>
    public IReadOnlyList<(Change To, ResourceEvent Event)> Happened => _happened;

    /// <summary>The rules of teams that are changed.</summary>
    public IReadOnlyDictionary<TeamId, TeamPolicy> Policies => _policies;

    /// <summary>Decides upon resources. When the decision throws, the batch is unchanged.</summary>
    public Outcome Decide(Scope scope, Func<Scene, Facts, Decision> decide)
    {
        var first = _changes[scope[0]].Found;
        var facts = new Facts(first.Now, CountFor(scope))
        {
            IsBesideOlder = isBesideOlder,
            Policy = first.Workspace?.Policy ?? TeamPolicy.None,
        };
        var decision = decide(Found(scope), facts);
        decision.RequireFits(scope);
        if (decision.Policy is { } policy)
            _policies[scope.Team] = policy;

        for (var place = 0; place < scope.Count; place++)
        {
            var change = _changes[scope[place]];
            change.Join(_changes[scope[0]]);
            var was = change.IsCreated;
            change.Next = decision.Next[place];
            _created[scope.Team] = _created.GetValueOrDefault(scope.Team) + (change.IsCreated ? 1 : 0) - (was ? 1 : 0);
        }

        foreach (var notice in decision.Notices)
            About(scope, notice.Resource).Notices.Add(notice);
        foreach (var happened in decision.Events.Where(happened => happened.IsKept))
            Keep(About(scope, happened.Origin.Name), happened);
        return decision.Outcome;
    }

    /// <summary>Whether a decision upon these resources is yet to be written.</summary>
    public bool Writes(Scope scope) => _changes[scope[0]].Unit.IsWritten;

    private void Keep(Change to, ResourceEvent happened)
    {
        to.HasHappened = true;
        _happened.Add((to, happened));
    }

    private Scene Found(Scope scope) =>
        scope.Count == 1
            ? _changes[scope[0]].Next
            : new Scene([.. scope.Names.Select(name => _changes[new(scope.Team, name)].Next)]);

    private Change About(Scope scope, ResourceName name) =>
        _changes.GetValueOrDefault(new(scope.Team, name)) ?? _changes[scope[0]];

    // The place of a resource that this batch deletes is given to others only after the deletion, because another
    // instance may be faster.
    private int CountFor(Scope scope)
    {
        var count = (_changes[scope[0]].Found.Workspace?.Resources ?? 0) + _created.GetValueOrDefault(scope.Team);
        for (var place = 0; place < scope.Count; place++)
            count -= _changes[scope[place]] is { Found.Resource: not null, Next: null } ? 1 : 0;
        return count;
    }
}
