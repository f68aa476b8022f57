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
internal sealed class FlawedStore(ILockStore sound, Flaw flaw) : StoreAround(sound)
{
    private const int Seldom = 5;

    private readonly ConcurrentDictionary<ResourceKey, Resource?> _past = new();
    private int _calls;

    private bool IsTime => Interlocked.Increment(ref _calls) % Seldom == 0;

    public override Task<T> Change<T>(
        ResourceKey key,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    ) =>
        (IsTime, flaw) switch
        {
            (true, Flaw.AnswersFromThePast) => Inner.Change(
                key,
                (found, facts) => decide(_past.GetValueOrDefault(key, found), facts),
                cancellationToken
            ),
            (true, Flaw.LosesAWrite) => Inner.Change(
                key,
                (found, facts) => decide(found, facts) with { Next = found, Notices = [] },
                cancellationToken
            ),
            (true, Flaw.ForgetsToTell) => Inner.Change(
                key,
                (found, facts) => decide(found, facts) with { Notices = [] },
                cancellationToken
            ),
            (true, Flaw.TellsTwice) => Inner.Change(
                key,
                (found, facts) => Twice(decide(found, facts)),
                cancellationToken
            ),
            (_, Flaw.LetsTwoDecideOnOneState) => DecideApart(key, decide, cancellationToken),
            _ => Inner.Change(
                key,
                (found, facts) =>
                {
                    _past[key] = found;
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

    // Read, decide, write, as many a database is used.
    private async Task<T> DecideApart<T>(
        ResourceKey key,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    )
    {
        var (found, now) = await Inner.Find(key, cancellationToken);
        var decision = decide(found, new(now, ResourcesInWorkspace: 1));
        return await Inner.Change(key, (_, _) => decision, cancellationToken);
    }

    private static Decision<T> Twice<T>(Decision<T> decision) =>
        decision with
        {
            Notices = [.. decision.Notices, .. decision.Notices],
        };
}
