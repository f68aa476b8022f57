using System.Diagnostics;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Time.Moments;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

// A name, a length and a reason, which several commands are typed with.
public static partial class CommandParser
{
    /// <summary>Reads a wish for a resource. A length in the place of the name is asked about.</summary>
    private static ParsedCommand ReadWish(CommandWord command, string behind) =>
        OrLength(command, behind, ReadNamed(command, behind, (name, rest) => ReadWish(command, name, rest)));

    private static ParsedCommand ReadWish(CommandWord command, ResourceName name, string rest)
    {
        var (words, isOverride) = command == CommandWord.Lock ? TakeOverride(rest) : (TypedText.Words(rest), false);
        var ask = new TypedWish(command, name, IsOverride: isOverride);
        return MomentReader.Read(words) switch
        {
            MomentRead.Found(var moment, var used) => WithReason(ask with { Until = moment }, words.AsSpan(used)),
            MomentRead.Unclear unclear => ReadUnclear(unclear, ask, words),
            MomentRead.Absent => ReadLength(ask, words),
            _ => throw new UnreachableException(),
        };
    }

    private static ParsedCommand ReadLength(TypedWish ask, string[] words) =>
        LockDuration.Read(words) switch
        {
            DurationRead.Refused refused => new ParsedCommand.BadDuration(ask.Word, ask.Name, refused.Problem),
            DurationRead.Found found => WithReason(ask with { Length = found.Length }, words.AsSpan(found.WordsUsed)),
            DurationRead.Absent => WithReason(ask, words),
            DurationRead.Unclear unclear => ReadUnclear(unclear, ask, words),
            _ => throw new UnreachableException(),
        };

    // "until 25:00". The typed words may have been a reason after all.
    private static ParsedCommand ReadUnclear(MomentRead.Unclear unclear, TypedWish ask, string[] words)
    {
        var meant = unclear
            .Nearest.Select(length => WithReason(ask.For(length), words.AsSpan(unclear.WordsUsed)))
            .Append(WithReason(ask, words))
            .ToList();
        return meant.Find(one => one is not (ParsedCommand.Do or ParsedCommand.Until))
            ?? new ParsedCommand.UnclearMoment(ask.Word, ask.Name, Moment(words, unclear.WordsUsed), meant);
    }

    // The typed words may have been a reason after all.
    private static ParsedCommand ReadUnclear(DurationRead.Unclear unclear, TypedWish ask, string[] words)
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
                ask.Word,
                ask.Name,
                Excerpt(words, unclear.WordsUsed),
                [.. meant.OfType<ParsedCommand.Do>().Select(one => one.Command)]
            );
    }

    private static ParsedCommand WithReason(TypedWish ask, ReadOnlySpan<string> words)
    {
        var typed = TypedText.FromSeen(string.Join(' ', words));
        return Reason.Parse(
            TypedText.Quoted(typed) is { } quoted && quoted.End == typed.Length ? typed[1..quoted.Close] : typed
        ) switch
        {
            ReasonParse.None => ask.Asked,
            ReasonParse.Parsed parsed => (ask with { Reason = parsed.Reason }).Asked,
            ReasonParse.TooLong => new ParsedCommand.ReasonTooLong(ask.Word, ask.Name),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A length in the place of the name: the name was forgotten, or stands behind the length.</summary>
    private static ParsedCommand OrLength(CommandWord command, string behind, ParsedCommand asTyped)
    {
        // Fast path: most names begin with another character.
        if (char.IsAsciiLetter(behind[0]) && behind[0] is not ('f' or 'F' or 'u' or 'U' or 't' or 'T'))
            return asTyped;
        var words = TypedText.Words(behind);
        var moment = MomentReader.Read(words);
        if (moment is MomentRead.Absent && !LockDuration.IsPlain(words))
            return asTyped;
        var (lengths, used) = moment switch
        {
            MomentRead.Found found => ([new TypedLength.Until(found.Moment)], found.WordsUsed),
            MomentRead.Unclear(var nearest, var taken) => (nearest, taken),
            MomentRead.Absent => DurationOf(words),
            _ => throw new UnreachableException(),
        };
        return new ParsedCommand.LengthAsName(
            command,
            asTyped,
            Excerpt(words, used),
            lengths,
            Named(command, words, used) is { Length: null } named ? named : null
        )
        {
            IsMoment = moment is not MomentRead.Absent,
        };
    }

    private static (IReadOnlyList<TypedLength> Lengths, int Used) DurationOf(string[] words) =>
        LockDuration.Read(words) switch
        {
            DurationRead.Found(var length, var used) => ([new TypedLength.For(length)], used),
            DurationRead.Unclear(var nearest, var used, _) => (
                [.. nearest.Select(length => new TypedLength.For(length))],
                used
            ),
            DurationRead.Refused or DurationRead.Absent => ([], 1),
            _ => throw new UnreachableException(),
        };

    // The wish for a name behind the length; extending has no such form.
    private static TypedWish? Named(CommandWord command, string[] words, int used)
    {
        var isNamed =
            command != CommandWord.Extend
            && words.Length > used
            && !Is(words[used], "for")
            && !(words.Length == used + 1 && IsOverride(words[used]));
        return
            isNamed
            && ReadNamed(command, string.Join(' ', words[used..]), (name, rest) => ReadWish(command, name, rest))
                is ParsedCommand.Do(var wish)
            ? TypedWish.Of(wish)
            : null;
    }
}
