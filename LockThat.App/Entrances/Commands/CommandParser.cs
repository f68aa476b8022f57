using System.Diagnostics;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;
using LockThat.Blocks.Commands;

namespace LockThat.App.Entrances.Commands;

/// <summary>Reads what a person typed behind <c>/lockthat</c>: each part of the class has the words of a family of
/// commands, and makes their commands of the core.</summary>
public static partial class CommandParser
{
    private const string OverrideWord = "override";
    private const string MoreWord = "more";

    /// <summary>Every text becomes some command, if only a question for help. Never throws.</summary>
    /// <param name="text">The <c>text</c> of a slash command, with Slack's escapes.</param>
    public static ParsedCommand Parse(string? text) => Read(SlackText.Plain(text ?? ""));

    /// <summary>The same for text without escapes, such as the words that a button carries.</summary>
    /// <param name="plain">Any text.</param>
    public static ParsedCommand Read(string plain)
    {
        var (word, behind) = TypedText.FirstWord(TypedText.Trim(plain));
        return WordOf(word) is { } command
            ? ReadLocking(command, behind)
                ?? ReadWaiting(command, behind)
                ?? ReadManaging(command, behind)
                ?? ReadLooking(command, behind)
                ?? throw new UnreachableException()
            : new ParsedCommand.Help(
                UnknownWord: Bare(word).Length == 0 && behind.Length == 0 ? null : Characters.Excerpt(word)
            );
    }

    /// <summary>The command that a word stands for, in any case and with any punctuation behind it; null for any other
    /// word.</summary>
    internal static CommandWord? WordOf(string word) => CommandCatalog.Find(Bare(word).ToLowerInvariant());

    /// <summary>A word in the form in which it is compared: punctuation behind it ("list.", "help!") and a byte order
    /// mark do not count.</summary>
    internal static string Bare(string word) => Characters.AsRead(word).TrimEnd('.', '!', '?', ',', ':', ';');

    internal static bool IsOverride(string word) => Is(word, OverrideWord);

    // The commands that look, and change nothing.
    private static ParsedCommand? ReadLooking(CommandWord command, string behind) =>
        command switch
        {
            CommandWord.Help => ReadHelp(TypedText.FirstWord(behind).First),
            CommandWord.List => ReadList(TypedText.First(behind).First),
            CommandWord.Mine => new ParsedCommand.Mine(),
            CommandWord.Show => ReadNamed(command, behind, (name, _) => new ParsedCommand.Show(name)),
            CommandWord.History when behind.Length == 0 => new ParsedCommand.History(null),
            CommandWord.History => ReadNamed(command, behind, (name, _) => new ParsedCommand.History(name)),
            _ => null,
        };

    private static ParsedCommand.List ReadList(string typed) =>
        new(new(ResourceName.Parse(typed) is NameParse.Parsed parsed ? parsed.Name.Display : typed));

    private static ParsedCommand.Help ReadHelp(string topic) =>
        Is(Bare(topic), MoreWord) ? new(IsWhole: true) : new(WordOf(topic));

    /// <summary>Reads the name behind a command's word, and leaves the rest to <paramref name="read"/>.</summary>
    private static ParsedCommand ReadNamed(
        CommandWord command,
        string behind,
        Func<ResourceName, string, ParsedCommand> read
    )
    {
        if (behind.Length == 0)
            return new ParsedCommand.MissingName(command);
        var (typed, rest) = TypedText.First(behind);
        return ResourceName.Parse(typed) switch
        {
            NameParse.Parsed parsed => read(parsed.Name, rest),
            NameParse.Refused refused => Bad(command, typed, refused),
            _ => throw new UnreachableException(),
        };
    }

    private static ParsedCommand.BadName Bad(CommandWord command, string typed, NameParse.Refused refused) =>
        new(command, Characters.Excerpt(typed), refused.Problem, refused.Suggestion);

    private static (string[] Words, bool IsOverride) TakeOverride(string rest)
    {
        var words = TypedText.Words(rest);
        return words is [.. var before, var last] && IsOverride(last) ? (before, true) : (words, false);
    }

    private static string Excerpt(ReadOnlySpan<string> words, int used) =>
        Characters.Excerpt(string.Join(' ', words[..used]));

    // The words behind "until".
    private static string Moment(string[] words, int used) => Excerpt(words.AsSpan(1), used - 1);

    private static bool Is(string word, string expected) =>
        Characters.AsRead(word).Equals(expected, StringComparison.OrdinalIgnoreCase);
}
