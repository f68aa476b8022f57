using System.Collections.Concurrent;
using LockThat.App.Locks;

namespace LockThat.Tests.Storage;

internal enum Flaw
{
    AnswersFromThePast,
    ShowsThePast,
    LosesAWrite,
    LetsTwoDecideOnOneState,
    ForgetsToTell,
    TellsTwice,
}

/// <summary>A sound store made unsound, every fifth time: what a checker that is worth something finds.</summary>
internal sealed class FlawedStore(IResourceStore sound, Flaw flaw) : StoreAround(sound)
{
    private const int Seldom = 5;

    private readonly ConcurrentDictionary<ResourceKey, Resource?> _past = new();
    private int _calls;

    private bool IsTime => Interlocked.Increment(ref _calls) % Seldom == 0;

    public override Task<Outcome> Change(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    ) =>
        (IsTime, flaw) switch
        {
            (_, Flaw.LetsTwoDecideOnOneState) => DecideApart(scope, decide, cancellationToken),
            (true, _) => Inner.Change(scope, (found, facts) => Flawed(scope, found, facts, decide), cancellationToken),
            _ => Inner.Change(
                scope,
                (found, facts) =>
                {
                    _past[scope[0]] = found.Only;
                    return decide(found, facts);
                },
                cancellationToken
            ),
        };

    public override async ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    )
    {
        var (found, now) = await base.Find(key, cancellationToken);
        return (flaw == Flaw.ShowsThePast ? _past.GetValueOrDefault(key, found) : found, now);
    }

    private Decision Flawed(Scope scope, Scene found, Facts facts, Func<Scene, Facts, Decision> decide)
    {
        if (flaw == Flaw.AnswersFromThePast)
            return decide(_past.GetValueOrDefault(scope[0], found.Only), facts);
        var decision = decide(found, facts);
        return flaw switch
        {
            Flaw.LosesAWrite => decision with { Next = found, Events = [], Notices = [] },
            Flaw.ForgetsToTell => decision with { Notices = [] },
            Flaw.TellsTwice => decision with { Notices = [.. decision.Notices, .. decision.Notices] },
            _ => decision,
        };
    }

    // Read, decide, write, as many a database is used.
    private async Task<Outcome> DecideApart(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        var (found, now) = await Inner.Find(scope[0], cancellationToken);
        var decision = decide(found, new(now, ResourcesInWorkspace: 1));
        return await Inner.Change(scope, (_, _) => decision, cancellationToken);
    }
}
