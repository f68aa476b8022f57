using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    /// <summary>The commands of a newcomer with an example each, and the way to the others.</summary>
    /// <param name="before">The mistake, if any.</param>
    public static Message Help(IWording words, Prose? before = null)
    {
        var intro = Prose.Join("\n", before ?? Prose.None, words.HelpIntro);
        var commands = Prose.Join(
            "\n",
            CommandCatalog
                .All.Where(entry => entry.IsForNewcomers)
                .Select(entry => words.HelpLine(entry.Example, entry.Text(words)))
        );
        var (lengths, more) = (words.HelpOnLengths, words.HelpOnMore);
        return new(Prose.Join("\n", intro, commands, lengths, more).Fallback)
        {
            Blocks =
            [
                SectionBlock.Of(intro),
                SectionBlock.Of(commands),
                ContextBlock.Of(lengths),
                ContextBlock.Of(more),
            ],
        };
    }

    /// <summary>All commands by group, and how each is typed.</summary>
    public static Message HelpMore(IWording words)
    {
        Prose[] groups =
        [
            .. CommandCatalog
                .All.GroupBy(entry => entry.Group)
                .OrderBy(group => group.Key)
                .Select(group =>
                    Prose.Join(
                        "\n",
                        [
                            Heading(words, group.Key),
                            .. group.Select(entry => words.HelpLine(Usage(words, entry), entry.Text(words))),
                        ]
                    )
                ),
        ];
        var more = words.HelpOnCommand;
        return new(Prose.Join("\n", [.. groups, more]).Fallback)
        {
            Blocks = [.. groups.Select(SectionBlock.Of), ContextBlock.Of(more)],
        };
    }

    /// <summary>How one command is used.</summary>
    /// <param name="command">The command.</param>
    /// <param name="before">The mistake, if any.</param>
    public static Message HelpOn(IWording words, CommandWord command, Prose? before = null)
    {
        var entry = CommandCatalog.Of(command);
        return One(
            Prose.Join("\n", before ?? Prose.None, words.HelpOn(entry.Word, entry.Text(words), entry.Example)),
            [],
            entry.HasLength ? words.HelpOnLengths : Prose.None
        );
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

    public static Message ReasonTooLong(IWording words, CommandWord command, string name, int characters) =>
        Say(
            command == CommandWord.Ask
                ? words.MessageTooLong(characters, Example(command, $"{name} 2h demo"))
                : words.ReasonTooLong(characters, Example(command, $"{name} 2h demo"))
        );

    private static Prose Heading(IWording words, CommandGroup group) =>
        group switch
        {
            CommandGroup.Locking => words.HelpOnLocking,
            CommandGroup.Waiting => words.HelpOnWaiting,
            CommandGroup.Looking => words.HelpOnLooking,
            CommandGroup.Managing => words.HelpOnManaging,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Usage(IWording words, CatalogEntry entry) =>
        $"/lockthat {entry.Word} {entry.Text(words).Arguments}".TrimEnd();

    private static string Example(CommandWord command, string behind) =>
        $"/lockthat {CommandCatalog.Of(command).Word} {behind}";
}
