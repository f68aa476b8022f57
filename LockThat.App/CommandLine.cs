namespace LockThat.App;

/// <summary>What the app was started for. Options (<c>--key value</c>, <c>key=value</c>) are settings, wherever they stand.</summary>
public abstract record CommandLine
{
    /// <summary>What an operator can type.</summary>
    public const string Usage =
        "Commands: check, health, backup FILE, restore FILE (FILE is relative to the current directory), forget-tokens. Without one LockThat serves.";

    private CommandLine()
    {
    }

    /// <summary>The arguments that are settings.</summary>
    public IReadOnlyList<string> Options { get; private init; } = [];

    /// <summary>Nothing but settings: serve.</summary>
    public sealed record Serve : CommandLine;

    /// <summary><c>check</c></summary>
    public sealed record Check : CommandLine;

    /// <summary><c>health</c></summary>
    public sealed record Health : CommandLine;

    /// <summary><c>backup FILE</c></summary>
    public sealed record Backup(string File) : CommandLine;

    /// <summary><c>restore FILE</c></summary>
    public sealed record Restore(string File) : CommandLine;

    /// <summary><c>forget-tokens</c></summary>
    public sealed record ForgetTokens : CommandLine;

    /// <summary>Asked what there is.</summary>
    public sealed record Help : CommandLine;

    /// <summary>A word that is no command, or too many or too few of them: serving is not what was meant.</summary>
    public sealed record Misspelt(string Fault) : CommandLine;

    /// <summary>Reads what stands behind the program's name.</summary>
    public static CommandLine Read(IReadOnlyList<string> arguments)
    {
        var (words, options) = Split(arguments);
        CommandLine read = words.ConvertAll(word => word.ToUpperInvariant()) switch
        {
            [] => new Serve(),
            ["HELP" or "--HELP" or "-HELP" or "-H" or "/H" or "-?" or "/?", ..] => new Help(),
            ["CHECK"] => new Check(),
            ["HEALTH"] => new Health(),
            ["FORGET-TOKENS"] => new ForgetTokens(),
            ["BACKUP", _] => new Backup(words[1]),
            ["RESTORE", _] => new Restore(words[1]),
            ["BACKUP" or "RESTORE"] => new Misspelt($"{words[0]} needs a FILE. {Usage}"),
            ["CHECK" or "HEALTH" or "BACKUP" or "RESTORE" or "FORGET-TOKENS", ..] => new Misspelt($"{words[0]} does not know what to do with {words[^1]}. {Usage}"),
            _ => new Misspelt($"LockThat has no command {words[0]}. {Usage}"),
        };
        return read with { Options = options };
    }

    private static (List<string> Words, List<string> Options) Split(IReadOnlyList<string> arguments)
    {
        var (words, options) = (new List<string>(), new List<string>());
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (!IsOption(argument, isFirst: words.Count == 0))
            {
                words.Add(argument);
                continue;
            }

            options.Add(argument);
            if (!argument.Contains('=', StringComparison.Ordinal) && at + 1 < arguments.Count)
                options.Add(arguments[++at]);
        }

        return (words, options);
    }

    // Behind a command, what begins with a slash is a path.
    private static bool IsOption(string argument, bool isFirst) =>
        argument.ToUpperInvariant() is not ("--HELP" or "-HELP" or "-H" or "/H" or "-?" or "/?")
        && (argument.StartsWith('-') || argument.Contains('=', StringComparison.Ordinal) || (isFirst && argument.StartsWith('/')));
}
