using LockThat.App.Locks;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances;

/// <summary>The messages with a row for each resource: the answers to commands that list, and the same messages drawn
/// again after a press on a row.</summary>
internal sealed class Listings(LockService locks)
{
    /// <summary>All resources of the workspace, or those that were asked for.</summary>
    public async Task<Message> All(Asker asker, ListFilter filter, CancellationToken cancellationToken) =>
        filter.Draw(
            ResourceLines.All(
                await locks.ListFor(asker.Workspace, asker.Reader.User, cancellationToken),
                asker.Reader,
                asker.Reader.Rules
            ),
            asker.Reader
        );

    /// <summary>The asker's locks, and what they wait for.</summary>
    public async Task<Message> Mine(Asker asker, CancellationToken cancellationToken)
    {
        var board = await locks.ListFor(asker.Workspace, asker.Reader.User, cancellationToken);
        return Replies.Mine(
            asker.Reader.Words(),
            ResourceLines.Own(board, asker.Reader, asker.Reader.Rules),
            ResourceLines.Awaited(board, asker.Reader, asker.Reader.Rules)
        );
    }

    /// <summary>The asker's locks.</summary>
    public async Task<IReadOnlyList<ResourceLine>> Own(Asker asker, CancellationToken cancellationToken) =>
        ResourceLines.Own(await locks.List(asker.Workspace, cancellationToken), asker.Reader, asker.Reader.Rules);

    /// <summary>The resources that the asker waits for.</summary>
    public async Task<IReadOnlyList<ResourceLine>> Awaited(Asker asker, CancellationToken cancellationToken) =>
        ResourceLines.Awaited(
            await locks.ListFor(asker.Workspace, asker.Reader.User, cancellationToken),
            asker.Reader,
            asker.Reader.Rules
        );

    /// <summary>The list in which a block stands, as it is now; null when it stands in none.</summary>
    /// <param name="blockId">The block of the button that was pressed.</param>
    public async Task<Message?> Around(string blockId, Asker asker, CancellationToken cancellationToken)
    {
        var words = asker.Reader.Words();
        return blockId switch
        {
            _ when Is(Ids.Blocks.List) => await All(asker, ListFilter.OfRow(blockId), cancellationToken),
            _ when Is(Ids.Blocks.Mine) => await Mine(asker, cancellationToken),
            _ when Is(Ids.Blocks.Which) => Replies.Mine(words, await Own(asker, cancellationToken), []),
            _ when Is(Ids.Blocks.Waits) => Replies.Waits(words, await Awaited(asker, cancellationToken)),
            _ => null,
        };

        bool Is(string list) => blockId.StartsWith(list, StringComparison.Ordinal);
    }
}
