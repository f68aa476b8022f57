using System.Collections.Immutable;
using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Time;
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
                .Where(notice => notice.To is not Recipient.Person(var person) || !gone.Contains(person)),
        ];
    }

    // One switch over the events of each family of commands.
    private static IEnumerable<Notice> To(ResourceEvent happened) =>
        OfLocking(happened)
        ?? OfTime(happened)
        ?? OfWatching(happened)
        ?? OfManaging(happened)
        ?? throw new UnreachableException();

    private static IEnumerable<Notice>? OfLocking(ResourceEvent happened) =>
        happened switch
        {
            Locked or Renewed or Extended => [],
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
            Deleted deleted => deleted.Watchers.Select(watcher =>
                To(deleted, watcher, new NoticeContent.Deleted(deleted.Origin.By))
            ),
            Released { Lost: { } lost } released => Free(released, released.Watchers, lost),
            Released => [],
            _ => null,
        };

    private static IEnumerable<Notice> Free(ResourceEvent happened, ImmutableArray<UserId> watchers, Lease was) =>
        watchers.Select(watcher => To(happened, watcher, new NoticeContent.Free(was)));

    private static IEnumerable<Notice> Tell(ResourceEvent happened, Actor holder, NoticeContent news) =>
        holder.Responsible is { } person ? [To(happened, person, news)] : [];

    private static Notice To(ResourceEvent happened, UserId person, NoticeContent news) =>
        new(happened.Origin.Workspace, person, happened.Origin.Name, happened.Origin.At, news)
        {
            ResourceId = happened.Origin.Id,
        };
}
