using System.Collections.Concurrent;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>Records compare lists by reference: here the same watchers are the same list, and so are those who stopped.</summary>
internal static class Alike
{
    private static readonly ConcurrentDictionary<string, Resource> Watched = new();
    private static readonly ConcurrentDictionary<string, Resource> Stopped = new();

    public static Resource? Of(Resource? resource) =>
        resource is null ? null : resource with
        {
            Watchers = Watched.GetOrAdd(string.Join(' ', resource.Watchers), resource).Watchers,
            Stops = Stopped.GetOrAdd(string.Join(' ', resource.Stops), resource).Stops,
        };

    /// <summary>Whether both answers say the same.</summary>
    public static bool Are(object? one, object? other) => Equals(one, other)
        || (OutcomeIn(one) is { } outcome && OutcomeIn(other) is { } otherOutcome && outcome.GetType() == otherOutcome.GetType()
            && PresentIn(outcome) is { } present && Of(present) == Of(PresentIn(otherOutcome)));

    private static object? OutcomeIn(object? answered) => answered switch
    {
        Answered<LockOutcome> { Outcome: var outcome } => outcome,
        Answered<UnlockOutcome> { Outcome: var outcome } => outcome,
        Answered<ExtendOutcome> { Outcome: var outcome } => outcome,
        Answered<GiveBackOutcome> { Outcome: var outcome } => outcome,
        Answered<WatchOutcome> { Outcome: var outcome } => outcome,
        Answered<CreateOutcome> { Outcome: var outcome } => outcome,
        Answered<DeleteOutcome> { Outcome: var outcome } => outcome,
        _ => answered,
    };

    private static Resource? PresentIn(object outcome) => outcome switch
    {
        LockOutcome.Stale stale => stale.Present,
        UnlockOutcome.Stale stale => stale.Present,
        ExtendOutcome.Stale stale => stale.Present,
        GiveBackOutcome.Stale stale => stale.Present,
        WatchOutcome.Stale stale => stale.Present,
        CreateOutcome.Exists exists => exists.Present,
        DeleteOutcome.Stale stale => stale.Present,
        _ => null,
    };
}
