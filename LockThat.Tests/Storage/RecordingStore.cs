using System.Collections.Concurrent;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

/// <summary>
/// What a resource is, the moment at which that was decided, and what people were told until then (the sum of what each
/// notice hashes to, which no order changes). A refusal may have been decided a moment after a change that it does not
/// see yet: nobody can tell.
/// Nor can they of what was created and deleted again at once, of which nothing is left.
/// </summary>
internal sealed record Known(Resource? Resource, DateTimeOffset Now, long Told)
{
    public static Known Nothing { get; } = new(null, DateTimeOffset.MinValue, 0);

    /// <summary>What the notices add to what people were told.</summary>
    public static long Sum(IEnumerable<Notice> notices) => notices.Sum(notice => (long)notice.GetHashCode());
}

/// <summary>
/// A store that writes down each change and each look, with the ticks between which it was made and what was answered.
/// The pure decision is the model: what the store answered must be what it comes to in some order.
/// </summary>
internal sealed class RecordingStore(ILockStore inner) : StoreAround(inner)
{
    private readonly ConcurrentQueue<(ResourceName Name, Call<Known> Call)> _calls = new();
    private long _tick;

    /// <summary>The calls for each of these resources so far. What was called for others, such as those that ended
    /// late, is forgotten.</summary>
    public IReadOnlyList<(ResourceName Name, IReadOnlyList<Call<Known>> History)> Take(
        IReadOnlyList<ResourceName> names
    )
    {
        var taken = _calls.ToLookup(call => call.Name, call => call.Call);
        _calls.Clear();
        return [.. names.Select(name => (name, (IReadOnlyList<Call<Known>>)[.. taken[name]]))];
    }

    public override async Task<T> Change<T>(
        ResourceKey key,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    )
    {
        var began = Interlocked.Increment(ref _tick);
        var (decidedAt, outcome) = await Inner.Change(
            key,
            (found, facts) => With(facts, decide(found, facts)),
            cancellationToken
        );
        Decided(key.Name, decide, decidedAt, outcome, began);
        return outcome;
    }

    public override async Task<IReadOnlyList<T>> ChangeDue<T>(
        int most,
        Func<Resource?, Facts, Decision<T>> decide,
        CancellationToken cancellationToken
    )
    {
        var began = Interlocked.Increment(ref _tick);
        var decided = await Inner.ChangeDue(
            most,
            (found, facts) => With((found?.Name, facts), decide(found, facts)),
            cancellationToken
        );
        // What was gone by then is nobody's history.
        foreach (var ((name, decidedAt), outcome) in decided)
        {
            if (name is { } known)
                Decided(known, decide, decidedAt, outcome, began);
        }

        return [.. decided.Select(one => one.Outcome)];
    }

    public override async ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    )
    {
        var began = Interlocked.Increment(ref _tick);
        var seen = await Inner.Find(key, cancellationToken);
        var found = Alike.Of(seen.Resource);
        _calls.Enqueue(
            (
                key.Name,
                new($"saw {found}", began, Interlocked.Increment(ref _tick), state => (state.Resource == found, state))
            )
        );
        return seen;
    }

    /// <summary>Writes down what people were told in all about a resource.</summary>
    public void Told(ResourceName name, IReadOnlyList<Notice> notices)
    {
        var sum = Known.Sum(notices);
        var began = Interlocked.Increment(ref _tick);
        _calls.Enqueue(
            (
                name,
                new(
                    $"told {notices.Count}",
                    began,
                    Interlocked.Increment(ref _tick),
                    state => (state.Told == sum, state)
                )
            )
        );
    }

    private static Decision<(TFound Found, T Outcome)> With<TFound, T>(TFound found, Decision<T> decision) =>
        new(decision.Next, (found, decision.Outcome), decision.Notices);

    private void Decided<T>(
        ResourceName name,
        Func<Resource?, Facts, Decision<T>> decide,
        Facts decidedAt,
        T outcome,
        long began
    ) =>
        _calls.Enqueue(
            (
                name,
                new(
                    $"{decidedAt.Now:mm:ss.fff} {outcome}",
                    began,
                    Interlocked.Increment(ref _tick),
                    state =>
                    {
                        var decision = decide(state.Resource, decidedAt);
                        var now =
                            ReferenceEquals(decision.Next, state.Resource) ? state.Now
                            : decision.Next is null ? DateTimeOffset.MinValue
                            : decidedAt.Now;
                        return (
                            Alike.Are(decision.Outcome, outcome) && state.Now <= decidedAt.Now,
                            new(Alike.Of(decision.Next), now, state.Told + Known.Sum(decision.Notices))
                        );
                    }
                )
            )
        );
}
