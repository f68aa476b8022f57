using System.Text;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Waiting;
using LockThat.Blocks;
using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Commands;

/// <summary>Writes a likely command as words that the parser reads back as the same command, and as the label of the
/// button that does it.</summary>
internal static class Suggestions
{
    private static readonly string[] Quotes = ["", "\"", "'", "`"];

    /// <summary>A suggestion of a command; null when no words express it, or too many.</summary>
    /// <param name="command">The command, for any state of the resource.</param>
    /// <param name="withReason">Whether the label has the reason, because the suggestions differ in it.</param>
    public static Suggestion? Of(IWording words, ResourceCommand command, bool withReason = false) =>
        Of(words, new ParsedCommand.Do(command), withReason);

    /// <summary>The same for what was typed, which may be no command before the clocks of the person are
    /// known.</summary>
    public static Suggestion? Of(IWording words, ParsedCommand asked, bool withReason = false) =>
        Writings(asked).FirstOrDefault(written => written.Length <= Limits.ButtonValue && ReadsAs(asked, written))
            is { } written
            ? new(Label(words, asked, written, withReason), written)
            : null;

    /// <summary>The same, with a label that says the resource alone.</summary>
    public static Suggestion? OfName(IWording words, ParsedCommand asked) =>
        Of(words, asked) is { } suggestion && TypedWish.In(asked) is { } typed
            ? suggestion with
            {
                Label = Label(words, new TypedWish(typed.Word, typed.Name, IsOverride: typed.IsOverride)),
            }
            : null;

    /// <summary>A suggestion of the typed words behind another command; null when they are too many.</summary>
    /// <param name="word">The command's word.</param>
    /// <param name="behind">The typed words behind it.</param>
    /// <param name="people">The people who are mentioned behind the name; only <c>give</c> does something with
    /// them.</param>
    public static Suggestion? Of(string word, string behind, IReadOnlyList<UserId> people)
    {
        var shown = string.Join(' ', [word, .. TypedText.Words(Shown(behind))]);
        var command =
            people.Count > 0 && CommandCatalog.Of(CommandWord.Give).Word == word
                ? string.Join(
                    ' ',
                    [word, TypedText.First(behind).First, .. people.Select(person => Mrkdwn.Mention(person.Value))]
                )
                : shown;
        return command.Length <= Limits.ButtonValue ? new(shown, command) { Shown = shown } : null;
    }

    private static IEnumerable<string> Writings(ParsedCommand asked)
    {
        if (TypedWish.In(asked) is { } typed)
            return Quotes.SelectMany(_ => Quotes, (name, reason) => string.Join(' ', Parts(typed, name, reason)));
        return (asked as ParsedCommand.Do)?.Command switch
        {
            Unlock unlock => Quoted("unlock", unlock, unlock.IsOverride ? " override" : ""),
            Create create => Quoted("create", create, ""),
            Delete delete => Quoted("delete", delete, ""),
            Leave leave => Quoted("leave", leave, ""),
            _ => [],
        };
    }

    private static IEnumerable<string> Quoted(string word, ResourceCommand command, string behind) =>
        Quotes.Select(quote => $"{word} {quote}{command.Name}{quote}{behind}");

    private static IEnumerable<string> Parts(TypedWish typed, string name, string reason)
    {
        yield return $"{CommandCatalog.Of(typed.Word).Word} {name}{typed.Name}{name}";
        if (typed.Length is { } length)
            yield return LockDuration.Describe(length);
        if (typed.Until is { } moment)
            yield return $"until {moment.Words}";
        if (typed.Reason is { } said)
            yield return $"{reason}{said}{reason}";
        if (typed.IsOverride)
            yield return "override";
    }

    // A resource may have a name like a length; the words then mean the resource, as long as it exists.
    private static bool ReadsAs(ParsedCommand asked, string written)
    {
        var read = CommandParser.Read(written);
        return (read is ParsedCommand.LengthAsName { AsTyped: var asTyped } ? asTyped : read) == asked;
    }

    private static string Label(IWording words, ParsedCommand asked, string written, bool withReason) =>
        TypedWish.In(asked) is { } typed ? Label(words, withReason ? typed : typed with { Reason = null }) : written;

    private static string Label(IWording words, TypedWish typed)
    {
        var (name, reason) = (typed.Name.Display, typed.Reason?.Value);
        var length = new TypedLengthLine(typed.Length, typed.Until?.Words);
        return typed switch
        {
            { IsOverride: true } => words.OverrideSuggestion(name, length, reason),
            { Word: CommandWord.Queue } => words.JoinSuggestion(name, length, reason),
            { Word: CommandWord.Ask } => words.AskSuggestion(name, length, reason),
            { Word: CommandWord.Extend } => words.ExtendSuggestion(name, length),
            _ => words.LockSuggestion(name, length, reason),
        };
    }

    // Invisible characters are left out, except the joiners of emoji and scripts.
    private static string Shown(string typed) =>
        string.Concat(
            typed
                .EnumerateRunes()
                .Where(rune =>
                    Rune.IsWhiteSpace(rune) || rune.Value is 0x200C or 0x200D || !Characters.IsInvisible(rune)
                )
        );
}
