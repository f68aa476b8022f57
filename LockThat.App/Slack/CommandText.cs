using System.Diagnostics;
using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>Reads what a person typed behind <c>/lockthat</c>.</summary>
public static class CommandText
{
    private const string OverrideWord = "override";

    /// <summary>Any text is some ask, if only one for help. Never throws.</summary>
    /// <param name="text">The <c>text</c> of a slash command, with Slack's escapes.</param>
    public static Ask Parse(string? text)
    {
        var typed = SlackText.Plain(text ?? "").Trim();
        var (word, behind) = Split(typed, WordEnd(typed));
        return WordOf(word) switch
        {
            _ when Bare(word).Length == 0 && behind.Length == 0 => new Ask.Help(),
            CommandWord.Help => new Ask.Help(WordOf(Split(behind, WordEnd(behind)).Word)),
            CommandWord.List => new Ask.List(),
            CommandWord.Mine => new Ask.Mine(),
            CommandWord.Create => behind.Length == 0 ? new Ask.CreateForm() : ReadCreate(behind),
            CommandWord.Lock => behind.Length == 0 ? new Ask.LockForm() : ReadNamed(CommandWord.Lock, behind, ReadLock),
            CommandWord.Unlock => behind.Length == 0 ? new Ask.UnlockAny() : ReadNamed(CommandWord.Unlock, behind, ReadUnlock),
            CommandWord.Extend => behind.Length == 0 ? new Ask.ExtendForm() : ReadNamed(CommandWord.Extend, behind, ReadExtend),
            CommandWord.Delete => behind.Length == 0 ? new Ask.MissingName(CommandWord.Delete) : ReadNamed(CommandWord.Delete, behind, ReadDelete),
            null => new Ask.Help(UnknownWord: Characters.Excerpt(word)),
            _ => throw new UnreachableException(),
        };
    }

    private static CommandWord? WordOf(string word) => Bare(word).ToLowerInvariant() switch
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

    // "list." and "help!" are clear enough, and so is a word pasted with a byte order mark.
    private static string Bare(string word) => Characters.WithoutInvisible(word).TrimEnd('.', '!', '?', ',', ':', ';');

    private static Ask ReadCreate(string behind) => ResourceName.Parse(behind) switch
    {
        NameParse.Parsed parsed => new Ask.Create(parsed.Name),
        NameParse.Refused refused => Bad(CommandWord.Create, behind, refused),
        _ => throw new UnreachableException(),
    };

    private static Ask ReadNamed(CommandWord command, string behind, Func<ResourceName, string, Ask> read)
    {
        var (typed, rest) = Split(behind, QuotedEnd(behind) ?? WordEnd(behind));
        return ResourceName.Parse(typed) switch
        {
            NameParse.Parsed parsed => read(parsed.Name, rest),
            NameParse.Refused refused => Bad(command, typed, refused),
            _ => throw new UnreachableException(),
        };
    }

    private static Ask.BadName Bad(CommandWord command, string typed, NameParse.Refused refused) =>
        new(command, Characters.Excerpt(typed), refused.Problem, refused.Suggestion);

    private static Ask ReadLock(ResourceName name, string rest)
    {
        var (words, isOverride) = TakeOverride(rest);
        return LockDuration.Read(words) switch
        {
            DurationRead.Refused refused => new Ask.BadDuration(CommandWord.Lock, name, refused.Problem),
            DurationRead.Found found => WithReason(new(name, found.Length, Override: isOverride), words.AsSpan(found.WordsUsed)),
            DurationRead.Absent => WithReason(new(name, Override: isOverride), words),
            _ => throw new UnreachableException(),
        };
    }

    private static Ask WithReason(Ask.Lock ask, ReadOnlySpan<string> words)
    {
        var typed = string.Join(' ', words);
        var isQuoted = QuotedEnd(typed) == typed.Length;
        return Reason.Parse(isQuoted ? typed[1..^1] : typed) switch
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
        var words = Words(rest);
        var by = words is [var first, ..] && first.Equals("by", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return LockDuration.Read(words.AsSpan(by)) switch
        {
            DurationRead.Refused refused => new Ask.BadDuration(CommandWord.Extend, name, refused.Problem),
            DurationRead.Found found => new Ask.Extend(name, found.Length),
            DurationRead.Absent => new Ask.MissingDuration(name),
            _ => throw new UnreachableException(),
        };
    }

    private static (string[] Words, bool IsOverride) TakeOverride(string rest)
    {
        var words = Words(rest);
        return words is [.. var before, var last] && last.Equals(OverrideWord, StringComparison.OrdinalIgnoreCase) ? (before, true) : (words, false);
    }

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static (string Word, string Behind) Split(string text, int at) => (text[..at], text[at..].TrimStart());

    private static int WordEnd(string text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }

    /// <summary>Where a text that begins with a quote (or backtick) is closed: at the mate that ends a word.</summary>
    private static int? QuotedEnd(string text)
    {
        for (var i = 1; i < text.Length; i++)
            if ((i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && ClosesName(text[0], text[i]))
                return i + 1;

        return null;
    }

    private static bool ClosesName(char opening, char closing) => Characters.ArePair(opening, closing) || (opening == '`' && closing == '`');
}
