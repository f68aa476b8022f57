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
}

/// <summary>Every command, once, in the order of help: typed words are read by it, help lists it, and mistyped words
/// are compared with it.</summary>
public static class CommandCatalog
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<CatalogEntry> All { get; } =
    [
        new(CommandWord.Lock, "lock", "test-site 2 h demo", words => words.LockCommand),
        new(CommandWord.Unlock, "unlock", "test-site", words => words.UnlockCommand) { Alias = "release" },
        new(CommandWord.Extend, "extend", "test-site 30m", words => words.ExtendCommand),
        new(CommandWord.List, "list", "", words => words.ListCommand),
        new(CommandWord.Mine, "mine", "", words => words.MineCommand),
        new(CommandWord.Show, "show", "test-site", words => words.ShowCommand),
        new(CommandWord.History, "history", "test-site", words => words.HistoryCommand),
        new(CommandWord.Create, "create", "test-site", words => words.CreateCommand),
        new(CommandWord.Delete, "delete", "test-site", words => words.DeleteCommand),
        new(CommandWord.Help, "help", "", words => words.HelpCommand),
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
/// <param name="Word">The word behind <c>/lockthat</c>, in lower case; the same in every language.</param>
/// <param name="Arguments">The words behind it in an example; empty for nothing.</param>
/// <param name="Text">Explains it.</param>
public sealed record CatalogEntry(CommandWord Command, string Word, string Arguments, Func<IWording, CommandText> Text)
{
    /// <summary>Another word for it; null for none.</summary>
    public string? Alias { get; init; }

    /// <summary>A whole command that works: <c>/lockthat lock test-site 2 h demo</c>.</summary>
    public string Example => $"/lockthat {Word} {Arguments}".TrimEnd();
}
