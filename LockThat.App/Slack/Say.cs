using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Slack.Workspaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The one place between what happened and what is said: every outcome and every notice in words.</summary>
internal static class Say
{
    public static Message Of(Answered<LockOutcome> answered, UserId reader) => answered.Outcome switch
    {
        LockOutcome.Locked(var lease, var created) => Replies.Locked(Line(answered.Name, lease, reader), Length(lease), created),
        LockOutcome.Renewed(var lease, var before, var length) =>
            Replies.Renewed(Line(answered.Name, lease, reader), Length(length), before.Until),
        LockOutcome.TakenOver(var lease, var former) => Replies.TakenOver(Line(answered.Name, lease, reader), Length(lease), Line(former)),
        LockOutcome.HeldBy(var lease, var watching) => Replies.NotLocked(Line(answered.Name, lease, reader, watching)),
        LockOutcome.Stale(var present) => Present(present, answered.Name, reader),
        LockOutcome.TooLong(var max) => Replies.TooLong(answered.Name.Display, LockDuration.Describe(max)),
        LockOutcome.EndHasPassed => Replies.EndHasPassed(answered.Name.Display),
        LockOutcome.TooMany(var max) => Replies.TooMany(max),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Answered<UnlockOutcome> answered, UserId reader) => answered.Outcome switch
    {
        UnlockOutcome.Unlocked => Replies.Unlocked(Line(answered.Name)),
        UnlockOutcome.FreedFromOther(var was) => Replies.FreedFromOther(Line(answered.Name), Line(was)),
        UnlockOutcome.HeldBy(var lease, var watching) => Replies.NotUnlocked(Line(answered.Name, lease, reader, watching)),
        UnlockOutcome.WasFree => Replies.WasFree(Line(answered.Name)),
        UnlockOutcome.NoSuchResource => Replies.NoSuchResource(answered.Name.Display),
        UnlockOutcome.Stale(var present) => Present(present, answered.Name, reader),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Answered<ExtendOutcome> answered, UserId reader) => answered.Outcome switch
    {
        ExtendOutcome.Extended(var lease, var by) => Replies.Extended(Line(answered.Name, lease, reader), LockDuration.Describe(by)),
        ExtendOutcome.HeldBy(var lease, var watching) => Replies.NotExtended(Line(answered.Name, lease, reader, watching)),
        ExtendOutcome.WasFree => Replies.NotExtended(Line(answered.Name)),
        ExtendOutcome.NoSuchResource => Replies.NoSuchResource(answered.Name.Display),
        ExtendOutcome.TooLong(var lease, var max) => Replies.ExtendedTooLong(Line(answered.Name, lease, reader), LockDuration.Describe(max)),
        ExtendOutcome.Stale(var present) => Present(present, answered.Name, reader),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Answered<GiveBackOutcome> answered, UserId reader) => answered.Outcome switch
    {
        GiveBackOutcome.GivenBack(var lease) => Replies.GivenBack(Line(answered.Name, lease, reader)),
        GiveBackOutcome.Freed(var former) => Replies.GivenBackTooLate(Line(answered.Name), Line(former)),
        GiveBackOutcome.Stale(var present) => Present(present, answered.Name, reader),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Answered<WatchOutcome> answered, UserId reader) => answered.Outcome switch
    {
        WatchOutcome.Watching(var lease) => Replies.Watching(Line(answered.Name, lease, reader, isWatched: true)),
        WatchOutcome.NotWatching(var lease) => Replies.NotWatching(Line(answered.Name, lease, reader)),
        WatchOutcome.Stale(var present) => Present(present, answered.Name, reader),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Answered<CreateOutcome> answered, UserId reader) => answered.Outcome switch
    {
        CreateOutcome.Created(var created) => Replies.Created(Line(created)),
        CreateOutcome.Exists(var present) => Replies.Exists(Line(present, reader)),
        CreateOutcome.TooMany(var max) => Replies.TooMany(max),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Answered<DeleteOutcome> answered, UserId reader) => answered.Outcome switch
    {
        DeleteOutcome.Deleted(var deleted, var held) => Replies.Deleted(deleted.Display, held is not null),
        DeleteOutcome.HeldBy(var lease, var watching) => Replies.NotDeleted(Line(answered.Name, lease, reader, watching)),
        DeleteOutcome.NoSuchResource => Replies.NoSuchResource(answered.Name.Display),
        DeleteOutcome.Stale(var present) => Present(present, answered.Name, reader),
        _ => throw new UnreachableException(),
    };

    public static Message Of(Notice notice) => notice.Workspace.ToDrawnFor().Mark(Words(notice));

    private static Message Words(Notice notice) => notice.News switch
    {
        News.EndsSoon(var lease) => Notices.EndsSoon(Line(notice.Resource, lease, notice.To)),
        News.Ended(var lease) => Notices.Ended(Line(notice.Resource), lease.Until),
        News.Free(var was) => Notices.Free(Line(notice.Resource), was.Holder.Value),
        News.TakenOver(_, var by) => Notices.TakenOver(Line(notice.Resource, by, notice.To)),
        News.FreedByOther(_, var by) => Notices.FreedByOther(Line(notice.Resource), by.Value),
        News.GivenBack(_, var by, true) => Notices.GivenBackTooLate(Line(notice.Resource), by.Value),
        News.GivenBack(var lease, var by, _) => Notices.GivenBack(Line(notice.Resource, lease, notice.To), by.Value),
        News.Twin(var lease, var other) => Notices.Twin(Line(notice.Resource, lease, notice.To), other.Display),
        News.Deleted(var by) => Notices.Deleted(notice.Resource.Display, by.Value),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a notice says at the moment of its delivery; null when it says nothing any more.</summary>
    public static Message? Of(Notice notice, Telling telling) => telling switch
    {
        Telling.AsItWas(var news) => Of(notice with { News = news }),
        Telling.Since(var news, var present) =>
            notice.Workspace.ToDrawnFor().Mark(Since(notice.Resource.Display, news, present is null ? null : Line(present, notice.To))),
        Telling.NextTime or Telling.Nothing => null,
        _ => throw new UnreachableException(),
    };

    private static Message Since(string name, News news, ResourceLine? now) => news switch
    {
        News.Ended(var lease) => Notices.EndedSince(name, lease.Until, now),
        News.Free => Notices.FreeSince(name),
        News.TakenOver(_, var by) => Notices.TakenOverSince(name, by.Holder.Value, now),
        News.FreedByOther(_, var by) => Notices.FreedByOtherSince(name, by.Value, now),
        News.GivenBack(_, var by, _) => Notices.GivenBackTooLateSince(name, by.Value, now),
        News.Deleted(var by) => Notices.DeletedSince(name, by.Value, now),
        News.EndsSoon or News.Twin => throw new UnreachableException("It is true, or nothing."),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a reader sees of a resource.</summary>
    public static ResourceLine Line(Resource resource, UserId reader) => resource.Lease is { } lease
        ? Line(resource.Name, lease, reader, resource.Watchers.Contains(reader))
        : Line(resource.Name);

    /// <summary>What a reader sees of a workspace, sorted by name.</summary>
    public static IReadOnlyList<ResourceLine> Lines(Board board, UserId reader) => [.. board.Resources.Select(resource => Line(resource, reader))];

    /// <summary>The same of what is looked for.</summary>
    public static IReadOnlyList<ResourceLine> Lines(Board board, UserId reader, NameSearch search) =>
        [.. board.Resources.Where(resource => search.Finds(resource.Name)).Select(resource => Line(resource, reader))];

    /// <summary>The same of what the reader holds.</summary>
    public static IReadOnlyList<ResourceLine> OwnLines(Board board, UserId reader) =>
        [.. board.Resources.HeldBy(reader).Select(resource => Line(resource, reader))];

    /// <summary>What was drawn for another state has done nothing: how it stands now.</summary>
    public static Message Present(Resource? present, ResourceName name, UserId reader) =>
        present is null ? Replies.Gone(name.Display) : Replies.Changed(Line(present, reader));

    private static ResourceLine Line(ResourceName name, Lease lease, UserId reader, bool isWatched = false) =>
        new(name.Display, Line(lease), lease.Holder == reader, isWatched);

    private static ResourceLine Line(ResourceName name) => new(name.Display);

    private static LeaseLine Line(Lease lease) => new(lease.Id.Value, lease.Holder.Value, lease.Since, lease.Until, lease.Reason?.Value);

    private static string Length(Lease lease) => Length(lease.Until - lease.Since);

    // A length typed is said to the second; one up to a picked moment has odd seconds that nobody meant.
    private static string Length(TimeSpan length) => LockDuration.Describe(
        length.Ticks % TimeSpan.TicksPerSecond != 0 && length > TimeSpan.FromMinutes(1)
            ? TimeSpan.FromMinutes(Math.Round(length.TotalMinutes))
            : length);
}
