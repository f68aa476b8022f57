using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Watching;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

/// <summary>Every outcome as the message that answers it, in the language of the person who asked: one switch over the
/// events, and one over the refusals.</summary>
internal static class OutcomeMessages
{
    /// <summary>The answer to a command.</summary>
    public static Message Of(ResourceCommand command, Outcome outcome, Reader reader) =>
        outcome switch
        {
            Outcome.Accepted(var happened) => Of(happened, reader),
            Outcome.Unchanged(var present) => Replies.WasFree(
                reader.Words(),
                ResourceLines.Of(present?.Name ?? command.Name)
            ),
            Outcome.Refused(var why, var present) => Of(command, why, present, reader),
            _ => throw new UnreachableException(),
        };

    /// <summary>A surface that was drawn for another state has done nothing: the answer shows the present
    /// state.</summary>
    public static Message Present(Resource? present, ResourceName name, Reader reader) =>
        present is null
            ? Replies.Gone(reader.Words(), name.Display)
            : Replies.Changed(reader.Words(), ResourceLines.Of(present, reader));

    private static Message Of(ResourceEvent happened, Reader reader)
    {
        var (words, name) = (reader.Words(), happened.Origin.Name);
        ResourceLine Held(Lease lease, bool isWatched = false) => ResourceLines.Of(name, lease, reader, isWatched);
        ResourceLine Free() => ResourceLines.Of(name);
        return happened switch
        {
            Locked locked => Replies.Locked(words, Held(locked.Lease), Length(locked.Lease), locked.IsCreated),
            Renewed renewed => Replies.Renewed(
                words,
                Held(renewed.Lease),
                Length(renewed.Length),
                renewed.Before.Until
            ),
            TakenOver taken => Replies.TakenOver(
                words,
                Held(taken.Lease),
                Length(taken.Lease),
                ResourceLines.Of(taken.Former)
            ),
            Extended extended => Replies.Extended(words, Held(extended.Lease), extended.By),
            Unlocked { IsByAnother: true } freed => Replies.FreedFromOther(words, Free(), ResourceLines.Of(freed.Was)),
            Unlocked => Replies.Unlocked(words, Free()),
            GivenBack { HasEnded: true } given => Replies.GivenBackTooLate(
                words,
                Free(),
                ResourceLines.Of(given.Lease)
            ),
            GivenBack given => Replies.GivenBack(words, Held(given.Lease)),
            Watched watched => Replies.Watching(words, Held(watched.Lease, isWatched: true)),
            Unwatched unwatched => Replies.NotWatching(words, Held(unwatched.Lease)),
            Created => Replies.Created(words, Free()),
            Deleted deleted => Replies.Deleted(words, name.Display, deleted.Held is not null),
            // The clock's events need no answer, because nobody reads it.
            _ => throw new UnreachableException(),
        };
    }

    private static Message Of(ResourceCommand command, Refusal why, Resource? present, Reader reader)
    {
        var (words, name) = (reader.Words(), present?.Name ?? command.Name);
        return why switch
        {
            Refusal.HeldBy(var lease, var isWatched) => HeldBy(
                words,
                command,
                ResourceLines.Of(name, lease, reader, isWatched)
            ),
            Refusal.Changed => Present(present, name, reader),
            Refusal.NoSuchResource => Replies.NoSuchResource(words, name.Display),
            Refusal.Exists => Replies.Exists(
                words,
                present is null ? ResourceLines.Of(name) : ResourceLines.Of(present, reader)
            ),
            Refusal.NotHeld => Replies.NotExtended(words, ResourceLines.Of(name)),
            Refusal.TooLong(var max) when command is Extend && present?.Lease is { } lease => Replies.ExtendedTooLong(
                words,
                ResourceLines.Of(name, lease, reader),
                max
            ),
            Refusal.TooLong(var max) => Replies.TooLong(words, name.Display, max),
            Refusal.EndHasPassed => Replies.EndHasPassed(words, name.Display),
            Refusal.TooMany(var max) => Replies.TooMany(words, max),
            _ => throw new UnreachableException(),
        };
    }

    private static Message HeldBy(IWording words, ResourceCommand command, ResourceLine line) =>
        command switch
        {
            Unlock => Replies.NotUnlocked(words, line),
            Extend => Replies.NotExtended(words, line),
            Delete => Replies.NotDeleted(words, line),
            _ => Replies.NotLocked(words, line),
        };

    private static TimeSpan Length(Lease lease) => Length(lease.Until - lease.Since);

    // A typed length is shown to the second. A length up to a picked moment has odd seconds that nobody meant.
    private static TimeSpan Length(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerSecond != 0 && length > TimeSpan.FromMinutes(1)
            ? TimeSpan.FromMinutes(Math.Round(length.TotalMinutes))
            : length;
}
