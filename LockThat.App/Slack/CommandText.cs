using System.Diagnostics;
using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>Reads what a person typed behind <c>/lockthat</c>.</summary>
public static class CommandText
{
    private const string OverrideWord = "override";

    /// <summary>Any text is some ask, if only one for help. Never throws.</summary>
    /// <param name="text">The <c>text</c> of a slash command, with Slack's escapes.</param>
    public static Ask Parse(string? text) => Read(SlackText.Plain(text ?? ""));

    /// <summary>The same of what has no escapes: the words that a button carries.</summary>
    /// <param name="plain">Any text.</param>
    public static Ask Read(string plain)
    {
        var (word, behind) = TypedText.FirstWord(TypedText.Trim(plain));
        return WordOf(word) switch
        {
            _ when Bare(word).Length == 0 && behind.Length == 0 => new Ask.Help(),
            CommandWord.Help => new Ask.Help(WordOf(TypedText.FirstWord(behind).First)),
            CommandWord.List => new Ask.List(),
            CommandWord.Mine => new Ask.Mine(),
            CommandWord.Create => behind.Length == 0 ? new Ask.CreateForm() : ReadCreate(behind),
            CommandWord.Lock => behind.Length == 0
                ? new Ask.LockForm()
                : OrLength(CommandWord.Lock, behind, ReadNamed(CommandWord.Lock, behind, ReadLock)),
            CommandWord.Unlock => behind.Length == 0
                ? new Ask.UnlockAny()
                : ReadNamed(CommandWord.Unlock, behind, ReadUnlock),
            CommandWord.Extend => behind.Length == 0
                ? new Ask.ExtendForm()
                : OrLength(CommandWord.Extend, behind, ReadNamed(CommandWord.Extend, behind, ReadExtend)),
            CommandWord.Delete => behind.Length == 0
                ? new Ask.MissingName(CommandWord.Delete)
                : ReadNamed(CommandWord.Delete, behind, ReadDelete),
            null => new Ask.Help(UnknownWord: Characters.Excerpt(word)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The command that a word is, in whatever case and with whatever stands behind it; null for any other
    /// word.</summary>
    internal static CommandWord? WordOf(string word) =>
        Bare(word).ToLowerInvariant() switch
        {
            "help" => CommandWord.Help,
            "create" => CommandWord.Create,
            "lock" => CommandWord.Lock,
            "unlock" or "release" => CommandWord.Unlock,
            "extend" => CommandWord.Extend,
            "delete" => CommandWord.Delete,
            "list" => CommandWord.List,
            "mine" => CommandWord.Mine,
            _ => null,
        };

    /// <summary>A word as it is to be compared: "list." and "help!" are clear enough, and so is a word pasted with a
    /// byte order mark.</summary>
    internal static string Bare(string word) => Characters.AsRead(word).TrimEnd('.', '!', '?', ',', ':', ';');

    private static Ask ReadCreate(string behind) =>
        ResourceName.Parse(behind) switch
        {
            NameParse.Parsed parsed => new Ask.Create(parsed.Name),
            NameParse.Refused refused => Bad(CommandWord.Create, behind, refused),
            _ => throw new UnreachableException(),
        };

    private static Ask ReadNamed(CommandWord command, string behind, Func<ResourceName, string, Ask> read)
    {
        var (typed, rest) = TypedText.First(behind);
        return ResourceName.Parse(typed) switch
        {
            NameParse.Parsed parsed => read(parsed.Name, rest),
            NameParse.Refused refused => Bad(command, typed, refused),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A length in a name's place: the name was forgotten, or stands behind it.</summary>
    private static Ask OrLength(CommandWord command, string behind, Ask asTyped)
    {
        // As most names begin.
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
        var named = isNamed ? ReadNamed(command, string.Join(' ', words[used..]), ReadLock) as Ask.Lock : null;
        return new Ask.LengthAsName(
            command,
            asTyped,
            Excerpt(words, used),
            lengths,
            named is { Duration: null } ? named : null
        );
    }

    private static Ask.BadName Bad(CommandWord command, string typed, NameParse.Refused refused) =>
        new(command, Characters.Excerpt(typed), refused.Problem, refused.Suggestion);

    private static Ask ReadLock(ResourceName name, string rest)
    {
        var (words, isOverride) = TakeOverride(rest);
        return LockDuration.Read(words) switch
        {
            DurationRead.Refused refused => new Ask.BadDuration(CommandWord.Lock, name, refused.Problem),
            DurationRead.Found found => WithReason(
                new(name, found.Length, Override: isOverride),
                words.AsSpan(found.WordsUsed)
            ),
            DurationRead.Absent => WithReason(new(name, Override: isOverride), words),
            DurationRead.Unclear unclear => ReadUnclear(unclear, new(name, Override: isOverride), words),
            _ => throw new UnreachableException(),
        };
    }

    // What was typed may after all have been a reason.
    private static Ask ReadUnclear(DurationRead.Unclear unclear, Ask.Lock ask, string[] words)
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
        return meant.Find(one => one is not Ask.Lock)
            ?? new Ask.UnclearDuration(CommandWord.Lock, ask.Name, Excerpt(words, unclear.WordsUsed), meant);
    }

    private static string Excerpt(ReadOnlySpan<string> words, int used) =>
        Characters.Excerpt(string.Join(' ', words[..used]));

    private static Ask WithReason(Ask.Lock ask, ReadOnlySpan<string> words)
    {
        var typed = TypedText.FromSeen(string.Join(' ', words));
        return Reason.Parse(
            TypedText.Quoted(typed) is { } quoted && quoted.End == typed.Length ? typed[1..quoted.Close] : typed
        ) switch
        {
            ReasonParse.None => ask,
            ReasonParse.Parsed parsed => ask with { Reason = parsed.Reason },
            ReasonParse.TooLong => new Ask.ReasonTooLong(ask.Name),
            _ => throw new UnreachableException(),
        };
    }

    private static Ask.Unlock ReadUnlock(ResourceName name, string rest) => new(name, TakeOverride(rest).IsOverride);

    private static Ask.Delete ReadDelete(ResourceName name, string rest) => new(name);

    private static Ask ReadExtend(ResourceName name, string rest)
    {
        var words = TypedText.Words(rest);
        var by = words is [var first, ..] && Bare(first).Equals("by", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return LockDuration.Read(words.AsSpan(by)) switch
        {
            DurationRead.Refused refused => new Ask.BadDuration(CommandWord.Extend, name, refused.Problem),
            DurationRead.Found found => new Ask.Extend(name, found.Length),
            DurationRead.Unclear unclear => new Ask.UnclearDuration(
                CommandWord.Extend,
                name,
                Excerpt(words.AsSpan(by), unclear.WordsUsed),
                [.. unclear.Nearest.Select(length => new Ask.Extend(name, length))]
            ),
            DurationRead.Absent => new Ask.MissingDuration(name),
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
