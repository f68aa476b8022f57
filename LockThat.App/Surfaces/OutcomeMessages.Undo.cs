using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfUndo(ResourceEvent happened, Answered about)
    {
        var words = about.Words;
        return happened switch
        {
            Undone undone => Undone(about, about.Held(undone.Lease), words.Undone),
            Restored => Undone(about, about.Line, words.Restored),
            _ => null,
        };
    }

    private static Prose? PastOfUndo(ResourceEvent happened, Past past) =>
        happened switch
        {
            Undone undone => past.Words.HistoryUndone(past.Line(undone), past.Of(undone.Lease.Holder)),
            Restored restored => past.Words.HistoryRestored(past.Line(restored)),
            _ => null,
        };

    private static Message? OfUndo(ResourceCommand command, Refusal why, Answered about)
    {
        var (words, name) = (about.Words, about.Name.Display);
        return (command, why) switch
        {
            (Undo undo, Refusal.HeldBy or Refusal.NotYourTurn) => Replies.NotUndone(
                words,
                about.Line,
                LostBy(undo, about)
            ),
            (Undo, Refusal.AlreadyHolds) => Replies.About(words, about.Line, words.NotUndone),
            (Undo, Refusal.EndHasPassed) => Replies.About(words, about.Line, words.UndoneAfterEnd),
            (Restore, Refusal.Exists) => Replies.About(words, about.Line, words.NotRestored),
            (_, Refusal.TooLate(var lasts)) when about.Present is not null => Replies.About(
                words,
                about.Line,
                line => words.UndoneTooLate(name, lasts, line)
            ),
            _ => null,
        };
    }

    private static Message Undone(Answered about, ResourceLine line, Func<ResourceLine, Prose> said) =>
        Replies.Undone(about.Words, line, said(line));

    // Only the one that had the lock may come before all others.
    private static LeaseLine? LostBy(Undo undo, Answered about) =>
        about.Present?.Freed is { } freed && freed.Was.Id == undo.Was && about.Reader.Is(freed.Was.Holder)
            ? ResourceLines.Of(freed.Was)
            : null;
}
