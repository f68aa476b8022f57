using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks.Commands;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Commands;

/// <summary>A wish for a resource: the commands that are typed with a name, a length and a reason.</summary>
/// <param name="Word">The word in front: <c>lock</c>, <c>queue</c> or <c>ask</c>.</param>
/// <param name="Name">The resource.</param>
/// <param name="Length">Null for the default; may be more than the workspace allows.</param>
/// <param name="Reason">Null when none was typed.</param>
/// <param name="IsOverride">Whether to take it from its holder; only <c>lock</c> does.</param>
public readonly record struct TypedWish(
    CommandWord Word,
    ResourceName Name,
    TimeSpan? Length = null,
    Reason? Reason = null,
    bool IsOverride = false
)
{
    /// <summary>The command that was typed.</summary>
    public ResourceCommand Command
    {
        get
        {
            LockLength length = Length is { } time ? new LockLength.For(time) : new LockLength.Unsaid();
            return Word switch
            {
                CommandWord.Lock when IsOverride => new Override(Name, length, Reason, Expected.Anything),
                CommandWord.Lock => new Lock(Name, length, Reason, Expected.Anything),
                CommandWord.Queue => new Join(Name, length, Reason, Expected.Anything),
                CommandWord.Ask => new Ask(Name, length, Reason, Expected.Anything),
                _ => throw new UnreachableException("Other commands are typed in other ways."),
            };
        }
    }

    /// <summary>A command as it is typed; null when it is none of these.</summary>
    public static TypedWish? Of(ResourceCommand command) =>
        command switch
        {
            Lock locking => new(CommandWord.Lock, locking.Name, TimeOf(locking.Length), locking.Reason),
            Override taking => new(CommandWord.Lock, taking.Name, TimeOf(taking.Length), taking.Reason, true),
            Join join => new(CommandWord.Queue, join.Name, TimeOf(join.Length), join.Reason),
            Ask ask => new(CommandWord.Ask, ask.Name, TimeOf(ask.Length), ask.Message),
            _ => null,
        };

    private static TimeSpan? TimeOf(LockLength length) => (length as LockLength.For)?.Time;
}
