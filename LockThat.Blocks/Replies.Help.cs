using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

public static partial class Replies
{
    private static readonly (string Word, string Usage, string Example, string What)[] Commands =
    [
        (
            "lock",
            "lock NAME [DURATION] [REASON…] [override]",
            "/lockthat lock test-site 2 h demo",
            "lock it, or renew your lock; `override` as the last word takes it over"
        ),
        ("unlock", "unlock NAME [override]", "/lockthat unlock test-site", "free it (also `release`)"),
        ("extend", "extend NAME DURATION", "/lockthat extend test-site 30m", "add to the end of your lock"),
        ("list", "list", "/lockthat list", "everything, and who has it"),
        ("mine", "mine", "/lockthat mine", "what you hold"),
        ("create", "create NAME", "/lockthat create test-site", "add a resource without locking it"),
        ("delete", "delete NAME", "/lockthat delete test-site", "remove a resource that nobody else holds"),
        ("help", "help", "/lockthat help", "this page"),
    ];

    /// <summary>Every command with an example.</summary>
    /// <param name="before">What was wrong, if anything.</param>
    public static Message Help(Prose? before = null)
    {
        var intro = Prose.Join(
            "\n",
            before ?? Prose.None,
            Prose.Of(
                $":wave: *LockThat* tells who is using the things your team shares. It is an *honour system*: nothing is blocked, everybody can see who has what."
            )
        );
        var commands = Prose.Join(
            "\n",
            Commands.Select(command => Prose.Of($"• {Example(command.Example)} — {new OwnWords(command.What)}"))
        );
        var durations = Prose.Of(
            $"Durations: {Example("45m")}, {Example("2h30m")}, {Example("1 day 12 hours")}, {Example("1.5h")}, {Example("3 weeks")}; a bare number is minutes. Without one a lock lasts for the default time."
        );
        return new(Prose.Join("\n", intro, commands, durations).Fallback)
        {
            Blocks =
            [
                new SectionBlock { Text = new Markdown(intro.Markdown) },
                new SectionBlock { Text = new Markdown(commands.Markdown) },
                new ContextBlock { Elements = [new Markdown(durations.Markdown)] },
            ],
        };
    }

    /// <summary>How one command is used.</summary>
    /// <param name="word">The command's word.</param>
    /// <param name="before">What was wrong, if anything.</param>
    public static Message HelpOn(string word, Prose? before = null)
    {
        var found = Array.Find(Commands, command => command.Word == word);
        return found == default
            ? Help(before)
            : Say(
                Prose.Join(
                    "\n",
                    before ?? Prose.None,
                    Prose.Of(
                        $"{Example($"/lockthat {found.Usage}")} — {new OwnWords(found.What)}. For example {Example(found.Example)}."
                    )
                )
            );
    }
}
