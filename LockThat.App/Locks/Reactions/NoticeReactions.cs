using System.Collections.Immutable;
using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Waiting;
using LockThat.App.Locks.Watching;

namespace LockThat.App.Locks.Reactions;

/// <summary>Turns events into the direct messages that follow from them. Pure, and the only place that knows who is
/// told about which event.</summary>
public static class NoticeReactions
{
    /// <summary>The messages that follow from the events of one decision, in the order of the events.</summary>
    public static IReadOnlyList<Notice> To(ImmutableArray<ResourceEvent> events)
    {
        if (events.IsEmpty)
            return [];
        var gone = events.OfType<Released>().Select(released => released.Gone).ToList();
        return
        [
            .. events
                .SelectMany(To)
                .Where(notice => notice.To is not Recipient.Person(var person) || !gone.Contains(person))
                .Where(notice => !IsSaidOtherwise(notice, events)),
        ];
    }

    // A turn says as well that the resource is back, and the answer to an undo says whose turn it is.
    private static bool IsSaidOtherwise(Notice notice, ImmutableArray<ResourceEvent> events)
    {
        if (notice.Content is NoticeContent.Back)
            return events.OfType<TurnGiven>().Any(given => notice.To.Is(given.Wait.Who));
        return notice.Content is NoticeContent.Turn(var wait, _, _)
            && events.OfType<Restored>().Any(back => back.Origin.By == wait.Who);
    }

    // One switch over the events of each family of commands.
    private static IEnumerable<Notice> To(ResourceEvent happened) =>
        OfLocking(happened)
        ?? OfTime(happened)
        ?? OfWatching(happened)
        ?? OfManaging(happened)
        ?? OfWaiting(happened)
        ?? OfAsking(happened)
        ?? OfPolicies(happened)
        ?? throw new UnreachableException();

    private static IEnumerable<Notice>? OfPolicies(ResourceEvent happened) => happened is RulesChanged ? [] : null;

    private static IEnumerable<Notice>? OfLocking(ResourceEvent happened) =>
        happened switch
        {
            Locked or Renewed or Extended or TurnGivenBack => [],
            TakenOver taken => Tell(taken, taken.Former.Holder, new NoticeContent.TakenOver(taken.Former, taken.Lease)),
            Unlocked { IsByAnother: true } freed =>
            [
                .. Tell(freed, freed.Was.Holder, new NoticeContent.FreedByOther(freed.Was, freed.Origin.By)),
                .. Free(freed, freed.Watchers, freed.Was),
            ],
            Unlocked freed => Free(freed, freed.Watchers, freed.Was),
            GivenBack given =>
            [
                .. Tell(
                    given,
                    given.Lease.Holder,
                    new NoticeContent.GivenBack(given.Lease, given.Origin.By, given.HasEnded)
                ),
                .. Free(given, given.Watchers, given.Taken),
            ],
            TurnTaken taken => Tell(taken, taken.First, new NoticeContent.TurnTaken(taken.Lease)),
            Given given => Tell(given, given.Lease.Holder, new NoticeContent.Given(given.Lease, given.Origin.By)),
            Undone undone =>
            [
                .. undone.Lease.Holder == undone.Origin.By
                    ? []
                    : Tell(
                        undone,
                        undone.Lease.Holder,
                        new NoticeContent.GivenBack(undone.Lease, undone.Origin.By, EndHasPassed: false)
                    ),
                .. Back(undone, undone.Watchers),
            ],
            _ => null,
        };

    private static IEnumerable<Notice>? OfTime(ResourceEvent happened) =>
        happened switch
        {
            Ended ended =>
            [
                .. Tell(ended, ended.Lease.Holder, new NoticeContent.Ended(ended.Lease)),
                .. Free(ended, ended.Watchers, ended.Lease),
            ],
            EndsSoon soon => Tell(soon, soon.Lease.Holder, new NoticeContent.EndsSoon(soon.Lease)),
            _ => null,
        };

    private static IEnumerable<Notice>? OfWatching(ResourceEvent happened) =>
        happened is Watched or Unwatched ? [] : null;

    private static IEnumerable<Notice>? OfManaging(ResourceEvent happened) =>
        happened switch
        {
            Created => [],
            Deleted deleted => People(deleted.Watchers, deleted.Line, deleted.Origin.By)
                .Select(person => To(deleted, person, new NoticeContent.Deleted(deleted.Origin.By))),
            Restored restored => Back(restored, People(restored.Watchers, restored.Line, restored.Origin.By)),
            Released released => Free(released, released.Watchers, released.Lost),
            _ => null,
        };

    private static IEnumerable<Notice>? OfWaiting(ResourceEvent happened) =>
        happened switch
        {
            Joined or LetGoFirst => [],
            Awaited awaited => Tell(
                awaited,
                awaited.Lease.Holder,
                new NoticeContent.Awaited(awaited.Lease, awaited.Wait, Waiting: 1)
            ),
            Delayed delayed => Tell(delayed, delayed.Wait.Who, new NoticeContent.Delayed(delayed.Wait, delayed.Lease)),
            TurnGiven given => Tell(given, given.Wait.Who, new NoticeContent.Turn(given.Wait, given.Until, Waiting: 1)),
            TurnPassed passed =>
            [
                .. Tell(passed, passed.Wait.Who, new NoticeContent.TurnPassed(passed.Wait)),
                .. Free(passed, passed.Watchers, was: null),
            ],
            WentNext went => went.Passed.SelectMany(wait => Tell(went, wait.Who, new NoticeContent.Passed(went.Wait))),
            Left left => Free(left, left.Watchers, was: null),
            _ => null,
        };

    private static IEnumerable<Notice>? OfAsking(ResourceEvent happened) =>
        happened switch
        {
            Asked { IsTold: true } asked => Tell(
                asked,
                asked.Lease.Holder,
                new NoticeContent.Asked(asked.Lease, asked.Plea, Waiting: 0)
            ),
            Asked => [],
            HandedOver handed =>
            [
                .. Tell(handed, handed.Lease.Holder, new NoticeContent.HandedOver(handed.Lease, handed.Origin.By)),
                .. handed.Waiting.SelectMany(waiting =>
                    Tell(handed, waiting, new NoticeContent.HandedPast(handed.Lease, handed.Origin.By))
                ),
            ],
            Kept kept => Tell(kept, kept.Asker, new NoticeContent.Kept(kept.Lease, kept.Answer)),
            _ => null,
        };

    private static IEnumerable<UserId> People(ImmutableArray<UserId> watchers, Line line, Actor by) =>
        watchers
            .Concat(line.All.Select(wait => wait.Who.Responsible).OfType<UserId>())
            .Distinct()
            .Where(person => person != by.Responsible);

    private static IEnumerable<Notice> Back(ResourceEvent happened, IEnumerable<UserId> people) =>
        people.Select(person => To(happened, person, new NoticeContent.Back(happened.Origin.By)));

    private static IEnumerable<Notice> Free(ResourceEvent happened, ImmutableArray<UserId> watchers, Lease? was) =>
        watchers.Select(watcher => To(happened, watcher, new NoticeContent.Free(was)));

    private static IEnumerable<Notice> Tell(ResourceEvent happened, Actor holder, NoticeContent news) =>
        holder.Responsible is { } person ? [To(happened, person, news)] : [];

    private static Notice To(ResourceEvent happened, UserId person, NoticeContent news) =>
        new(happened.Origin.Workspace, person, happened.Origin.Name, happened.Origin.At, news)
        {
            ResourceId = happened.Origin.Id,
        };
}
