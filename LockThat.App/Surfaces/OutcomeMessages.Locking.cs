using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Time;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfLocking(ResourceEvent happened, Answered about)
    {
        var words = about.Words;
        return happened switch
        {
            Locked locked => Replies.About(
                words,
                about.Held(locked.Lease),
                line => words.Locked(line, Length(locked.Lease), locked.IsCreated)
            ),
            Renewed renewed => Replies.Renewed(
                words,
                about.Held(renewed.Lease),
                ResourceLines.Rounded(renewed.Length),
                renewed.Before.Until
            ),
            TakenOver taken => Replies.TakenOver(
                words,
                about.Held(taken.Lease),
                Length(taken.Lease),
                ResourceLines.Of(taken.Former)
            ),
            Extended extended => Replies.About(
                words,
                about.Held(extended.Lease),
                line => words.Extended(line, extended.By)
            ),
            Unlocked { IsByAnother: true } freed => Replies.Freed(
                words,
                about.Line,
                line => words.FreedFromOther(line, ResourceLines.Of(freed.Was)),
                ResourceLines.Of(freed.Was)
            ),
            Unlocked unlocked => Replies.Freed(words, about.Line, words.Unlocked, ResourceLines.Of(unlocked.Was)),
            GivenBack { HasEnded: true } given => Replies.Freed(
                words,
                about.Line,
                line => words.GivenBackTooLate(line, ResourceLines.Of(given.Lease))
            ),
            GivenBack given => Replies.About(words, about.Held(given.Lease), words.GivenBack),
            _ => null,
        };
    }

    private static Prose? PastOfLocking(ResourceEvent happened, IWording words) =>
        happened switch
        {
            Locked locked => words.HistoryLocked(
                LineOf(locked),
                Length(locked.Lease),
                locked.Lease.Reason?.Value,
                locked.IsCreated
            ),
            Renewed renewed => words.HistoryRenewed(LineOf(renewed), renewed.Lease.Until, renewed.Lease.Reason?.Value),
            Extended extended => words.HistoryExtended(LineOf(extended), extended.By),
            TakenOver taken => words.HistoryTakenOver(
                LineOf(taken),
                ResourceLines.Of(taken.Former.Holder),
                Length(taken.Lease),
                taken.Lease.Reason?.Value
            ),
            Unlocked { IsByAnother: true } freed => words.HistoryFreed(
                LineOf(freed),
                ResourceLines.Of(freed.Was.Holder)
            ),
            Unlocked unlocked => words.HistoryUnlocked(LineOf(unlocked)),
            GivenBack given => words.HistoryGivenBack(LineOf(given), ResourceLines.Of(given.Lease.Holder)),
            // It ended at its own moment, which may have been noticed later.
            Ended ended => words.HistoryEnded(LineOf(ended, ended.Lease.Holder) with { At = ended.Lease.Until }),
            _ => null,
        };

    private static Message? OfLocking(ResourceCommand command, Refusal why, Answered about)
    {
        var words = about.Words;
        return command switch
        {
            Unlock when why is Refusal.HeldBy => Replies.Refused(words, about.Line, words.NotUnlocked),
            Extend when why is Refusal.HeldBy or Refusal.NotYourTurn => Replies.Refused(
                words,
                about.Line,
                words.NotExtended
            ),
            Extend when why is Refusal.TooLong(var max) && about.Present?.Lease is not null => Replies.About(
                words,
                about.Line,
                own => words.ExtendedTooLong(own, max)
            ),
            _ => null,
        };
    }

    /// <summary>The length of a lock, as it is said.</summary>
    internal static TimeSpan Length(Lease lease) => ResourceLines.Rounded(lease.Until - lease.Since);
}
