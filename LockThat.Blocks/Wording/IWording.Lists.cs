using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The commands that list: how they are explained, and the words around the rows.
public partial interface IWording
{
    /// <summary>Explains <c>list</c>.</summary>
    CommandText ListCommand { get; }

    /// <summary>Explains <c>mine</c>.</summary>
    CommandText MineCommand { get; }

    /// <summary>Nothing is free.</summary>
    Prose NothingFree { get; }

    /// <summary>No resource has this in its name.</summary>
    Prose NothingNamed(string part);

    /// <summary>Heads the list of all resources.</summary>
    /// <param name="turns">Those that are somebody's turn: neither held nor free.</param>
    Prose ListHeading(int all, int own, int others, int turns, int free);

    /// <summary>There is nothing to list.</summary>
    Prose NothingListed { get; }

    /// <summary>Heads the list of the reader's locks.</summary>
    Prose MineHeading(int own);

    /// <summary>The reader has no lock.</summary>
    Prose NothingHeld { get; }

    /// <summary>Heads the list of the reader's locks, when it is not clear which to unlock.</summary>
    Prose WhichHeading(int own);

    /// <summary>Ends a list that does not fit into one message.</summary>
    /// <param name="count">How many more there are.</param>
    Prose More(int count);
}
