using System.Collections.Concurrent;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.App.Storage.Postgres.Changes;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>The rules of teams. Changes of resources read them with their rows; for drawing they are read
/// here.</summary>
public sealed partial class PostgresStore
{
    // Several surfaces are drawn for one press. Other instances may change the rules, which then hold for every
    // request at once, and are seen a moment later.
    private static readonly TimeSpan PolicyKeptFor = TimeSpan.FromSeconds(2);
    private const int MostPolicies = 10_000;

    private readonly ConcurrentDictionary<TeamId, (TeamPolicy Policy, DateTimeOffset Until)> _policies = new();

    public async ValueTask<TeamPolicy> Policy(TeamId team, CancellationToken cancellationToken)
    {
        if (_policies.TryGetValue(team, out var known) && _time.GetUtcNow() < known.Until)
            return known.Policy;
        var found = await _database.Read(PolicyRows.Find(team), PolicyRows.Read, cancellationToken);
        var policy = found is [var own] ? own : TeamPolicy.None;
        Saw(team, policy);
        return policy;
    }

    // The change that is answered has just read them.
    private Func<Scene, Facts, Decision> Seeing(TeamId team, Func<Scene, Facts, Decision> decide) =>
        (found, facts) =>
        {
            Saw(team, facts.Policy);
            return decide(found, facts);
        };

    private void Saw(TeamId team, TeamPolicy policy)
    {
        if (_policies.Count >= MostPolicies)
            _policies.Clear();
        _policies[team] = (policy, _time.GetUtcNow() + PolicyKeptFor);
    }

    // Rules are seldom changed, so a change holds the row of the workspace from the look to the commit.
    private async Task<Outcome> ChangePolicy(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        var work = new Work(scope, decide, cancellationToken);
        var (_, hasNews) = await _database.RunHeld(
            connection => BatchRows.HoldPolicy(connection, scope.Team),
            async connection =>
                await ChangeBatcher.Decide(
                    connection,
                    await BatchRows.Read(connection, Question.Of([scope]), _isBesideOlder),
                    [work]
                ),
            cancellationToken
        );
        if (hasNews)
            _told.Give();
        _policies.TryRemove(scope.Team, out _);
        work.Complete();
        return await work.Done;
    }
}
