using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>
/// Delivers stored notices by direct message until Slack took each or never will: at least once, in order for each person, across restarts.
/// When it is unknown whether one arrived it is sent again: a double is better than a loss.
/// </summary>
internal sealed partial class Outbox(
    ILockStore store, SlackClient slack, Departures departures, TimeProvider time, ILogger<Outbox> logger, SlackMetrics? metrics = null)
    : RecurringService(time, logger)
{
    private const int MostPeopleAtOnce = 256;

    // More than Slack takes; and where it takes none, the others do not wait for it.
    private const int MostOfOneWorkspace = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // People and workspaces that cannot be told any more. Everything else passes, or is mended by the operator.
    private static readonly HashSet<string> NeverAgain = new(StringComparer.Ordinal)
    {
        "account_inactive", "token_revoked", "user_not_found", "user_disabled", "user_not_visible", "channel_not_found", "is_archived",
        "invalid_blocks", "no_text", "msg_blocks_too_long",
    };

    // What may mean that the person is no more.
    private static readonly HashSet<string> PerhapsGone = new(StringComparer.Ordinal)
    {
        "user_not_found", "user_disabled", "user_not_visible", "channel_not_found", "user_removed_from_team",
    };

    // Never disposed: nothing waits on its handle, and a start that fails disposes of this service while the loop still runs.
    private readonly SemaphoreSlim _slots = new(MostPeopleAtOnce);
    private readonly BusyWorkspaces _workspaces = new(MostOfOneWorkspace);

    // What is under way is finished: a message that Slack took must not be sent again after the restart.
    protected override async Task Finish()
    {
        for (var slot = 0; slot < MostPeopleAtOnce; slot++)
            await _slots.WaitAsync(CancellationToken.None);
    }

    protected override async Task Turn(CancellationToken stoppingToken)
    {
        await _slots.WaitAsync(stoppingToken);
        var taken = 1;
        try
        {
            var most = Math.Min(taken + _slots.CurrentCount, MostOfOneWorkspace);
            foreach (var notice in await store.ClaimNotices(most, () => _workspaces.Busy, stoppingToken))
            {
                if (taken == 0)
                    await _slots.WaitAsync(CancellationToken.None);
                taken = 0;
                _workspaces.Enter(notice.Notice.Workspace.Team);
                _ = DeliverAndFreeSlot(notice, stoppingToken);
            }
        }
        catch (StoreUnavailableException)
        {
            await Task.Delay(FirstWait, Time, stoppingToken);
        }
        finally
        {
            if (taken > 0)
                _slots.Release();
        }
    }

    private async Task DeliverAndFreeSlot(PendingNotice pending, CancellationToken stoppingToken)
    {
        try
        {
            await Settle(pending, await DeliverInTurn(pending), stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.Failed(Logger, failure, pending.Number);
            await Settle(pending, LongestWait, stoppingToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    // Its turn is over before the store hears of it, and looks who is next.
    private async Task<TimeSpan?> DeliverInTurn(PendingNotice pending)
    {
        try
        {
            return await Deliver(pending);
        }
        finally
        {
            _workspaces.Leave(pending.Notice.Workspace.Team);
        }
    }

    /// <summary>Returns how long to wait before the next try; null when there is none to be.</summary>
    private async Task<TimeSpan?> Deliver(PendingNotice pending)
    {
        var notice = pending.Notice;
        if (notice.News is News.EndsSoon { Lease: var lease } && lease.HasEnded(Time.GetUtcNow()))
            return null;

        // Without a wait: it would take a slot from those whose workspace is not at its limit.
        var reply = await slack.TryMessage(notice.Workspace, notice.To.Value, Say.Of(notice), CancellationToken.None);
        switch (reply)
        {
            case SlackReply.Ok:
                metrics?.Delivered(notice.At, isDelivered: true);
                return null;
            case SlackReply.Refused(var error, _) when NeverAgain.Contains(error):
                metrics?.Delivered(notice.At, isDelivered: false);
                Log.GivenUp(Logger, pending.Number, notice.Workspace.Team, error);
                if (PerhapsGone.Contains(error))
                    await departures.Ask(notice.Workspace, notice.To, Patience, CancellationToken.None);
                return null;
            case SlackReply.RateLimited(var after):
                return after;
            default:
                return Backoff(pending.Attempts);
        }
    }

    /// <summary>Keeps on until the store knows: what Slack took and the store forgot would be sent twice.</summary>
    private async Task Settle(PendingNotice pending, TimeSpan? wait, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await (wait is { } later
                    ? store.DeliverLater(pending, later, CancellationToken.None)
                    : store.Delivered(pending, CancellationToken.None));
                return;
            }
            catch (StoreUnavailableException) when (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(FirstWait, Time, stoppingToken);
            }
        }
    }

    private static TimeSpan Backoff(int attempts)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempts, 20));
        return wait < LongestWait ? wait : LongestWait;
    }

    private static partial class Log
    {
        [LoggerMessage(430, LogLevel.Warning, "Notice {Number} to somebody in {Team} was given up: Slack answers {Error}")]
        public static partial void GivenUp(ILogger logger, long number, TeamId team, string error);

        [LoggerMessage(431, LogLevel.Error, "Notice {Number} could not be delivered")]
        public static partial void Failed(ILogger logger, Exception failure, long number);
    }
}
