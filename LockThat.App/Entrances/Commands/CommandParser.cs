using System.Diagnostics;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Slack.Requests;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

/// <summary>Reads what a person typed behind <c>/lockthat</c>.</summary>
public static class CommandParser
{
    private const string OverrideWord = "override";

    /// <summary>Every text becomes some command, if only a question for help. Never throws.</summary>
    /// <param name="text">The <c>text</c> of a slash command, with Slack's escapes.</param>
    public static ParsedCommand Parse(string? text) => Read(SlackText.Plain(text ?? ""));

    /// <summary>The same for text without escapes, such as the words that a button carries.</summary>
    /// <param name="plain">Any text.</param>
    public static ParsedCommand Read(string plain)
    {
        var (word, behind) = TypedText.FirstWord(TypedText.Trim(plain));
        return WordOf(word) switch
        {
            _ when Bare(word).Length == 0 && behind.Length == 0 => new ParsedCommand.Help(),
            CommandWord.Help => new ParsedCommand.Help(WordOf(TypedText.FirstWord(behind).First)),
            CommandWord.List => new ParsedCommand.List(),
            CommandWord.Mine => new ParsedCommand.Mine(),
            CommandWord.Create => behind.Length == 0 ? new ParsedCommand.CreateForm() : ReadCreate(behind),
            CommandWord.Lock => behind.Length == 0
                ? new ParsedCommand.LockForm()
                : OrLength(CommandWord.Lock, behind, ReadNamed(CommandWord.Lock, behind, ReadLock)),
            CommandWord.Unlock => behind.Length == 0
                ? new ParsedCommand.UnlockAny()
                : ReadNamed(CommandWord.Unlock, behind, ReadUnlock),
            CommandWord.Extend => behind.Length == 0
                ? new ParsedCommand.ExtendForm()
                : OrLength(CommandWord.Extend, behind, ReadNamed(CommandWord.Extend, behind, ReadExtend)),
            CommandWord.Delete => behind.Length == 0
                ? new ParsedCommand.MissingName(CommandWord.Delete)
                : ReadNamed(CommandWord.Delete, behind, ReadDelete),
            null => new ParsedCommand.Help(UnknownWord: Characters.Excerpt(word)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The command that a word stands for, in any case and with any punctuation behind it; null for any other
    /// word.</summary>
    internal static CommandWord? WordOf(string word) => CommandCatalog.Find(Bare(word).ToLowerInvariant());

    /// <summary>A word in the form in which it is compared: punctuation behind it ("list.", "help!") and a byte order
    /// mark do not count.</summary>
    internal static string Bare(string word) => Characters.AsRead(word).TrimEnd('.', '!', '?', ',', ':', ';');

    private static ParsedCommand ReadCreate(string behind) =>
        ResourceName.Parse(behind) switch
        {
            NameParse.Parsed parsed => new ParsedCommand.Create(parsed.Name),
            NameParse.Refused refused => Bad(CommandWord.Create, behind, refused),
            _ => throw new UnreachableException(),
        };

    private static ParsedCommand ReadNamed(
        CommandWord command,
        string behind,
        Func<ResourceName, string, ParsedCommand> read
    )
    {
        var (typed, rest) = TypedText.First(behind);
        return ResourceName.Parse(typed) switch
        {
            NameParse.Parsed parsed => read(parsed.Name, rest),
            NameParse.Refused refused => Bad(command, typed, refused),
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
        var named = isNamed
            ? ReadNamed(command, string.Join(' ', words[used..]), ReadLock) as ParsedCommand.Lock
            : null;
        return new ParsedCommand.LengthAsName(
            command,
            asTyped,
            Excerpt(words, used),
            lengths,
            named is { Duration: null } ? named : null
        );
    }

    private static ParsedCommand.BadName Bad(CommandWord command, string typed, NameParse.Refused refused) =>
        new(command, Characters.Excerpt(typed), refused.Problem, refused.Suggestion);

    private static ParsedCommand ReadLock(ResourceName name, string rest)
    {
        var (words, isOverride) = TakeOverride(rest);
        return LockDuration.Read(words) switch
        {
            DurationRead.Refused refused => new ParsedCommand.BadDuration(CommandWord.Lock, name, refused.Problem),
            DurationRead.Found found => WithReason(
                new(name, found.Length, Override: isOverride),
                words.AsSpan(found.WordsUsed)
            ),
            DurationRead.Absent => WithReason(new(name, Override: isOverride), words),
            DurationRead.Unclear unclear => ReadUnclear(unclear, new(name, Override: isOverride), words),
            _ => throw new UnreachableException(),
        };
    }

    // The typed words may have been a reason after all.
    private static ParsedCommand ReadUnclear(DurationRead.Unclear unclear, ParsedCommand.Lock ask, string[] words)
    {
        string[] behind =
        [
            .. unclear.Behind.Length > 0 ? [unclear.Behind] : Array.Empty<string>(),
            .. words[unclear.WordsUsed..],
        ];
        var meant = unclear
            .Nearest.Select(length => WithReason(ask with { Duration = length }, behind))
            .Append(WithReason(ask, words))
            .ToList();
        return meant.Find(one => one is not ParsedCommand.Lock)
            ?? new ParsedCommand.UnclearDuration(CommandWord.Lock, ask.Name, Excerpt(words, unclear.WordsUsed), meant);
    }

    private static string Excerpt(ReadOnlySpan<string> words, int used) =>
        Characters.Excerpt(string.Join(' ', words[..used]));

    private static ParsedCommand WithReason(ParsedCommand.Lock ask, ReadOnlySpan<string> words)
    {
        var typed = TypedText.FromSeen(string.Join(' ', words));
        return Reason.Parse(
            TypedText.Quoted(typed) is { } quoted && quoted.End == typed.Length ? typed[1..quoted.Close] : typed
        ) switch
        {
            ReasonParse.None => ask,
            ReasonParse.Parsed parsed => ask with { Reason = parsed.Reason },
            ReasonParse.TooLong => new ParsedCommand.ReasonTooLong(ask.Name),
            _ => throw new UnreachableException(),
        };
    }

    private static ParsedCommand.Unlock ReadUnlock(ResourceName name, string rest) =>
        new(name, TakeOverride(rest).IsOverride);

    private static ParsedCommand.Delete ReadDelete(ResourceName name, string rest) => new(name);

    private static ParsedCommand ReadExtend(ResourceName name, string rest)
    {
        var words = TypedText.Words(rest);
        var by = words is [var first, ..] && Bare(first).Equals("by", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return LockDuration.Read(words.AsSpan(by)) switch
        {
            DurationRead.Refused refused => new ParsedCommand.BadDuration(CommandWord.Extend, name, refused.Problem),
            DurationRead.Found found => new ParsedCommand.Extend(name, found.Length),
            DurationRead.Unclear unclear => new ParsedCommand.UnclearDuration(
                CommandWord.Extend,
                name,
                Excerpt(words.AsSpan(by), unclear.WordsUsed),
                [.. unclear.Nearest.Select(length => new ParsedCommand.Extend(name, length))]
            ),
            DurationRead.Absent => new ParsedCommand.MissingDuration(name),
            _ => throw new UnreachableException(),
        };
    }

    private static (string[] Words, bool IsOverride) TakeOverride(string rest)
    {
        var words = TypedText.Words(rest);
        return words is [.. var before, var last] && IsOverride(last) ? (before, true) : (words, false);
    }

    internal static bool IsOverride(string word) => Is(word, OverrideWord);

    private static bool Is(string word, string expected) =>
        Characters.AsRead(word).Equals(expected, StringComparison.OrdinalIgnoreCase);
}
