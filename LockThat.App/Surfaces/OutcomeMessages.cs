using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

/// <summary>Every outcome as the message that answers it, in the language of the person who asked. Each part of the
/// class has the events of a family of commands, and the refusals that the family says in words of its own.</summary>
internal static partial class OutcomeMessages
{
    /// <summary>The answer to a command.</summary>
    public static Message Of(ResourceCommand command, Outcome outcome, Reader reader) =>
        outcome switch
        {
            Outcome.Accepted(var happened) => OfLocking(happened, reader)
                ?? OfWatching(happened, reader)
                ?? OfManaging(happened, reader)
                // The clock's events need no answer, because nobody reads it.
                ?? throw new UnreachableException(),
            Outcome.Unchanged(var present) => Replies.About(
                reader.Words(),
                ResourceLines.Of(present?.Name ?? command.Name),
                reader.Words().WasFree
            ),
            Outcome.Refused(var why, var present) => Of(command, why, present, reader),
            _ => throw new UnreachableException(),
        };

    /// <summary>A surface that was drawn for another state has done nothing: the answer shows the present
    /// state.</summary>
    public static Message Present(Resource? present, ResourceName name, Reader reader) =>
        present is null
            ? Replies.Say(reader.Words().Gone(name.Display))
            : Replies.About(reader.Words(), ResourceLines.Of(present, reader), reader.Words().Changed);

    private static Message Of(ResourceCommand command, Refusal why, Resource? present, Reader reader)
    {
        var name = present?.Name ?? command.Name;
        var line =
            why is Refusal.HeldBy(var lease, var isWatched) ? ResourceLines.Of(name, lease, reader, isWatched)
            : present is null ? ResourceLines.Of(name)
            : ResourceLines.Of(present, reader);
        var words = reader.Words();
        return OfLocking(command, why, line, words)
            ?? OfManaging(command, why, line, words)
            // The words that all commands share.
            ?? why switch
            {
                Refusal.HeldBy => Replies.About(words, line, words.NotLocked),
                Refusal.Changed => Present(present, name, reader),
                Refusal.NoSuchResource => Replies.Say(words.NoSuchResource(name.Display)),
                Refusal.Exists => Replies.About(words, line, words.Exists),
                Refusal.NotHeld => Replies.About(words, line, words.NothingToExtend),
                Refusal.TooLong(var max) => Replies.Say(words.TooLong(name.Display, max)),
                Refusal.EndHasPassed => Replies.Say(words.EndHasPassed(name.Display)),
                Refusal.TooMany(var max) => Replies.Say(words.TooMany(max)),
                _ => throw new UnreachableException(),
            };
    }
}
