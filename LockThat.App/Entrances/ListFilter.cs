using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances;

/// <summary>The word behind <c>list</c>: <c>free</c>, or a part of a name.</summary>
/// <param name="Word">As typed; empty for everything.</param>
public readonly record struct ListFilter(string Word)
{
    private const string FreeWord = "free";
    private static readonly string[] AllWords = ["", "all", "everything"];

    /// <summary>Everything is listed.</summary>
    public static ListFilter None { get; } = new("");

    private bool IsFree => Word.Equals(FreeWord, StringComparison.OrdinalIgnoreCase);

    private bool IsAll => AllWords.Contains(Word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Case makes no difference.</summary>
    public bool Equals(ListFilter other) => Word.Equals(other.Word, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Word.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The list that a message has, from the id of a row in it.</summary>
    public static ListFilter OfRow(string blockId) => blockId.Split(Between, 3) is [_, _, var word] ? new(word) : None;

    /// <summary>The list.</summary>
    /// <param name="lines">All resources of the workspace, sorted by name.</param>
    internal Message Draw(IReadOnlyList<ResourceLine> lines, Reader reader)
    {
        var words = reader.Words();
        if (IsAll || lines.Count == 0)
            return Replies.List(words, lines);
        var search = NameSearch.For(Word);
        IReadOnlyList<ResourceLine> found =
        [
            .. IsFree
                ? lines.Where(line => line.IsFree)
                : lines.Where(line => search.Finds(ResourceName.Of(line.Name))),
        ];
        return found switch
        {
            [] when IsFree => Replies.Say(words.NothingFree),
            [] => Replies.Say(words.NothingNamed(Characters.Excerpt(Word))),
            _ => Replies.List(words, found, $"{Between}{Word}"),
        };
    }

    private const char Between = ':';
}
