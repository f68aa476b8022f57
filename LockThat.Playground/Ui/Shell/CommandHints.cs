namespace LockThat.Playground.Ui.Shell;

/// <summary>A command as the composer offers it.</summary>
public sealed record CommandHint(string Word, string Arguments, string Says)
{
    public string Inserted =>
        Arguments.Length == 0 ? $"{CommandHints.Command} {Word}" : $"{CommandHints.Command} {Word} ";
}

/// <summary>The commands that the composer offers while a slash command is typed.</summary>
public static class CommandHints
{
    public const string Command = "/lockthat";

    public static IReadOnlyList<string> Samples { get; } =
    [$"{Command} lock test-site 2 h demo", $"{Command} list", $"{Command} help"];

    private static readonly CommandHint[] All =
    [
        new("lock", "NAME [LENGTH] [REASON]", "Lock something, for a while and for a reason"),
        new("unlock", "NAME", "Let go of what you hold"),
        new("extend", "NAME LENGTH", "Hold it longer"),
        new("give", "NAME @PERSON", "Give your lock to somebody"),
        new("queue", "NAME [LENGTH] [REASON]", "Wait in line for what somebody has"),
        new("leave", "NAME", "Leave the line"),
        new("ask", "NAME [LENGTH] [MESSAGE]", "Ask the holder for it"),
        new("list", "", "See everything and who has it"),
        new("mine", "", "See what you hold"),
        new("show", "NAME", "See everything about one resource"),
        new("history", "[NAME]", "See what happened"),
        new("create", "NAME", "Add a resource without locking it"),
        new("delete", "NAME", "Remove a resource for good"),
        new("settings", "", "See and change the rules of your team"),
        new("help", "", "Show every command with an example"),
    ];

    /// <summary>The commands that the text may become; none once a command's word is complete.</summary>
    public static IReadOnlyList<CommandHint> For(string text)
    {
        if (!text.StartsWith('/') || text.Contains('\n', StringComparison.Ordinal))
            return [];
        if (!text.StartsWith(Command, StringComparison.OrdinalIgnoreCase))
            return Command.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? All : [];
        var rest = text[Command.Length..];
        if (rest.Length > 0 && rest[0] != ' ')
            return [];
        var word = rest.TrimStart();
        return word.Contains(' ', StringComparison.Ordinal)
            ? []
            : [.. All.Where(hint => hint.Word.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The arguments that may follow the command's word that has been typed.</summary>
    public static CommandHint? Typed(string text)
    {
        var words = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return
            words is [var command, var word, ..]
            && command.Equals(Command, StringComparison.OrdinalIgnoreCase)
            && For(text) is []
            ? All.FirstOrDefault(hint => hint.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
            : null;
    }
}
