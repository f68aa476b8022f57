using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfWaiting(ResourceCommand command, ResourceEvent happened, Answered about)
    {
        var words = about.Words;
        return happened switch
        {
            // They wanted to wait, and have it at once.
            Locked locked when command is Join or GoNext => Replies.About(
                words,
                about.Held(locked.Lease),
                line => words.LockedAtOnce(line, Length(locked.Lease), locked.IsCreated)
            ),
            Joined { Before: { } before } => Replies.JoinedAgain(
                words,
                about.Line,
                ResourceLines.Of(before, about.Rules),
                about.Ahead
            ),
            Joined => Replies.Joined(words, about.Line, about.Ahead),
            WentNext => Replies.WentNext(words, about.Line, about.Ahead),
            LetGoFirst let => Replies.LetGoFirst(words, about.Line, ResourceLines.Of(let.Next), about.Ahead),
            Left { Wait: null } => Replies.About(words, about.Line, words.NotWatching),
            Left => Replies.About(words, about.Line, words.Left),
            TurnTaken taken => Replies.TurnTaken(
                words,
                about.Held(taken.Lease),
                Length(taken.Lease),
                ResourceLines.Of(taken.First)
            ),
            TurnGivenBack => Replies.About(words, about.Line, words.TurnGivenBack),
            _ => null,
        };
    }

    private static Prose? PastOfWaiting(ResourceEvent happened, IWording words) =>
        happened switch
        {
            Joined joined => words.HistoryJoined(
                LineOf(joined),
                joined.Wait.Length,
                joined.Wait.Reason?.Value,
                joined.IsAgain
            ),
            Left left => words.HistoryLeft(LineOf(left)),
            TurnGiven given => words.HistoryTurnGiven(LineOf(given, given.Wait.Who)),
            TurnPassed passed => words.HistoryTurnPassed(LineOf(passed, passed.Wait.Who)),
            TurnTaken taken => words.HistoryTurnTaken(
                LineOf(taken),
                ResourceLines.Of(taken.First),
                Length(taken.Lease),
                taken.Lease.Reason?.Value
            ),
            TurnGivenBack given => words.HistoryTurnGivenBack(LineOf(given), ResourceLines.Of(given.First)),
            LetGoFirst let => words.HistoryLetGoFirst(LineOf(let), ResourceLines.Of(let.Next)),
            WentNext went => words.HistoryWentNext(LineOf(went)),
            _ => null,
        };

    private static Message? OfWaiting(ResourceCommand command, Refusal why, Answered about) =>
        (command, why) switch
        {
            (Join, Refusal.TooLong(var max)) => Replies.Say(about.Words.JoinedTooLong(about.Name.Display, max)),
            _ => null,
        };
}
