using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Linear;

namespace LockThat.Tests.Storage;

/// <summary>
/// A resource, the moment of its decision, and the notices until then (the sum of their hashes, which no order
/// changes). A refusal may have been decided a moment after a change that it does not see yet: nobody can tell.
/// The same holds for a resource that was created and deleted again at once, of which nothing is left.
/// </summary>
internal sealed record Known(Resource? Resource, DateTimeOffset Now, long Told)
{
    public static Known Nothing { get; } = new(null, DateTimeOffset.MinValue, 0);

    /// <summary>The part of the notices in the messages to people, as they are stored.</summary>
    public static long Sum(IEnumerable<Notice> notices) =>
        notices.Sum(notice =>
            (long)
                $"{notice.To} {notice.At} {Encoding.UTF8.GetString(NoticeJson.Write(notice))}".GetHashCode(
                    StringComparison.Ordinal
                )
        );
}

/// <summary>
/// A store that writes down each change and each look, with the ticks between which it was made and what was answered.
/// The pure decision is the model: what the store answered must be what it comes to in some order.
/// </summary>
internal sealed class RecordingStore(IResourceStore inner) : StoreAround(inner)
{
    private readonly ConcurrentQueue<(ResourceName Name, Call<Known> Call)> _calls = new();
    private long _tick;

    /// <summary>The calls for each of these resources so far. Calls for other resources, such as those that
    /// ended late, are forgotten.</summary>
    public IReadOnlyList<(ResourceName Name, IReadOnlyList<Call<Known>> History)> Take(
        IReadOnlyList<ResourceName> names
    )
    {
        var taken = _calls.ToLookup(call => call.Name, call => call.Call);
        _calls.Clear();
        return [.. names.Select(name => (name, (IReadOnlyList<Call<Known>>)[.. taken[name]]))];
    }

    public override async Task<Outcome> Change(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        var began = Interlocked.Increment(ref _tick);
        // A store may decide several times; the last time is what it stands by.
        var decidedAt = default(Facts);
        var outcome = await Inner.Change(scope, (found, facts) => decide(found, decidedAt = facts), cancellationToken);
        Decided(scope.First, decide, decidedAt, outcome, began);
        return outcome;
    }

    public override async Task<IReadOnlyList<Outcome>> ChangeDue(
        int most,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        var began = Interlocked.Increment(ref _tick);
        var decidedAt = new ConcurrentDictionary<ResourceName, Facts>();
        var decided = await Inner.ChangeDue(
            most,
            (found, facts) =>
            {
                if (found.Only is { } due)
                    decidedAt[due.Name] = facts;
                return decide(found, facts);
            },
            cancellationToken
        );
        // A resource that was gone by then has no history.
        foreach (var outcome in decided)
        {
            if (NameIn(outcome) is { } name)
                Decided(name, decide, decidedAt[name], outcome, began);
        }

        return decided;
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

    // A store may have read a part of the line.
    private static Outcome Counted(Outcome outcome) =>
        outcome switch
        {
            Outcome.Refused(var why, { } present) => new Outcome.Refused(why, Counted(present)),
            Outcome.Unchanged({ } present) => new Outcome.Unchanged(Counted(present)),
            _ => outcome,
        };

    private static Resource Counted(Resource present) => present with { Line = Line.Counted(present.Line.Count) };

    private static ResourceName? NameIn(Outcome outcome) =>
        outcome switch
        {
            Outcome.Accepted(var happened) => happened.Origin.Name,
            Outcome.Unchanged(var present) => present?.Name,
            Outcome.Refused(_, var present) => present?.Name,
            _ => throw new UnreachableException(),
        };

    private void Decided(
        ResourceName name,
        Func<Scene, Facts, Decision> decide,
        Facts decidedAt,
        Outcome outcome,
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
                        var next = decision.Next.Only;
                        var now =
                            ReferenceEquals(next, state.Resource) ? state.Now
                            : next is null ? DateTimeOffset.MinValue
                            : decidedAt.Now;
                        return (
                            Alike.Are(Counted(decision.Outcome), Counted(outcome)) && state.Now <= decidedAt.Now,
                            new(Alike.Of(next), now, state.Told + Known.Sum(decision.Notices))
                        );
                    }
                )
            )
        );
}
