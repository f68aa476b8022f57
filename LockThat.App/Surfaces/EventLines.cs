using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

/// <summary>Every event of the past as a sentence.</summary>
internal static class EventLines
{
    /// <summary>The kinds of events that a reader can choose, by the words that they are stored by.</summary>
    public static IReadOnlyList<EventGroup> Groups { get; } =
    [
        new(
            "locks",
            words => words.LocksKind,
            ["locked", "renewed", "extended", "taken_over", "turn_taken", "created"]
        ),
        new("unlocks", words => words.UnlocksKind, ["unlocked", "ended", "released", "undone"]),
        new(
            "line",
            words => words.LineKind,
            ["joined", "left_line", "turn_given", "turn_passed", "let_go_first", "went_next", "turn_given_back"]
        ),
        new("asking", words => words.AskingKind, ["asked", "handed_over", "kept", "given", "given_back"]),
        new("resources", words => words.ResourcesKind, ["deleted", "restored"]),
    ];

    /// <summary>An event that the history keeps.</summary>
    public static Prose Of(ResourceEvent happened, IWording words) =>
        OfLocking(happened, words)
        ?? OfEnds(happened, words)
        ?? OfWaiting(happened, words)
        ?? OfAsking(happened, words)
        ?? throw new UnreachableException();

    private static Prose? OfLocking(ResourceEvent happened, IWording words)
    {
        EventLine By() => Of(happened, happened.Origin.By);
        return happened switch
        {
            Locked locked => words.HistoryLocked(
                By(),
                Length(locked.Lease),
                locked.Lease.Reason?.Value,
                locked.IsCreated
            ),
            Renewed renewed => words.HistoryRenewed(By(), renewed.Lease.Until, renewed.Lease.Reason?.Value),
            Extended extended => words.HistoryExtended(By(), extended.By),
            TakenOver taken => words.HistoryTakenOver(
                By(),
                ResourceLines.Of(taken.Former.Holder),
                Length(taken.Lease),
                taken.Lease.Reason?.Value
            ),
            TurnTaken taken => words.HistoryTurnTaken(
                By(),
                ResourceLines.Of(taken.First),
                Length(taken.Lease),
                taken.Lease.Reason?.Value
            ),
            Created => words.HistoryCreated(By()),
            Deleted => words.HistoryDeleted(By()),
            Restored => words.HistoryRestored(By()),
            _ => null,
        };
    }

    private static Prose? OfEnds(ResourceEvent happened, IWording words)
    {
        EventLine By() => Of(happened, happened.Origin.By);
        return happened switch
        {
            Unlocked { IsByAnother: true } freed => words.HistoryFreed(By(), ResourceLines.Of(freed.Was.Holder)),
            Unlocked => words.HistoryUnlocked(By()),
            GivenBack given => words.HistoryGivenBack(By(), ResourceLines.Of(given.Lease.Holder)),
            Undone undone => words.HistoryUndone(By(), ResourceLines.Of(undone.Lease.Holder)),
            // It ended at its own moment, which may have been noticed later.
            Ended ended => words.HistoryEnded(Of(ended, ended.Lease.Holder) with { At = ended.Lease.Until }),
            Released released => words.HistoryReleased(Of(released, released.Gone)),
            _ => null,
        };
    }

    private static Prose? OfWaiting(ResourceEvent happened, IWording words)
    {
        EventLine By() => Of(happened, happened.Origin.By);
        return happened switch
        {
            Joined joined => words.HistoryJoined(By(), joined.Wait.Length, joined.Wait.Reason?.Value, joined.IsAgain),
            Left => words.HistoryLeft(By()),
            TurnGiven given => words.HistoryTurnGiven(Of(given, given.Wait.Who)),
            TurnPassed passed => words.HistoryTurnPassed(Of(passed, passed.Wait.Who)),
            LetGoFirst let => words.HistoryLetGoFirst(By(), ResourceLines.Of(let.Next)),
            WentNext => words.HistoryWentNext(By()),
            TurnGivenBack given => words.HistoryTurnGivenBack(By(), ResourceLines.Of(given.First)),
            _ => null,
        };
    }

    private static Prose? OfAsking(ResourceEvent happened, IWording words)
    {
        EventLine By() => Of(happened, happened.Origin.By);
        return happened switch
        {
            Asked asked => words.HistoryAsked(
                By(),
                ResourceLines.Of(asked.Lease.Holder),
                asked.Plea.Length,
                asked.Plea.Message?.Value
            ),
            HandedOver handed => words.HistoryHandedOver(By(), ResourceLines.Of(handed.Lease.Holder)),
            Kept kept => words.HistoryKept(By(), ResourceLines.Of(kept.Asker), kept.Answer?.Value),
            Given given => words.HistoryGiven(By(), ResourceLines.Of(given.Lease.Holder)),
            _ => null,
        };
    }

    private static EventLine Of(ResourceEvent happened, Actor who) =>
        new(happened.Origin.Name.Display, ResourceLines.Of(who), happened.Origin.At);

    private static TimeSpan Length(Lease lease) => OutcomeMessages.Length(lease);
}

/// <summary>Kinds of events that are chosen together.</summary>
/// <param name="Key">The value of the choice.</param>
/// <param name="Label">The words for it.</param>
/// <param name="Kinds">The words that the events are stored by.</param>
internal sealed record EventGroup(string Key, Func<IWording, string> Label, IReadOnlyList<string> Kinds);
