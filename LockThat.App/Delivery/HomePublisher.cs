using System.Collections.Concurrent;
using LockThat.App.Hosting;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;

namespace LockThat.App.Delivery;

/// <summary>
/// Keeps Homes up to date. Each person has one publisher, which draws the newest state, one call at a time: a burst of
/// changes becomes a few calls, and an older view never overwrites a newer one. People who open their Home or act are
/// drawn at once, in a burst at most once a second; the others as soon as Slack's rate limit allows.
/// </summary>
public sealed partial class HomePublisher(
    IHomeStore store,
    LockService locks,
    SlackClient slack,
    TimeProvider time,
    ILogger<HomePublisher> logger
) : RecurringService(time, logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptTrueFor = TimeSpan.FromHours(8);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(TeamId Team, UserId User), HomeOfPerson> _readers = new();
    private readonly ConcurrentDictionary<Workspace, PublishBudget> _budgets = new();

    /// <summary>A person has opened their Home: it is drawn at once, or as soon as Slack takes it.</summary>
    public async Task<SlackReply> Open(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        try
        {
            var viewer =
                await store.FindViewer(workspace.Team, user, cancellationToken)
                ?? new Viewer(workspace, user, default, 0, "");
            await store.SaveViewer(
                viewer with
                {
                    Workspace = workspace,
                    OpenedAt = Time.GetUtcNow(),
                },
                cancellationToken
            );
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return await DrawOwn(new(workspace, user, IsOpening: true, Time.GetUtcNow()), said: null, cancellationToken);
    }

    /// <summary>Draws a person's Home after they acted elsewhere, if it is open and shows an older state.</summary>
    public async Task<SlackReply> Refresh(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        // The drawing under way will show this change, too.
        if (ReaderOf(workspace.Team, user).Owed is not null)
            return new SlackReply.Ok(default, []);
        try
        {
            var viewer = await store.FindViewer(workspace.Team, user, cancellationToken);
            if (!IsOpen(viewer))
                return new SlackReply.Ok(default, []);
            var board = await locks.List(workspace, cancellationToken);
            if (ReaderOf(workspace.Team, user).Revision == board.Revision)
                return new SlackReply.Ok(default, []);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return await DrawOwn(new(workspace, user, IsOpening: false, Time.GetUtcNow()), said: null, cancellationToken);
    }

    /// <summary>Draws a person's Home again after they acted, at once or at the end of a burst.</summary>
    /// <param name="said">The text for the top, until the next drawing.</param>
    public async Task<SlackReply> Publish(
        Workspace workspace,
        UserId user,
        Message? said,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // A person who presses something on their Home looks at it, even if they have opened another workspace
            // since.
            var viewer =
                await store.FindViewer(workspace.Team, user, cancellationToken)
                ?? new Viewer(workspace, user, default, 0, "");
            if (!IsOpen(viewer))
                await store.SaveViewer(
                    viewer with
                    {
                        Workspace = workspace,
                        OpenedAt = Time.GetUtcNow(),
                    },
                    cancellationToken
                );
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return await DrawOwn(new(workspace, user, IsOpening: false, Time.GetUtcNow()), said, cancellationToken);
    }

    /// <summary>Shows another view on the Home of a person who may not see the workspace's resources; their page and
    /// filter are kept.</summary>
    public async Task<SlackReply> Show(
        Workspace workspace,
        UserId user,
        HomeViewDefinition view,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await store.ForgetViewer(workspace.Team, user, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return await DrawOwn(
            new(workspace, user, IsOpening: true, Time.GetUtcNow(), InItsPlace: view),
            said: null,
            cancellationToken
        );
    }

    // A Home that is not drawn here is drawn at a later look.
    private async Task<SlackReply> DrawOwn(OwedHome owed, Message? said, CancellationToken cancellationToken)
    {
        var (reader, budget) = (ReaderOf(owed.Workspace.Team, owed.User), BudgetOf(owed.Workspace));
        reader.Owe(owed, said);
        if (
            !(
                owed.IsOpening
                    ? budget.TryTakeForOpening()
                    : reader.TryAct(owed.Since, budget.PaceOfOwn, budget.TryTakeForActor)
            )
        )
            return new SlackReply.Ok(default, []);

        try
        {
            return await Draw(reader, owed.Workspace, owed.User, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var reader in _readers.Values)
            reader.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task Turn(CancellationToken stoppingToken)
    {
        // No periodic timer: a clock that is moved ahead by a month would ring it millions of times.
        await Task.Delay(LookEvery, Time, stoppingToken);
        try
        {
            var now = Time.GetUtcNow();
            var behind = await store.ViewersBehind(now - KeptTrueFor, stoppingToken);
            DrawOwed(stoppingToken);
            foreach (
                var (viewer, reader) in behind
                    .Select(viewer => (viewer, Reader: ReaderOf(viewer.Workspace.Team, viewer.User)))
                    .Where(next =>
                        next.Reader.Owed is null
                        && next.Reader.IsIdleSince(now - BudgetOf(next.viewer.Workspace).PaceOfOthers)
                    )
                    .OrderBy(next => next.Reader.DrawnAt)
            )
            {
                if (BudgetOf(viewer.Workspace).TryTakeForOthers())
                    _ = DrawLate(reader, viewer.Workspace, viewer.User, stoppingToken);
            }
        }
        catch (StoreUnavailableException)
        {
            Log.NothingToDraw(Logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(441, LogLevel.Warning, "Homes could not be refreshed: the store does not answer")]
        public static partial void NothingToDraw(ILogger logger);

        [LoggerMessage(442, LogLevel.Error, "A Home could not be drawn")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
