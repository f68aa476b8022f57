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
/// events of each family of commands, and one over the refusals.</summary>
internal static class OutcomeMessages
{
    /// <summary>The answer to a command.</summary>
    public static Message Of(ResourceCommand command, Outcome outcome, Reader reader) =>
        outcome switch
        {
            Outcome.Accepted(var happened) => OfLocking(happened, reader)
                ?? OfWatching(happened, reader)
                ?? OfManaging(happened, reader)
                // The clock's events need no answer, because nobody reads it.
                ?? throw new UnreachableException(),
            Outcome.Unchanged(var present) => Replies.About(
                reader.Words(),
                ResourceLines.Of(present?.Name ?? command.Name),
                reader.Words().WasFree
            ),
            Outcome.Refused(var why, var present) => Of(command, why, present, reader),
            _ => throw new UnreachableException(),
        };

    /// <summary>A surface that was drawn for another state has done nothing: the answer shows the present
    /// state.</summary>
    public static Message Present(Resource? present, ResourceName name, Reader reader) =>
        present is null
            ? Replies.Say(reader.Words().Gone(name.Display))
            : Replies.About(reader.Words(), ResourceLines.Of(present, reader), reader.Words().Changed);

    private static Message? OfLocking(ResourceEvent happened, Reader reader)
    {
        var (words, name) = (reader.Words(), happened.Origin.Name);
        ResourceLine Held(Lease lease) => ResourceLines.Of(name, lease, reader);
        Message Free(Func<ResourceLine, Prose> said) => Replies.About(words, ResourceLines.Of(name), said);
        return happened switch
        {
            Locked locked => Replies.About(
                words,
                Held(locked.Lease),
                line => words.Locked(line, Length(locked.Lease), locked.IsCreated)
            ),
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
            Extended extended => Replies.About(words, Held(extended.Lease), line => words.Extended(line, extended.By)),
            Unlocked { IsByAnother: true } freed => Free(line =>
                words.FreedFromOther(line, ResourceLines.Of(freed.Was))
            ),
            Unlocked => Free(words.Unlocked),
            GivenBack { HasEnded: true } given => Free(line =>
                words.GivenBackTooLate(line, ResourceLines.Of(given.Lease))
            ),
            GivenBack given => Replies.About(words, Held(given.Lease), words.GivenBack),
            _ => null,
        };
    }

    private static Message? OfWatching(ResourceEvent happened, Reader reader)
    {
        var (words, name) = (reader.Words(), happened.Origin.Name);
        return happened switch
        {
            Watched watched => Replies.About(
                words,
                ResourceLines.Of(name, watched.Lease, reader, isWatched: true),
                words.Watching
            ),
            Unwatched unwatched => Replies.About(
                words,
                ResourceLines.Of(name, unwatched.Lease, reader),
                words.NotWatching
            ),
            _ => null,
        };
    }

    private static Message? OfManaging(ResourceEvent happened, Reader reader)
    {
        var (words, name) = (reader.Words(), happened.Origin.Name);
        return happened switch
        {
            Created => Replies.About(words, ResourceLines.Of(name), words.Created),
            Deleted deleted => Replies.Say(words.Deleted(name.Display, deleted.Held is not null)),
            _ => null,
        };
    }

    private static Message Of(ResourceCommand command, Refusal why, Resource? present, Reader reader)
    {
        var (words, name) = (reader.Words(), present?.Name ?? command.Name);
        Message About(ResourceLine line, Func<ResourceLine, Prose> said) => Replies.About(words, line, said);
        return why switch
        {
            Refusal.HeldBy(var lease, var isWatched) => About(
                ResourceLines.Of(name, lease, reader, isWatched),
                HeldBy(command, words)
            ),
            Refusal.Changed => Present(present, name, reader),
            Refusal.NoSuchResource => Replies.Say(words.NoSuchResource(name.Display)),
            Refusal.Exists => About(
                present is null ? ResourceLines.Of(name) : ResourceLines.Of(present, reader),
                words.Exists
            ),
            Refusal.NotHeld => About(ResourceLines.Of(name), words.NothingToExtend),
            Refusal.TooLong(var max) when command is Extend && present?.Lease is { } lease => About(
                ResourceLines.Of(name, lease, reader),
                line => words.ExtendedTooLong(line, max)
            ),
            Refusal.TooLong(var max) => Replies.Say(words.TooLong(name.Display, max)),
            Refusal.EndHasPassed => Replies.Say(words.EndHasPassed(name.Display)),
            Refusal.TooMany(var max) => Replies.Say(words.TooMany(max)),
            _ => throw new UnreachableException(),
        };
    }

    private static Func<ResourceLine, Prose> HeldBy(ResourceCommand command, IWording words) =>
        command switch
        {
            Unlock => words.NotUnlocked,
            Extend => words.NotExtended,
            Delete => words.NotDeleted,
            _ => words.NotLocked,
        };

    private static TimeSpan Length(Lease lease) => Length(lease.Until - lease.Since);

    // A typed length is shown to the second. A length up to a picked moment has odd seconds that nobody meant.
    private static TimeSpan Length(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerSecond != 0 && length > TimeSpan.FromMinutes(1)
            ? TimeSpan.FromMinutes(Math.Round(length.TotalMinutes))
            : length;
}
