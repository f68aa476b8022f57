using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfAsking(ResourceCommand command, ResourceEvent happened, Answered about)
    {
        var words = about.Words;
        return happened switch
        {
            // They wanted to ask, and have it at once.
            Locked locked when command is Ask => Replies.About(
                words,
                about.Held(locked.Lease),
                line => words.LockedUnasked(line, Length(locked.Lease))
            ),
            Asked asked => Asked(asked, about.Present is null ? about.Held(asked.Lease) : about.Line, about),
            HandedOver handed => Replies.Say(words.HandedOver(about.Held(handed.Lease), Length(handed.Lease))),
            Kept kept => Replies.About(
                words,
                about.Held(kept.Lease),
                line => words.YouKeepIt(line, ResourceLines.Of(kept.Asker), kept.Answer?.Value)
            ),
            Given given => Replies.Say(words.Given(about.Held(given.Lease))),
            _ => null,
        };
    }

    private static Message Asked(Asked asked, ResourceLine line, Answered about) =>
        asked.Plea is { IsAnswered: true, RestsUntil: var again }
            ? Replies.AskedAfterAnswer(about.Words, line, again)
            : Replies.Asked(about.Words, line, ResourceLines.Of(asked.Plea, about.Rules), asked.IsTold);

    private static Prose? PastOfAsking(ResourceEvent happened, Past past) =>
        happened switch
        {
            Asked asked => past.Words.HistoryAsked(
                past.Line(asked),
                past.Of(asked.Lease.Holder),
                asked.Plea.Length,
                asked.Plea.Message?.Value
            ),
            HandedOver handed => past.Words.HistoryHandedOver(past.Line(handed), past.Of(handed.Lease.Holder)),
            Kept kept => past.Words.HistoryKept(past.Line(kept), past.Of(kept.Asker), kept.Answer?.Value),
            Given given => past.Words.HistoryGiven(past.Line(given), past.Of(given.Lease.Holder)),
            _ => null,
        };

    private static Message? OfAsking(ResourceCommand command, Refusal why, Answered about)
    {
        var (words, name) = (about.Words, about.Name.Display);
        return (command, why) switch
        {
            (HandOver hand, Refusal.Changed) when ToAnswer(hand.Plea, about) is { } plea => Replies.AskHasChanged(
                words,
                about.Line,
                ResourceLines.Of(plea, about.Rules)
            ),
            (HandOver or Keep, Refusal.Changed) => Replies.AskIsOver(
                words,
                name,
                about.Present is null ? null : about.Line
            ),
            (Ask, Refusal.NotYourTurn) => Replies.Refused(words, about.Line, words.NotAsked),
            (Ask, Refusal.TooLong(var max)) => Replies.Say(words.AskedTooLong(name, max)),
            (Ask, Refusal.AlreadyHolds) => Replies.About(words, about.Line, words.AskedForOwn),
            (Give, Refusal.HeldBy or Refusal.NotYourTurn) => Replies.Refused(words, about.Line, words.NotGiven),
            (Give, Refusal.NotHeld) => Replies.About(words, about.Line, words.NothingToGive),
            _ => null,
        };
    }

    // An ask that the reader may still answer.
    private static Plea? ToAnswer(PleaId id, Answered about) =>
        about.Present?.Holding is Holding.Held held && about.Reader.Is(held.Lease.Holder) ? held.Find(id) : null;
}
