using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

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

    private static Prose? PastOfWaiting(ResourceEvent happened, Past past) =>
        happened switch
        {
            Joined joined => past.Words.HistoryJoined(
                past.Line(joined),
                joined.Wait.Length,
                joined.Wait.Reason?.Value,
                joined.IsAgain
            ),
            Left left => past.Words.HistoryLeft(past.Line(left)),
            TurnGiven given => past.Words.HistoryTurnGiven(past.Line(given, given.Wait.Who)),
            TurnPassed passed => past.Words.HistoryTurnPassed(past.Line(passed, passed.Wait.Who)),
            TurnTaken taken => past.Words.HistoryTurnTaken(
                past.Line(taken),
                past.Of(taken.First),
                Length(taken.Lease),
                taken.Lease.Reason?.Value
            ),
            TurnGivenBack given => past.Words.HistoryTurnGivenBack(past.Line(given), past.Of(given.First)),
            LetGoFirst let => past.Words.HistoryLetGoFirst(past.Line(let), past.Of(let.Next)),
            WentNext went => past.Words.HistoryWentNext(past.Line(went)),
            _ => null,
        };

    private static Message? OfWaiting(ResourceCommand command, Refusal why, Answered about) =>
        (command, why) switch
        {
            (Join, Refusal.TooLong(var max)) => Replies.Say(about.Words.JoinedTooLong(about.Name.Display, max)),
            _ => null,
        };
}
