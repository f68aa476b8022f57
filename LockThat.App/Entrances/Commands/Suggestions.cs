using System.Text;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
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
    /// <param name="ask">A lock, an extension, or any command that needs only a resource.</param>
    /// <param name="withReason">Whether the label has the reason, because the suggestions differ in it.</param>
    public static Suggestion? Of(IWording words, ParsedCommand ask, bool withReason = false) =>
        Writings(ask).FirstOrDefault(command => command.Length <= Limits.ButtonValue && ReadsAs(ask, command))
            is { } written
            ? new(Label(words, ask, written, withReason), written)
            : null;

    /// <summary>A suggestion of the typed words behind another command; null when they are too many.</summary>
    /// <param name="word">The command's word.</param>
    /// <param name="behind">The typed words behind it.</param>
    public static Suggestion? Of(string word, string behind)
    {
        var command = string.Join(' ', [word, .. TypedText.Words(Shown(behind))]);
        return command.Length <= Limits.ButtonValue ? new(command, command) : null;
    }

    private static IEnumerable<string> Writings(ParsedCommand ask)
    {
        if (ask is ParsedCommand.Lock locking)
            return Quotes.SelectMany(_ => Quotes, (name, reason) => string.Join(' ', Parts(locking, name, reason)));

        var (word, behind) =
            ask is ParsedCommand.Extend extend ? ("extend", $" {LockDuration.Describe(extend.Duration)}")
            : ask is ParsedCommand.Unlock unlock ? ("unlock", unlock.Override ? " override" : "")
            : (ask is ParsedCommand.Create ? "create" : "delete", "");
        return Quotes.Select(quote => $"{word} {quote}{ask.About}{quote}{behind}");
    }

    private static IEnumerable<string> Parts(ParsedCommand.Lock ask, string name, string reason)
    {
        yield return $"lock {name}{ask.Name}{name}";
        if (ask.Duration is { } length)
            yield return LockDuration.Describe(length);
        if (ask.Reason is { } said)
            yield return $"{reason}{said}{reason}";
        if (ask.Override)
            yield return "override";
    }

    // A resource may have a name like a length; the words then mean the resource, as long as it exists.
    private static bool ReadsAs(ParsedCommand ask, string command)
    {
        var read = CommandParser.Read(command);
        return read == ask || (read is ParsedCommand.LengthAsName { AsTyped: var asTyped } && asTyped == ask);
    }

    private static string Label(IWording words, ParsedCommand ask, string written, bool withReason)
    {
        if (ask is ParsedCommand.Extend extend)
            return words.ExtendSuggestion(extend.Name.Display, extend.Duration);
        if (ask is not ParsedCommand.Lock @lock)
            return written;

        var (name, reason) = (@lock.Name.Display, withReason ? @lock.Reason?.Value : null);
        return @lock.Override
            ? words.OverrideSuggestion(name, @lock.Duration, reason)
            : words.LockSuggestion(name, @lock.Duration, reason);
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
