namespace LockThat.App.Operator;

/// <summary>The command that the app was started with. Options (<c>--key value</c>, <c>key=value</c>) are settings, in
/// any place.</summary>
public abstract record CommandLine
{
    /// <summary>The commands that an operator can type.</summary>
    public const string Usage =
        "Commands: check, health, backup FILE, restore FILE (FILE is relative to the current directory), migrate --from STORE --to STORE (each "
        + "a FILE or a connection string of PostgreSQL), forget-tokens. Without one LockThat serves.";

    private const string FromOption = "--from";
    private const string ToOption = "--to";

    private CommandLine() { }

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

    /// <summary><c>migrate --from STORE --to STORE</c></summary>
    public sealed record Migrate(string From, string To) : CommandLine
    {
        /// <summary>Only the type's name, because a connection string holds a password.</summary>
        public override string ToString() => nameof(Migrate);
    }

    /// <summary><c>forget-tokens</c></summary>
    public sealed record ForgetTokens : CommandLine;

    /// <summary>A question for the list of commands.</summary>
    public sealed record Help : CommandLine;

    /// <summary>A word that is no command, or too many or too few words: the operator did not mean to start the
    /// app.</summary>
    public sealed record Misspelt(string Fault) : CommandLine;

    /// <summary>Reads the words behind the program's name.</summary>
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
            ["BACKUP" or "RESTORE"] or ["BACKUP" or "RESTORE", ""] => new Misspelt($"{words[0]} needs a FILE. {Usage}"),
            ["BACKUP", _] => new Backup(words[1]),
            ["RESTORE", _] => new Restore(words[1]),
            ["MIGRATE"] => ReadMigrate(options),
            ["MIGRATE", ..] => OtherThanStores(),
            ["CHECK" or "HEALTH" or "BACKUP" or "RESTORE" or "FORGET-TOKENS", ..] => new Misspelt(
                $"{words[0]} does not know what to do with {words[^1]}. {Usage}"
            ),
            _ => new Misspelt($"LockThat has no command {words[0]}. {Usage}"),
        };
        return read with { Options = options };
    }

    /// <summary>Takes out the two options that are not settings.</summary>
    private static CommandLine ReadMigrate(List<string> options) =>
        (TakeAll(options, FromOption), TakeAll(options, ToOption)) switch
        {
            // Half a connection string: the shell split it.
            ([_], [_])
                when options.Exists(option =>
                    option is [not ('-' or '/'), ..] && option.Contains('=', StringComparison.Ordinal)
                ) => OtherThanStores(),
            ([{ Length: > 0 } from], [{ Length: > 0 } to]) => new Migrate(from, to),
            _ => new Misspelt($"migrate needs {FromOption} and {ToOption}, once each. {Usage}"),
        };

    // The word is not repeated, because it may hold a password.
    private static Misspelt OtherThanStores() =>
        new($"migrate knows {FromOption} and {ToOption} alone; a STORE with spaces stands in quotes. {Usage}");

    private static List<string> TakeAll(List<string> options, string name)
    {
        var (values, others) = (new List<string>(), new List<string>());
        for (var at = 0; at < options.Count; at++)
        {
            if (options[at].StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                values.Add(options[at][(name.Length + 1)..]);
            else if (options[at].Equals(name, StringComparison.OrdinalIgnoreCase))
                values.Add(options.ElementAtOrDefault(++at) ?? "");
            else
                others.Add(options[at]);
        }

        options.Clear();
        options.AddRange(others);
        return values;
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

    // Behind a command, a word that begins with a slash is a path.
    private static bool IsOption(string argument, bool isFirst) =>
        argument.ToUpperInvariant() is not ("--HELP" or "-HELP" or "-H" or "/H" or "-?" or "/?")
        && (
            argument.StartsWith('-')
            || argument.Contains('=', StringComparison.Ordinal)
            || (isFirst && argument.StartsWith('/'))
        );
}
