using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Time.Moments;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks.Commands;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Commands;

/// <summary>A wish for a resource: the commands that are typed with a name and a length, and most of them with a
/// reason.</summary>
/// <param name="Word">The word in front: <c>lock</c>, <c>queue</c>, <c>ask</c> or <c>extend</c>.</param>
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
    /// <summary>The moment of the end, where one was typed in the place of the length.</summary>
    public Moment? Until { get; init; }

    /// <summary>The meaning of what was typed: that of a moment depends on the clocks of the person.</summary>
    public ParsedCommand Asked => Until is null ? new ParsedCommand.Do(Command) : new ParsedCommand.Until(this);

    /// <summary>The command that was typed, where no moment was.</summary>
    public ResourceCommand Command => With(Length is { } time ? new LockLength.For(time) : new LockLength.Unsaid());

    /// <summary>The command that was typed with a moment, once the instant is known that it means.</summary>
    public ResourceCommand EndingAt(DateTimeOffset end) => With(new LockLength.Until(end));

    /// <summary>The same wish for a length that was typed.</summary>
    public TypedWish For(TypedLength length) =>
        length switch
        {
            TypedLength.For(var time) => this with { Length = time, Until = null },
            TypedLength.Until(var moment) => this with { Length = null, Until = moment },
            _ => throw new UnreachableException(),
        };

    /// <summary>A command as it is typed; null when it is none of these, and when only the instant of its end is
    /// known.</summary>
    public static TypedWish? Of(ResourceCommand command) =>
        command switch
        {
            Lock { Length: var length and not LockLength.Until } locking => new(
                CommandWord.Lock,
                locking.Name,
                TimeOf(length),
                locking.Reason
            ),
            Override { Length: var length and not LockLength.Until } taking => new(
                CommandWord.Lock,
                taking.Name,
                TimeOf(length),
                taking.Reason,
                IsOverride: true
            ),
            Join { Length: var length and not LockLength.Until } join => new(
                CommandWord.Queue,
                join.Name,
                TimeOf(length),
                join.Reason
            ),
            Ask { Length: var length and not LockLength.Until } ask => new(
                CommandWord.Ask,
                ask.Name,
                TimeOf(length),
                ask.Message
            ),
            Extend extend => new(CommandWord.Extend, extend.Name, extend.By),
            _ => null,
        };

    /// <summary>The wish that a person typed; null when they typed something else.</summary>
    public static TypedWish? In(ParsedCommand asked) =>
        asked is ParsedCommand.Until(var wish) ? wish
        : asked is ParsedCommand.Do(var command) ? Of(command)
        : null;

    private ResourceCommand With(LockLength length) =>
        Word switch
        {
            CommandWord.Lock when IsOverride => new Override(Name, length, Reason, Expected.Anything),
            CommandWord.Lock => new Lock(Name, length, Reason, Expected.Anything),
            CommandWord.Queue => new Join(Name, length, Reason, Expected.Anything),
            CommandWord.Ask => new Ask(Name, length, Reason, Expected.Anything),
            CommandWord.Extend => length switch
            {
                LockLength.For(var time) => new Extend(Name, time, Expected.Anything),
                LockLength.Until(var end) => new ExtendUntil(Name, end, Expected.Anything),
                LockLength.Unsaid => throw new UnreachableException("Nothing is extended by nothing."),
                _ => throw new UnreachableException(),
            },
            _ => throw new UnreachableException("Other commands are typed in other ways."),
        };

    private static TimeSpan? TimeOf(LockLength length) => (length as LockLength.For)?.Time;
}
