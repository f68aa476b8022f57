using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Watching;
using LockThat.App.Slack.Requests;
using LockThat.App.Web;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Surfaces;

/// <summary>The one place between what happened and what is said: every outcome and every notice in words.</summary>
internal static class Wording
{
    /// <summary>What came of a command, for the one that asked.</summary>
    public static Message Of(ResourceCommand command, Outcome outcome, Reader reader) =>
        outcome switch
        {
            Outcome.Accepted(var happened) => Of(happened, reader),
            Outcome.Unchanged(var present) => Replies.WasFree(Line(present?.Name ?? command.Name)),
            Outcome.Refused(var why, var present) => Of(command, why, present, reader),
            _ => throw new UnreachableException(),
        };

    private static Message Of(ResourceEvent happened, Reader reader) =>
        happened switch
        {
            Locked locked => Replies.Locked(
                LineOf(locked, locked.Lease, reader),
                Length(locked.Lease),
                locked.IsCreated
            ),
            Renewed renewed => Replies.Renewed(
                LineOf(renewed, renewed.Lease, reader),
                Length(renewed.Length),
                renewed.Before.Until
            ),
            TakenOver taken => Replies.TakenOver(
                LineOf(taken, taken.Lease, reader),
                Length(taken.Lease),
                Line(taken.Former)
            ),
            Extended extended => Replies.Extended(
                LineOf(extended, extended.Lease, reader),
                LockDuration.Describe(extended.By)
            ),
            Unlocked { IsByAnother: true } freed => Replies.FreedFromOther(Line(freed.Origin.Name), Line(freed.Was)),
            Unlocked unlocked => Replies.Unlocked(Line(unlocked.Origin.Name)),
            GivenBack { HasEnded: true } given => Replies.GivenBackTooLate(Line(given.Origin.Name), Line(given.Lease)),
            GivenBack given => Replies.GivenBack(LineOf(given, given.Lease, reader)),
            Watched watched => Replies.Watching(LineOf(watched, watched.Lease, reader, isWatched: true)),
            Unwatched unwatched => Replies.NotWatching(LineOf(unwatched, unwatched.Lease, reader)),
            Created created => Replies.Created(Line(created.Origin.Name)),
            Deleted deleted => Replies.Deleted(deleted.Origin.Name.Display, deleted.Held is not null),
            // Nobody asks for what the clock does, and nobody reads the answer.
            _ => throw new UnreachableException(),
        };

    private static Message Of(ResourceCommand command, Refusal why, Resource? present, Reader reader)
    {
        var name = present?.Name ?? command.Name;
        return why switch
        {
            Refusal.HeldBy(var lease, var isWatched) => HeldBy(command, Line(name, lease, reader, isWatched)),
            Refusal.Changed => Present(present, name, reader),
            Refusal.NoSuchResource => Replies.NoSuchResource(name.Display),
            Refusal.Exists => Replies.Exists(present is null ? Line(name) : Line(present, reader)),
            Refusal.NotHeld => Replies.NotExtended(Line(name)),
            Refusal.TooLong(var max) when command is Extend && present?.Lease is { } lease => Replies.ExtendedTooLong(
                Line(name, lease, reader),
                LockDuration.Describe(max)
            ),
            Refusal.TooLong(var max) => Replies.TooLong(name.Display, LockDuration.Describe(max)),
            Refusal.EndHasPassed => Replies.EndHasPassed(name.Display),
            Refusal.TooMany(var max) => Replies.TooMany(max),
            _ => throw new UnreachableException(),
        };
    }

    private static Message HeldBy(ResourceCommand command, ResourceLine line) =>
        command switch
        {
            Unlock => Replies.NotUnlocked(line),
            Extend => Replies.NotExtended(line),
            Delete => Replies.NotDeleted(line),
            _ => Replies.NotLocked(line),
        };

    public static Message Of(Notice notice) => notice.Workspace.ToDrawnFor().Mark(Words(notice, ReaderOf(notice)));

    private static Reader ReaderOf(Notice notice) =>
        notice.To switch
        {
            Recipient.Person(var person) => new(person),
            _ => throw new UnreachableException(),
        };

    private static Message Words(Notice notice, Reader reader) =>
        notice.Content switch
        {
            NoticeContent.EndsSoon(var lease) => Notices.EndsSoon(Line(notice.Resource, lease, reader)),
            NoticeContent.Ended(var lease) => Notices.Ended(Line(notice.Resource), lease.Until),
            NoticeContent.Free(var was) => Notices.Free(Line(notice.Resource), Shown(was.Holder)),
            NoticeContent.TakenOver(_, var by) => Notices.TakenOver(Line(notice.Resource, by, reader)),
            NoticeContent.FreedByOther(_, var by) => Notices.FreedByOther(Line(notice.Resource), Shown(by)),
            NoticeContent.GivenBack(_, var by, true) => Notices.GivenBackTooLate(Line(notice.Resource), Shown(by)),
            NoticeContent.GivenBack(var lease, var by, _) => Notices.GivenBack(
                Line(notice.Resource, lease, reader),
                Shown(by)
            ),
            NoticeContent.Twin(var lease, var other) => Notices.Twin(
                Line(notice.Resource, lease, reader),
                other.Display
            ),
            NoticeContent.Deleted(var by) => Notices.Deleted(notice.Resource.Display, Shown(by)),
            _ => throw new UnreachableException(),
        };

    /// <summary>What a notice says at the moment of its delivery; null when it says nothing any more.</summary>
    public static Message? Of(Notice notice, Telling telling) =>
        telling switch
        {
            Telling.AsItWas(var news) => Of(notice with { Content = news }),
            Telling.Since(var news, var present) => notice
                .Workspace.ToDrawnFor()
                .Mark(Since(notice.Resource.Display, news, present is null ? null : Line(present, ReaderOf(notice)))),
            Telling.NextTime or Telling.Nothing => null,
            _ => throw new UnreachableException(),
        };

    private static Message Since(string name, NoticeContent news, ResourceLine? now) =>
        news switch
        {
            NoticeContent.Ended(var lease) => Notices.EndedSince(name, lease.Until, now),
            NoticeContent.Free => Notices.FreeSince(name),
            NoticeContent.TakenOver(_, var by) => Notices.TakenOverSince(name, Shown(by.Holder), now),
            NoticeContent.FreedByOther(_, var by) => Notices.FreedByOtherSince(name, Shown(by), now),
            NoticeContent.GivenBack(_, var by, _) => Notices.GivenBackTooLateSince(name, Shown(by), now),
            NoticeContent.Deleted(var by) => Notices.DeletedSince(name, Shown(by), now),
            NoticeContent.EndsSoon or NoticeContent.Twin => throw new UnreachableException("It is true, or nothing."),
            _ => throw new UnreachableException(),
        };

    /// <summary>What a reader sees of a resource.</summary>
    public static ResourceLine Line(Resource resource, Reader reader) =>
        resource.Lease is { } lease
            ? Line(resource.Name, lease, reader, resource.Watchers.Contains(reader.User))
            : Line(resource.Name);

    /// <summary>What a reader sees of a workspace, sorted by name.</summary>
    public static IReadOnlyList<ResourceLine> Lines(ResourceSnapshot board, Reader reader) =>
        [.. board.Resources.Select(resource => Line(resource, reader))];

    /// <summary>The same of what is looked for.</summary>
    public static IReadOnlyList<ResourceLine> Lines(ResourceSnapshot board, Reader reader, NameSearch search) =>
        [.. board.Resources.Where(resource => search.Finds(resource.Name)).Select(resource => Line(resource, reader))];

    /// <summary>The same of what the reader holds.</summary>
    public static IReadOnlyList<ResourceLine> OwnLines(ResourceSnapshot board, Reader reader) =>
        [.. board.Resources.HeldBy(reader.User).Select(resource => Line(resource, reader))];

    /// <summary>What was drawn for another state has done nothing: how it stands now.</summary>
    public static Message Present(Resource? present, ResourceName name, Reader reader) =>
        present is null ? Replies.Gone(name.Display) : Replies.Changed(Line(present, reader));

    private static ResourceLine Line(ResourceName name, Lease lease, Reader reader, bool isWatched = false) =>
        new(name.Display, Line(lease), reader.Is(lease.Holder), isWatched);

    private static ResourceLine LineOf(ResourceEvent happened, Lease lease, Reader reader, bool isWatched = false) =>
        Line(happened.Origin.Name, lease, reader, isWatched);

    /// <summary>The one that holds or did something, as readers see it.</summary>
    public static ActorLine Shown(Actor actor) =>
        actor switch
        {
            Actor.Person(var user) => new(user.Value),
            Actor.Run(_, var name, var user) => new(user.Value, name),
            Actor.Clock => throw new UnreachableException("The clock holds nothing and is never named."),
            _ => throw new UnreachableException(),
        };

    private static ResourceLine Line(ResourceName name) => new(name.Display);

    private static LeaseLine Line(Lease lease) =>
        new(lease.Id.Value, Shown(lease.Holder), lease.Since, lease.Until, lease.Reason?.Value);

    private static string Length(Lease lease) => Length(lease.Until - lease.Since);

    // A length typed is said to the second; one up to a picked moment has odd seconds that nobody meant.
    private static string Length(TimeSpan length) =>
        LockDuration.Describe(
            length.Ticks % TimeSpan.TicksPerSecond != 0 && length > TimeSpan.FromMinutes(1)
                ? TimeSpan.FromMinutes(Math.Round(length.TotalMinutes))
                : length
        );
}
