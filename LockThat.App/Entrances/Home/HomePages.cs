using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Home;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Home;

/// <summary>Turns the pages of a Home and filters it; the page and the filter survive every refresh.</summary>
internal sealed class HomePages(IHomeStore store, LockService locks, TimeProvider time)
{
    public async Task<SlackResponse> Turn(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        var viewer =
            await store.FindViewer(click.Workspace.Team, click.User, cancellationToken)
            ?? new Viewer(click.Workspace, click.User, time.GetUtcNow(), 0, "");
        var reader = await locks.ReaderOf(click.Workspace, click.User, cancellationToken);
        var shown = ResourceLines.Found(
            await locks.ListFor(click.Workspace, click.User, cancellationToken),
            reader,
            reader.Rules,
            NameSearch.For(viewer.Filter)
        );
        var at = HomeTab.PageShown(shown, viewer.Page);
        var turned = click.Action.ActionId switch
        {
            Ids.Actions.NextPage => viewer with { Page = at + 1 },
            Ids.Actions.PreviousPage => viewer with { Page = Math.Max(0, at - 1) },
            Ids.Actions.Filter => viewer with { Page = 0, Filter = Typed(click) },
            _ => viewer with { Page = 0, Filter = "" },
        };
        await store.SaveViewer(turned with { OpenedAt = time.GetUtcNow() }, cancellationToken);
        return new(new Ack.Empty(), new SlackCall.PublishHome(click.User));
    }

    // The filter is cleaned because it is shown, because a name has no invisible characters except joiners, and because
    // PostgreSQL stores no U+0000.
    private static string Typed(SlackRequest.BlockActionRequest click) =>
        Cut.To(NameSearch.Shown(click.Action.Value ?? "").Trim(), HomeTab.MostFilterUnits);
}
