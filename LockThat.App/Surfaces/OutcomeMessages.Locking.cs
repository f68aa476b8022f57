using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
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

    private static Message? OfLocking(ResourceCommand command, Refusal why, ResourceLine line, IWording words) =>
        command switch
        {
            Unlock when why is Refusal.HeldBy => Replies.About(words, line, words.NotUnlocked),
            Extend when why is Refusal.HeldBy => Replies.About(words, line, words.NotExtended),
            Extend when why is Refusal.TooLong(var max) && line.Lease is not null => Replies.About(
                words,
                line,
                own => words.ExtendedTooLong(own, max)
            ),
            _ => null,
        };

    private static TimeSpan Length(Lease lease) => Length(lease.Until - lease.Since);

    // A typed length is shown to the second. A length up to a picked moment has odd seconds that nobody meant.
    private static TimeSpan Length(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerSecond != 0 && length > TimeSpan.FromMinutes(1)
            ? TimeSpan.FromMinutes(Math.Round(length.TotalMinutes))
            : length;
}
