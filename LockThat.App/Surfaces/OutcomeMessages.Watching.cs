using LockThat.App.Locks;
using LockThat.App.Locks.Watching;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfWatching(ResourceEvent happened, Reader reader)
    {
        var (words, name) = (reader.Words(), happened.Origin.Name);
        return happened switch
        {
            Watched watched => Replies.About(
                words,
                ResourceLines.Of(name, watched.Lease!, reader, isWatched: true),
                words.Watching
            ),
            Unwatched unwatched => Replies.About(
                words,
                ResourceLines.Of(name, unwatched.Lease!, reader),
                words.NotWatching
            ),
            _ => null,
        };
    }
}
