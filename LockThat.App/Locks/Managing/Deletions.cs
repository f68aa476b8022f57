using LockThat.App.Locks.Stores;

namespace LockThat.App.Locks.Managing;

/// <summary>Takes deletions back. The history alone still knows what was deleted.</summary>
public sealed class Deletions(LockService locks, IHistoryStore history)
{
    // Little can have happened since in ten minutes.
    private const int Newest = 20;

    /// <summary>Takes back a deletion of a moment ago.</summary>
    /// <param name="asker">The one that deleted it.</param>
    /// <param name="id">The resource.</param>
    /// <returns>The command and its outcome; null when there is no such deletion of theirs.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot serve it; nothing was done.</exception>
    public async Task<(Restore Command, Outcome Outcome)?> TakeBack(
        Asker asker,
        ResourceId id,
        CancellationToken cancellationToken
    )
    {
        var newest = await history.Page(new(asker.Workspace.Team) { Resource = id, Count = Newest }, cancellationToken);
        // A second delivery of the same request finds it taken back, and gets the same answer.
        var gone = newest.Events.Select(stored => stored.Event).OfType<Deleted>().FirstOrDefault();
        if (gone is null || gone.Origin.By != asker.Actor)
            return null;
        var restore = new Restore(gone.Origin.Name, gone);
        return (restore, await locks.Execute(asker, restore, cancellationToken));
    }
}
