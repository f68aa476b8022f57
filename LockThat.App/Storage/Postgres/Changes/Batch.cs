using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>What the database had under a key when it was read.</summary>
/// <param name="Resource">Null when there was none.</param>
/// <param name="Version">Of the row; null when there was none.</param>
/// <param name="Now">The server's moment.</param>
/// <param name="ResourcesInWorkspace">Null when the workspace is new.</param>
/// <param name="RowKey">The key of its row, which is not the name's where it has a mark or was spelled in another way;
/// null when there was none.</param>
internal sealed record Found(
    Resource? Resource,
    long? Version,
    DateTimeOffset Now,
    int? ResourcesInWorkspace,
    string? RowKey
);

/// <summary>What a batch makes of one key.</summary>
internal sealed class Change(ResourceKey key, Found found)
{
    public ResourceKey Key => key;

    public Found Found => found;

    public Resource? Next { get; set; } = found.Resource;

    public List<Notice> Notices { get; } = [];

    /// <summary>What happened and is to be kept, in its order.</summary>
    public List<ResourceEvent> Happened { get; } = [];

    /// <summary>The key of the row that is there or is to be there.</summary>
    public string RowKey => Found.RowKey ?? (Next?.Name ?? Key.Name).FormerIdentity;

    /// <summary>The name to be written; null where the row keeps the name that it has, because it shows another one or
    /// has another spelling's key.</summary>
    public string? RowName => Next?.Name is { } name && name.FormerIdentity == RowKey ? name.Display : null;

    public bool IsWritten => Notices.Count > 0 || Happened.Count > 0 || !ReferenceEquals(Next, found.Resource);

    public bool IsCreated => found.Resource is null && Next is not null;
}

/// <summary>
/// Changes on their way to the database, decided one after the other upon what was read and what this batch has decided
/// before. For each key they hold together or not at all, as long as nobody else has changed it since.
/// </summary>
internal sealed class Batch(IReadOnlyDictionary<ResourceKey, Found> found)
{
    private readonly Dictionary<ResourceKey, Change> _changes = found.ToDictionary(
        read => read.Key,
        read => new Change(read.Key, read.Value)
    );
    private readonly Dictionary<TeamId, int> _created = [];

    /// <summary>Nothing that could be changed.</summary>
    public static Batch Empty { get; } = new(new Dictionary<ResourceKey, Found>());

    /// <summary>What was read.</summary>
    public IEnumerable<ResourceKey> Keys => found.Keys;

    /// <summary>What there is to write.</summary>
    public IReadOnlyList<Change> Changes => [.. _changes.Values.Where(change => change.IsWritten)];

    /// <summary>Decides upon resources. When the decision throws, the batch is as before.</summary>
    public Outcome Decide(Scope scope, Func<Scene, Facts, Decision> decide)
    {
        var decision = decide(Found(scope), new(_changes[scope[0]].Found.Now, CountFor(scope)));
        decision.RequireFits(scope);

        for (var place = 0; place < scope.Count; place++)
        {
            var change = _changes[scope[place]];
            var was = change.IsCreated;
            change.Next = decision.Next[place];
            _created[scope.Team] = _created.GetValueOrDefault(scope.Team) + (change.IsCreated ? 1 : 0) - (was ? 1 : 0);
        }

        foreach (var notice in decision.Notices)
            About(scope, notice.Resource).Notices.Add(notice);
        foreach (var happened in decision.Events.Where(happened => happened.IsKept))
            About(scope, happened.Origin.Name).Happened.Add(happened);
        return decision.Outcome;
    }

    /// <summary>Whether a decision upon these resources is yet to be written.</summary>
    public bool Writes(Scope scope)
    {
        for (var place = 0; place < scope.Count; place++)
        {
            if (_changes[scope[place]].IsWritten)
                return true;
        }

        return false;
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
        var count = (_changes[scope[0]].Found.ResourcesInWorkspace ?? 0) + _created.GetValueOrDefault(scope.Team);
        for (var place = 0; place < scope.Count; place++)
            count -= _changes[scope[place]] is { Found.Resource: not null, Next: null } ? 1 : 0;
        return count;
    }
}
