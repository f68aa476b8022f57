using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Storage;

/// <summary>A seam between its callers and a store, which does what the other does unless it is said
/// otherwise.</summary>
internal abstract class StoreAround(IResourceStore inner) : IResourceStore
{
    protected IResourceStore Inner { get; } = inner;

    public virtual Task<Outcome> Change(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    ) => Inner.Change(scope, decide, cancellationToken);

    public ValueTask<IReadOnlyList<Resource>> Waiting(TeamId team, Actor who, CancellationToken cancellationToken) =>
        Inner.Waiting(team, who, cancellationToken);

    public ValueTask<TeamPolicy> Policy(TeamId team, CancellationToken cancellationToken) =>
        Inner.Policy(team, cancellationToken);

    public virtual ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    ) => Inner.Find(key, cancellationToken);

    public ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        TeamId team,
        ResourceId id,
        CancellationToken cancellationToken
    ) => Inner.Find(team, id, cancellationToken);

    public ValueTask<ResourceSnapshot> List(TeamId team, Actor? reader, CancellationToken cancellationToken) =>
        Inner.List(team, reader, cancellationToken);

    public virtual Task<IReadOnlyList<Outcome>> ChangeDue(
        int most,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    ) => Inner.ChangeDue(most, decide, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken) =>
        Inner.Participants(cancellationToken);

    public ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken) =>
        Inner.Statistics(cancellationToken);
}
