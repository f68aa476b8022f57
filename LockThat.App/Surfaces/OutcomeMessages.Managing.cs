using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfManaging(ResourceEvent happened, Answered about)
    {
        var words = about.Words;
        return happened switch
        {
            Created => Replies.About(words, ResourceLines.Of(about.Name, about.Reader), words.Created),
            Deleted deleted => Replies.Deleted(words, about.Name.Display, deleted.Origin.Id.Value, LostBy(deleted)),
            _ => null,
        };
    }

    // The same people are told, each once.
    private static DeletionLine LostBy(Deleted deleted)
    {
        var (by, waits) = (deleted.Origin.By, deleted.Line.All);
        var others = waits.Where(wait => wait.Who != by).ToList();
        return new(
            deleted.Held is not null,
            IsTurn: others.Count < waits.Length,
            others.Count,
            deleted.Watchers.Count(watcher => by != watcher && !others.Exists(wait => wait.Who.Responsible == watcher))
        );
    }

    private static Prose? PastOfManaging(ResourceEvent happened, Past past) =>
        happened switch
        {
            Created created => past.Words.HistoryCreated(past.Line(created)),
            Deleted deleted => past.Words.HistoryDeleted(past.Line(deleted)),
            Released { Lost: null } left => past.Words.HistoryWaitsNoMore(past.Line(left, left.Gone)),
            Released released => past.Words.HistoryReleased(past.Line(released, released.Gone)),
            _ => null,
        };

    private static Message? OfManaging(ResourceCommand command, Refusal why, Answered about) =>
        command switch
        {
            Delete when why is Refusal.HeldBy or Refusal.NotYourTurn => Replies.Refused(
                about.Words,
                about.Line,
                about.Words.NotDeleted
            ),
            _ => null,
        };
}
