using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    /// <summary>Every command with an example.</summary>
    /// <param name="before">The mistake, if any.</param>
    public static Message Help(IWording words, Prose? before = null)
    {
        var intro = Prose.Join("\n", before ?? Prose.None, words.HelpIntro);
        var commands = Prose.Join(
            "\n",
            CommandCatalog.All.Select(entry => words.HelpLine(entry.Example, entry.Text(words)))
        );
        var durations = words.HelpOnDurations;
        return new(Prose.Join("\n", intro, commands, durations).Fallback)
        {
            Blocks = [SectionBlock.Of(intro), SectionBlock.Of(commands), ContextBlock.Of(durations)],
        };
    }

    /// <summary>How one command is used.</summary>
    /// <param name="command">The command.</param>
    /// <param name="before">The mistake, if any.</param>
    public static Message HelpOn(IWording words, CommandWord command, Prose? before = null)
    {
        var entry = CommandCatalog.Of(command);
        return Say(Prose.Join("\n", before ?? Prose.None, words.HelpOn(entry.Word, entry.Text(words), entry.Example)));
    }

    /// <summary>A name that cannot be one.</summary>
    /// <param name="command">The command, for the example.</param>
    /// <param name="typed">The typed text.</param>
    /// <param name="why">The mistake, in our words.</param>
    /// <param name="suggestion">A name that would do; null when there is none.</param>
    public static Message BadName(IWording words, CommandWord command, string typed, string why, string? suggestion) =>
        Say(words.BadName(typed, why, Example(command, suggestion ?? "test-site")));

    /// <summary>A duration that cannot be one.</summary>
    public static Message BadDuration(IWording words, CommandWord command, string name, Prose why) =>
        Say(words.BadDuration(why, Example(command, $"{name} 2h"), Example(command, $"{name} 45m")));

    public static Message ReasonTooLong(IWording words, string name, int characters) =>
        Say(words.ReasonTooLong(characters, Example(CommandWord.Lock, $"{name} 2h demo")));

    private static string Example(CommandWord command, string behind) =>
        $"/lockthat {CommandCatalog.Of(command).Word} {behind}";
}
