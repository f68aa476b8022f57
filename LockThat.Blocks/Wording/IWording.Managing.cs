using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The commands for the resources themselves: how they are explained, their results and their past.
public partial interface IWording
{
    /// <summary>Explains <c>create</c>.</summary>
    CommandText CreateCommand { get; }

    /// <summary>Explains <c>delete</c>.</summary>
    CommandText DeleteCommand { get; }

    /// <summary>There is a new resource.</summary>
    Prose Created(ResourceLine line);

    /// <summary>There is one of that name.</summary>
    Prose Exists(ResourceLine line);

    /// <summary>The workspace has as many resources as it may have.</summary>
    Prose TooMany(int max);

    /// <summary>The resource is no more.</summary>
    /// <param name="lost">The losses that it brought.</param>
    Prose Deleted(string name, DeletionLine lost);

    /// <summary>Another person holds it.</summary>
    Prose NotDeleted(ResourceLine line);

    /// <summary>It was created.</summary>
    Prose HistoryCreated(EventLine line);

    /// <summary>It was deleted.</summary>
    Prose HistoryDeleted(EventLine line);

    /// <summary>A person who waited in line, or had the turn, has no account any more.</summary>
    Prose HistoryWaitsNoMore(EventLine line);

    /// <summary>The account of somebody ended, and what they had with it.</summary>
    Prose HistoryReleased(EventLine line);
}
