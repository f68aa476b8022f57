using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Time.Moments;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

public static partial class CommandParser
{
    private static ParsedCommand? ReadLocking(CommandWord command, string behind) =>
        command switch
        {
            CommandWord.Lock => behind.Length == 0 ? new ParsedCommand.LockForm() : ReadWish(command, behind),
            CommandWord.Unlock => behind.Length == 0
                ? new ParsedCommand.UnlockAny()
                : ReadNamed(command, behind, ReadUnlock),
            CommandWord.Extend => behind.Length == 0
                ? new ParsedCommand.ExtendForm()
                : OrLength(command, behind, ReadNamed(command, behind, ReadExtend)),
            // The person is a mention, which plain text does not have.
            CommandWord.Give => ReadNamed(
                command,
                behind,
                (name, rest) => new ParsedCommand.Give(name, IsNamed: rest.Length > 0)
            ),
            _ => null,
        };

    private static ParsedCommand.Do ReadUnlock(ResourceName name, string rest) =>
        new(new Unlock(name, TakeOverride(rest).IsOverride, Expected.Anything));

    private static ParsedCommand ReadExtend(ResourceName name, string rest)
    {
        var words = TypedText.Words(rest);
        var by = words is [var first, ..] && Bare(first).Equals("by", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var wish = new TypedWish(CommandWord.Extend, name);
        return MomentReader.Read(words) switch
        {
            MomentRead.Found(var moment, _) => (wish with { Until = moment }).Asked,
            MomentRead.Unclear(var nearest, var used) => new ParsedCommand.UnclearMoment(
                wish.Word,
                name,
                Moment(words, used),
                [.. nearest.Select(length => wish.For(length).Asked)]
            ),
            MomentRead.Absent => ReadExtension(name, words[by..]),
            _ => throw new UnreachableException(),
        };
    }

    private static ParsedCommand ReadExtension(ResourceName name, string[] words)
    {
        ResourceCommand Extend(TimeSpan length) => new Extend(name, length, Expected.Anything);
        return LockDuration.Read(words) switch
        {
            DurationRead.Refused refused => new ParsedCommand.BadDuration(CommandWord.Extend, name, refused.Problem),
            DurationRead.Found found => new ParsedCommand.Do(Extend(found.Length)),
            DurationRead.Unclear unclear => new ParsedCommand.UnclearDuration(
                CommandWord.Extend,
                name,
                Excerpt(words, unclear.WordsUsed),
                [.. unclear.Nearest.Select(Extend)]
            ),
            DurationRead.Absent => new ParsedCommand.MissingDuration(name),
            _ => throw new UnreachableException(),
        };
    }
}
