using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

public static partial class CommandParser
{
    private static ParsedCommand? ReadLocking(CommandWord command, string behind) =>
        command switch
        {
            CommandWord.Lock => behind.Length == 0
                ? new ParsedCommand.LockForm()
                : OrLength(command, behind, ReadNamed(command, behind, ReadLock)),
            CommandWord.Unlock => behind.Length == 0
                ? new ParsedCommand.UnlockAny()
                : ReadNamed(command, behind, ReadUnlock),
            CommandWord.Extend => behind.Length == 0
                ? new ParsedCommand.ExtendForm()
                : OrLength(command, behind, ReadNamed(command, behind, ReadExtend)),
            _ => null,
        };

    private static ParsedCommand ReadLock(ResourceName name, string rest)
    {
        var (words, isOverride) = TakeOverride(rest);
        var ask = new TypedLock(name, null, null, isOverride);
        return LockDuration.Read(words) switch
        {
            DurationRead.Refused refused => new ParsedCommand.BadDuration(CommandWord.Lock, name, refused.Problem),
            DurationRead.Found found => WithReason(ask with { Length = found.Length }, words.AsSpan(found.WordsUsed)),
            DurationRead.Absent => WithReason(ask, words),
            DurationRead.Unclear unclear => ReadUnclear(unclear, ask, words),
            _ => throw new UnreachableException(),
        };
    }

    // The typed words may have been a reason after all.
    private static ParsedCommand ReadUnclear(DurationRead.Unclear unclear, TypedLock ask, string[] words)
    {
        string[] behind =
        [
            .. unclear.Behind.Length > 0 ? [unclear.Behind] : Array.Empty<string>(),
            .. words[unclear.WordsUsed..],
        ];
        var meant = unclear
            .Nearest.Select(length => WithReason(ask with { Length = length }, behind))
            .Append(WithReason(ask, words))
            .ToList();
        return meant.Find(one => one is not ParsedCommand.Do)
            ?? new ParsedCommand.UnclearDuration(
                CommandWord.Lock,
                ask.Name,
                Excerpt(words, unclear.WordsUsed),
                [.. meant.OfType<ParsedCommand.Do>().Select(one => one.Command)]
            );
    }

    private static ParsedCommand WithReason(TypedLock ask, ReadOnlySpan<string> words)
    {
        var typed = TypedText.FromSeen(string.Join(' ', words));
        return Reason.Parse(
            TypedText.Quoted(typed) is { } quoted && quoted.End == typed.Length ? typed[1..quoted.Close] : typed
        ) switch
        {
            ReasonParse.None => new ParsedCommand.Do(ask.Command),
            ReasonParse.Parsed parsed => new ParsedCommand.Do((ask with { Reason = parsed.Reason }).Command),
            ReasonParse.TooLong => new ParsedCommand.ReasonTooLong(ask.Name),
            _ => throw new UnreachableException(),
        };
    }

    private static ParsedCommand.Do ReadUnlock(ResourceName name, string rest) =>
        new(new Unlock(name, TakeOverride(rest).IsOverride, Expected.Anything));

    private static ParsedCommand ReadExtend(ResourceName name, string rest)
    {
        var words = TypedText.Words(rest);
        var by = words is [var first, ..] && Bare(first).Equals("by", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        ResourceCommand Extend(TimeSpan length) => new Extend(name, length, Expected.Anything);
        return LockDuration.Read(words.AsSpan(by)) switch
        {
            DurationRead.Refused refused => new ParsedCommand.BadDuration(CommandWord.Extend, name, refused.Problem),
            DurationRead.Found found => new ParsedCommand.Do(Extend(found.Length)),
            DurationRead.Unclear unclear => new ParsedCommand.UnclearDuration(
                CommandWord.Extend,
                name,
                Excerpt(words.AsSpan(by), unclear.WordsUsed),
                [.. unclear.Nearest.Select(Extend)]
            ),
            DurationRead.Absent => new ParsedCommand.MissingDuration(name),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A length in the place of the name: the name was forgotten, or stands behind the length.</summary>
    private static ParsedCommand OrLength(CommandWord command, string behind, ParsedCommand asTyped)
    {
        // Fast path: most names begin with another character.
        if (char.IsAsciiLetter(behind[0]) && behind[0] is not ('f' or 'F'))
            return asTyped;
        var words = TypedText.Words(behind);
        if (!LockDuration.IsPlain(words))
            return asTyped;

        var (lengths, used) = LockDuration.Read(words) switch
        {
            DurationRead.Found found => ([found.Length], found.WordsUsed),
            DurationRead.Unclear unclear => (unclear.Nearest, unclear.WordsUsed),
            DurationRead.Refused or DurationRead.Absent => ((IReadOnlyList<TimeSpan>)[], 1),
            _ => throw new UnreachableException(),
        };
        var isNamed =
            command == CommandWord.Lock
            && words.Length > used
            && !Is(words[used], "for")
            && !(words.Length == used + 1 && IsOverride(words[used]));
        var named =
            isNamed && ReadNamed(command, string.Join(' ', words[used..]), ReadLock) is ParsedCommand.Do(var taking)
                ? TypedLock.Of(taking)
                : null;
        return new ParsedCommand.LengthAsName(
            command,
            asTyped,
            Excerpt(words, used),
            lengths,
            named is { Length: null } ? named : null
        );
    }
}
