using System.Diagnostics.CodeAnalysis;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;
using LockThat.App.Surfaces;
using LockThat.Blocks.Home;
using LockThat.Blocks.Kit;

namespace LockThat.App.Delivery;

public sealed partial class HomePublisher
{
    // People who see nothing yet come first.
    private void DrawOwed(CancellationToken stoppingToken)
    {
        var now = Time.GetUtcNow();
        var all = _readers
            .Values.Where(reader => reader.IsIdle)
            .SelectMany(reader =>
                reader.Owed is { } owed
                    ? [(Owed: owed, Reader: reader)]
                    : Array.Empty<(OwedHome Owed, HomeOfPerson Reader)>()
            );
        foreach (
            var (owed, reader) in all.OrderByDescending(next => next.Owed.IsOpening).ThenBy(next => next.Owed.Since)
        )
        {
            var budget = BudgetOf(owed.Workspace);
            if (owed.Since <= now - KeptTrueFor)
                reader.Forgive();
            else if (
                owed.IsOpening ? budget.TryTakeOwed() : reader.TryAct(now, budget.PaceOfOwn, budget.TryTakeForActor)
            )
                _ = DrawLate(reader, owed.Workspace, owed.User, stoppingToken);
        }
    }

    private Task<SlackReply> Draw(
        HomeOfPerson reader,
        Workspace workspace,
        UserId user,
        CancellationToken cancellationToken
    ) =>
        reader.Draw(
            (owed, said) => Send(workspace, user, owed?.InItsPlace, said, cancellationToken),
            Time.GetUtcNow(),
            cancellationToken
        );

    // Nobody awaits this work, so every failure is logged here.
    private async Task DrawLate(HomeOfPerson reader, Workspace workspace, UserId user, CancellationToken stoppingToken)
    {
        try
        {
            await Draw(reader, workspace, user, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(Logger, failure);
        }
    }

    // Between the look and the drawing, the person may have opened another workspace of their organisation, which has
    // the same Home.
    private async Task<SlackReply> Send(
        Workspace workspace,
        UserId user,
        HomeViewDefinition? inItsPlace,
        Message? said,
        CancellationToken cancellationToken
    )
    {
        if (inItsPlace is not null)
            return await SendView(workspace, user, inItsPlace, cancellationToken);
        var viewer = await store.FindViewer(workspace.Team, user, cancellationToken);
        if (!IsOpen(viewer))
            return new SlackReply.Ok(default, []);
        var board = await locks.ListFor(workspace, user, cancellationToken);
        var reader = await locks.ReaderOf(workspace, user, cancellationToken);
        var lines = ResourceLines.All(board, reader, reader.Rules);
        var shown =
            viewer.Filter.Length == 0
                ? lines
                : ResourceLines.Found(board, reader, reader.Rules, NameSearch.For(viewer.Filter));
        var may = new HomeRights(
            reader.Rights.Has(Right.Use),
            reader.Rights.Has(Right.Use) && reader.Rights.Has(Right.Create),
            await locks.WhyNotChangeRules(workspace, user, cancellationToken) is null
        );
        var view = HomeTab.For(reader.Words(), lines, shown, viewer.Page, viewer.Filter, said, may) with
        {
            PrivateMetadata = workspace.ToDrawnFor().ToMetadata(),
        };
        var reply = await SendView(workspace, user, view, cancellationToken);
        if (reply is SlackReply.Ok or SlackReply.Refused)
        {
            // Slack would refuse the same view again, so only another change is worth another try.
            ReaderOf(workspace.Team, user).Revision = board.Revision;
            await store.Shown(workspace.Team, user, board.Revision, cancellationToken);
        }

        return reply;
    }

    private async Task<SlackReply> SendView(
        Workspace workspace,
        UserId user,
        HomeViewDefinition view,
        CancellationToken cancellationToken
    )
    {
        var reply = await slack.PublishHome(workspace, user, hash: null, view, Patience, cancellationToken);
        if (reply is SlackReply.RateLimited(var after))
            BudgetOf(workspace).Close(after);
        return reply;
    }

    private bool IsOpen([NotNullWhen(true)] Viewer? viewer) =>
        viewer is { IsOnHome: true } && viewer.OpenedAt >= Time.GetUtcNow() - KeptTrueFor;

    private HomeOfPerson ReaderOf(TeamId team, UserId user) => _readers.GetOrAdd((team, user), _ => new());

    private PublishBudget BudgetOf(Workspace workspace) => _budgets.GetOrAdd(workspace, _ => new(Time));
}
