using System.Collections.Immutable;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Commands;

/// <summary>The commands of <c>/lockthat</c>; <see cref="CommandCatalog"/> says how each is typed.</summary>
public enum CommandWord
{
    Help,
    Create,
    Lock,
    Unlock,
    Extend,
    Delete,
    List,
    Mine,
    History,
    Show,
    Queue,
    Leave,
    Ask,
    Give,
    Settings,
}

/// <summary>The subject of commands; all commands are listed by it.</summary>
public enum CommandGroup
{
    /// <summary>Taking a resource, keeping it and letting it go.</summary>
    Locking,

    /// <summary>Waiting for a resource that another has.</summary>
    Waiting,

    /// <summary>Looking, without a change.</summary>
    Looking,

    /// <summary>The resources themselves.</summary>
    Managing,
}

/// <summary>Every command, once, in the order of help: typed words are read by it, help lists it, and mistyped words
/// are compared with it. Help shows those of a newcomer, with an example each; <c>help more</c> lists all.</summary>
public static class CommandCatalog
{
    /// <summary>A time in the place of a length, in an example.</summary>
    public const string UntilTime = "until 17:30";

    /// <summary>A day in the place of a length, in an example.</summary>
    public const string UntilDay = "until fri";

    /// <summary>All of them.</summary>
    public static ImmutableArray<CatalogEntry> All { get; } =
    [
        new(CommandWord.Lock, CommandGroup.Locking, "lock", "test-site 2 h demo", words => words.LockCommand)
        {
            HasLength = true,
            IsForNewcomers = true,
        },
        new(CommandWord.Unlock, CommandGroup.Locking, "unlock", "test-site", words => words.UnlockCommand)
        {
            Alias = "release",
            IsForNewcomers = true,
        },
        new(CommandWord.Extend, CommandGroup.Locking, "extend", "test-site 30m", words => words.ExtendCommand)
        {
            HasLength = true,
            IsForNewcomers = true,
        },
        new(CommandWord.Give, CommandGroup.Locking, "give", "test-site @ada", words => words.GiveCommand),
        new(CommandWord.Queue, CommandGroup.Waiting, "queue", "test-site 1h demo", words => words.QueueCommand)
        {
            HasLength = true,
        },
        new(CommandWord.Leave, CommandGroup.Waiting, "leave", "test-site", words => words.LeaveCommand),
        new(CommandWord.Ask, CommandGroup.Waiting, "ask", "test-site 1h quick fix", words => words.AskCommand)
        {
            HasLength = true,
        },
        new(CommandWord.List, CommandGroup.Looking, "list", "", words => words.ListCommand) { IsForNewcomers = true },
        new(CommandWord.Mine, CommandGroup.Looking, "mine", "", words => words.MineCommand) { IsForNewcomers = true },
        new(CommandWord.Show, CommandGroup.Looking, "show", "test-site", words => words.ShowCommand),
        new(CommandWord.History, CommandGroup.Looking, "history", "test-site", words => words.HistoryCommand),
        new(CommandWord.Create, CommandGroup.Managing, "create", "test-site", words => words.CreateCommand)
        {
            IsForNewcomers = true,
        },
        new(CommandWord.Delete, CommandGroup.Managing, "delete", "test-site", words => words.DeleteCommand)
        {
            IsForNewcomers = true,
        },
        new(CommandWord.Settings, CommandGroup.Managing, "settings", "", words => words.SettingsCommand),
        new(CommandWord.Help, CommandGroup.Looking, "help", "", words => words.HelpCommand) { IsForNewcomers = true },
    ];

    /// <summary>Every word that is a command.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [.. All.SelectMany(entry => new[] { entry.Word, entry.Alias }).OfType<string>()];

    /// <summary>The entry of a command.</summary>
    public static CatalogEntry Of(CommandWord command) => All.First(entry => entry.Command == command);

    /// <summary>The command of a word; null for any other word.</summary>
    /// <param name="word">In lower case.</param>
    public static CommandWord? Find(string word)
    {
        foreach (var entry in All)
        {
            if (entry.Word == word || entry.Alias == word)
                return entry.Command;
        }

        return null;
    }
}

/// <summary>One command: its words, and its explanation.</summary>
/// <param name="Command">The command.</param>
/// <param name="Group">Its subject.</param>
/// <param name="Word">The word behind <c>/lockthat</c>, in lower case; the same in every language.</param>
/// <param name="Arguments">The words behind it in an example; empty for nothing.</param>
/// <param name="Text">Explains it.</param>
public sealed record CatalogEntry(
    CommandWord Command,
    CommandGroup Group,
    string Word,
    string Arguments,
    Func<IWording, CommandText> Text
)
{
    /// <summary>Another word for it; null for none.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether it is typed with a length.</summary>
    public bool HasLength { get; init; }

    /// <summary>Whether help shows it to everybody; the others are in the list of all commands.</summary>
    public bool IsForNewcomers { get; init; }

    /// <summary>A whole command that works: <c>/lockthat lock test-site 2 h demo</c>.</summary>
    public string Example => $"/lockthat {Word} {Arguments}".TrimEnd();
}
