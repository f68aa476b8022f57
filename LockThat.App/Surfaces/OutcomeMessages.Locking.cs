using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Time;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

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
                line => words.Extended(line, ResourceLines.Rounded(extended.By))
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

    private static Prose? PastOfLocking(ResourceEvent happened, Past past) =>
        happened switch
        {
            Locked locked => past.Words.HistoryLocked(
                past.Line(locked),
                Length(locked.Lease),
                locked.Lease.Reason?.Value,
                locked.IsCreated
            ),
            Renewed renewed => past.Words.HistoryRenewed(
                past.Line(renewed),
                renewed.Lease.Until,
                renewed.Lease.Reason?.Value
            ),
            Extended extended => past.Words.HistoryExtended(past.Line(extended), ResourceLines.Rounded(extended.By)),
            TakenOver taken => past.Words.HistoryTakenOver(
                past.Line(taken),
                past.Of(taken.Former.Holder),
                Length(taken.Lease),
                taken.Lease.Reason?.Value
            ),
            Unlocked { IsByAnother: true } freed => past.Words.HistoryFreed(
                past.Line(freed),
                past.Of(freed.Was.Holder)
            ),
            Unlocked unlocked => past.Words.HistoryUnlocked(past.Line(unlocked)),
            GivenBack given => past.Words.HistoryGivenBack(past.Line(given), past.Of(given.Lease.Holder)),
            // It ended at its own moment, which may have been noticed later.
            Ended ended => past.Words.HistoryEnded(
                past.Line(ended, ended.Lease.Holder) with
                {
                    At = ended.Lease.Until,
                }
            ),
            _ => null,
        };

    private static Message? OfLocking(ResourceCommand command, Refusal why, Answered about)
    {
        var words = about.Words;
        return command switch
        {
            Unlock when why is Refusal.HeldBy => Replies.Refused(words, about.Line, words.NotUnlocked),
            Extend or ExtendUntil when why is Refusal.HeldBy or Refusal.NotYourTurn => Replies.Refused(
                words,
                about.Line,
                words.NotExtended
            ),
            Extend or ExtendUntil when why is Refusal.TooLong(var max) && about.Present?.Lease is not null =>
                Replies.About(words, about.Line, own => words.ExtendedTooLong(own, max)),
            _ => null,
        };
    }

    /// <summary>The length of a lock, as it is said.</summary>
    internal static TimeSpan Length(Lease lease) => ResourceLines.Rounded(lease.Until - lease.Since);
}
