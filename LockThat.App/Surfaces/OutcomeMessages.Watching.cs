using LockThat.App.Locks;
using LockThat.App.Locks.Watching;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfWatching(ResourceEvent happened, Answered about)
    {
        var words = about.Words;
        return happened switch
        {
            Watched => Replies.About(words, about.Line with { IsWatched = true }, words.Watching),
            Unwatched => Replies.About(words, about.Line, words.NotWatching),
            _ => null,
        };
    }
}
