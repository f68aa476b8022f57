using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
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

    private static Message? OfManaging(ResourceCommand command, Refusal why, ResourceLine line, IWording words) =>
        command switch
        {
            Delete when why is Refusal.HeldBy => Replies.About(words, line, words.NotDeleted),
            _ => null,
        };
}
