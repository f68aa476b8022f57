using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>
/// Changes on their way to the database, decided one after the other upon what was read and what this batch has decided
/// before. For each key they hold together or not at all, as long as nobody else has changed it since; and so they do
/// for the keys of one change.
/// </summary>
internal sealed class Batch(IReadOnlyDictionary<ResourceKey, Found> found)
{
    private readonly Dictionary<ResourceKey, Change> _changes = found.ToDictionary(
        read => read.Key,
        read => new Change(read.Key, read.Value)
    );
    private readonly Dictionary<TeamId, int> _created = [];
    private readonly List<(Change To, ResourceEvent Event)> _happened = [];

    /// <summary>Nothing that could be changed.</summary>
    public static Batch Empty { get; } = new(new Dictionary<ResourceKey, Found>());

    /// <summary>What was read.</summary>
    public IEnumerable<ResourceKey> Keys => found.Keys;

    /// <summary>What there is to write, and what must be as it was read for that.</summary>
    public IReadOnlyList<Change> Changes => [.. _changes.Values.Where(change => change.Unit.IsWritten)];

    /// <summary>What happened and is to be kept, in its order.</summary>
    public IReadOnlyList<(Change To, ResourceEvent Event)> Happened => _happened;

    /// <summary>Decides upon resources. When the decision throws, the batch is as before.</summary>
    public Outcome Decide(Scope scope, Func<Scene, Facts, Decision> decide)
    {
        var decision = decide(Found(scope), new(_changes[scope[0]].Found.Now, CountFor(scope)));
        decision.RequireFits(scope);

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

    // The place of what this batch deletes is not given to others before it is free for good: another instance may be
    // faster than the deletion.
    private int CountFor(Scope scope)
    {
        var count = (_changes[scope[0]].Found.Workspace?.Resources ?? 0) + _created.GetValueOrDefault(scope.Team);
        for (var place = 0; place < scope.Count; place++)
            count -= _changes[scope[place]] is { Found.Resource: not null, Next: null } ? 1 : 0;
        return count;
    }
}
