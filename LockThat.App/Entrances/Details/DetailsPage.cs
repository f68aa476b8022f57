using LockThat.App.Entrances.Past;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.App.Surfaces;
using LockThat.Blocks.Details;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Details;

/// <summary>The page of a resource: drawn when it is opened, and after each press on it.</summary>
internal sealed class DetailsPage(LockService locks, IHistoryStore history, HistoryLines lines)
{
    private const int Events = 5;

    /// <summary>The page; null when there is no such resource.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="name">The resource.</param>
    /// <param name="said">The result of a press on the page, if any.</param>
    public async Task<ModalViewDefinition?> Draw(
        ModalMemory memory,
        Workspace workspace,
        Reader reader,
        ResourceName name,
        Message? said,
        CancellationToken cancellationToken
    )
    {
        var (found, now) = await locks.Look(workspace, name, cancellationToken);
        if (found is null)
            return null;
        var words = reader.Words();
        var page = await history.Page(new(workspace.Team) { Resource = found.Id, Count = Events }, cancellationToken);
        return DetailsModal.For(
            words,
            memory,
            ResourceLines.Of(found, reader, reader.Rules, now),
            ResourceLines.InLine(found, reader.Rules, now),
            await lines.Of(workspace.Team, page.Events, words, cancellationToken),
            HistoryPages.Value((found.Id, found.Name)),
            said
        );
    }

    /// <summary>The page after a press on it, or on a form that lies on it, and the place where it was
    /// opened.</summary>
    /// <param name="memory">The memory of the page.</param>
    /// <param name="viewId">Slack's id of the page.</param>
    /// <param name="result">The result of the press.</param>
    public async Task<IReadOnlyList<SlackCall>> After(
        ModalMemory memory,
        string viewId,
        Asker asker,
        Message result,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name })
            return [];
        var page =
            await Draw(memory, asker.Workspace, asker.Reader, name, result, cancellationToken)
            ?? DetailsModal.Gone(asker.Reader.Words(), memory, result);
        var user = asker.Reader.User;
        return
        [
            new SlackCall.UpdateView(viewId, Hash: null, page),
            memory is { Origin: ModalOrigin.Command, ResponseUrl: { } url }
                ? SlackCall.Respond.Beside(url, user, result)
                : new SlackCall.PublishHome(user, result),
        ];
    }
}
