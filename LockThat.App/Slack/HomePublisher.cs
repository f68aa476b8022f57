using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using LockThat.App.Locks;
using LockThat.App.Slack.Workspaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>
/// Keeps Homes true. Each person has one publisher, which draws the newest state, one call at a time: a burst of changes collapses into a
/// few calls, and an older view never lands last. Who acted is drawn at once; the others as soon as Slack's rate limit allows.
/// </summary>
public sealed partial class HomePublisher(ILockStore store, LockService locks, SlackClient slack, TimeProvider time, ILogger<HomePublisher> logger)
    : RecurringService(time, logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptTrueFor = TimeSpan.FromHours(8);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    // A whole company that comes to work is drawn at once; whoever opens after that many is drawn as the budget fills again.
    private const int OpeningsAhead = 270;
    private static readonly TimeSpan LeastBetweenRefreshes = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TeamId Team, UserId User), HomeReader> _readers = new();
    private readonly ConcurrentDictionary<Workspace, PublishBudget> _budgets = new();

    /// <summary>Somebody has opened their Home: it is drawn at once, or soon when more have opened theirs than Slack allows for.</summary>
    public async Task<SlackReply> Open(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        try
        {
            var viewer = await store.FindViewer(workspace.Team, user, cancellationToken) ?? new Viewer(workspace, user, default, 0, "");
            await store.SaveViewer(viewer with { Workspace = workspace, OpenedAt = Time.GetUtcNow() }, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return BudgetOf(workspace).TryTake(ahead: OpeningsAhead)
            ? await Draw(workspace, user, said: null, cancellationToken)
            : new SlackReply.Ok(default, []);
    }

    /// <summary>Draws somebody's Home at once, when they have it open and it shows an older state.</summary>
    public async Task<SlackReply> Refresh(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        try
        {
            var viewer = await store.FindViewer(workspace.Team, user, cancellationToken);
            if (!IsOpen(viewer))
                return new SlackReply.Ok(default, []);
            var board = await store.List(workspace.Team, cancellationToken);
            if (ReaderOf(workspace.Team, user).Revision == board.Revision)
                return new SlackReply.Ok(default, []);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        BudgetOf(workspace).Take();
        return await Draw(workspace, user, said: null, cancellationToken, onlyIfOpen: true);
    }

    /// <summary>Draws somebody's Home anew, at once.</summary>
    /// <param name="said">What is to be said at its top until it is drawn again.</param>
    public async Task<SlackReply> Publish(Workspace workspace, UserId user, Message? said, CancellationToken cancellationToken)
    {
        BudgetOf(workspace).Take();
        try
        {
            // Who presses something on their Home looks at it, also where they have opened another workspace since.
            var viewer = await store.FindViewer(workspace.Team, user, cancellationToken) ?? new Viewer(workspace, user, default, 0, "");
            if (!IsOpen(viewer))
                await store.SaveViewer(viewer with { Workspace = workspace, OpenedAt = Time.GetUtcNow() }, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return await Draw(workspace, user, said, cancellationToken);
    }

    /// <summary>Shows somebody who may not see the workspace's resources something else on their Home; it is kept as it is.</summary>
    public async Task<SlackReply> Show(Workspace workspace, UserId user, HomeViewDefinition view, CancellationToken cancellationToken)
    {
        try
        {
            await store.ForgetViewer(workspace.Team, user, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }

        return BudgetOf(workspace).TryTake(ahead: OpeningsAhead)
            ? await ReaderOf(workspace.Team, user)
                .Draw(said: null, _ => slack.PublishHome(workspace, user, hash: null, view, Patience, cancellationToken), Time.GetUtcNow(), cancellationToken)
            : new SlackReply.Ok(default, []);
    }

    private async Task<SlackReply> Draw(Workspace workspace, UserId user, Message? said, CancellationToken cancellationToken, bool onlyIfOpen = false)
    {
        try
        {
            return await ReaderOf(workspace.Team, user)
                .Draw(said, line => Send(workspace, user, line, onlyIfOpen, cancellationToken), Time.GetUtcNow(), cancellationToken);
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
            foreach (var (viewer, reader) in behind
                .Select(viewer => (viewer, Reader: ReaderOf(viewer.Workspace.Team, viewer.User)))
                .Where(next => next.Reader.IsIdleSince(now - LeastBetweenRefreshes))
                .OrderBy(next => next.Reader.DrawnAt))
            {
                if (BudgetOf(viewer.Workspace).TryTake())
                    _ = RefreshLate(viewer, reader, stoppingToken);
            }
        }
        catch (StoreUnavailableException)
        {
            Log.NothingToDraw(Logger);
        }
    }

    // The outermost of work that nobody awaits.
    private async Task RefreshLate(Viewer viewer, HomeReader reader, CancellationToken stoppingToken)
    {
        try
        {
            await reader.Draw(said: null, line => Send(viewer.Workspace, viewer.User, line, onlyIfOpen: true, stoppingToken), Time.GetUtcNow(), stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(Logger, failure);
        }
    }

    // Between the look and the drawing somebody may have opened another workspace of their organisation, whose Home is the same.
    private async Task<SlackReply> Send(Workspace workspace, UserId user, Message? said, bool onlyIfOpen, CancellationToken cancellationToken)
    {
        var found = await store.FindViewer(workspace.Team, user, cancellationToken);
        if (onlyIfOpen && !IsOpen(found))
            return new SlackReply.Ok(default, []);
        var viewer = found ?? new Viewer(workspace, user, Time.GetUtcNow(), 0, "");
        var board = await locks.List(workspace, cancellationToken);
        var view = HomeTab.For(Say.Lines(board, user), viewer.Page, viewer.Filter, said) with { PrivateMetadata = workspace.ToDrawnFor().ToMetadata() };
        var reply = await slack.PublishHome(workspace, user, hash: null, view, Patience, cancellationToken);
        switch (reply)
        {
            case SlackReply.RateLimited(var after):
                BudgetOf(workspace).Close(after);
                break;
            case SlackReply.Ok or SlackReply.Refused:
                // What Slack refuses it would refuse again: only another change is worth another try.
                ReaderOf(workspace.Team, user).Revision = board.Revision;
                await store.Shown(workspace.Team, user, board.Revision, cancellationToken);
                break;
            case SlackReply.Unknown:
                break;
            default:
                throw new UnreachableException();
        }

        return reply;
    }

    private bool IsOpen([NotNullWhen(true)] Viewer? viewer) => viewer is { IsOnHome: true } && viewer.OpenedAt >= Time.GetUtcNow() - KeptTrueFor;

    private HomeReader ReaderOf(TeamId team, UserId user) => _readers.GetOrAdd((team, user), _ => new());

    private PublishBudget BudgetOf(Workspace workspace) => _budgets.GetOrAdd(workspace, _ => new(Time));

    private static partial class Log
    {
        [LoggerMessage(441, LogLevel.Warning, "Homes could not be refreshed: the store does not answer")]
        public static partial void NothingToDraw(ILogger logger);

        [LoggerMessage(442, LogLevel.Error, "A Home could not be drawn")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
