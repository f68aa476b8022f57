using System.Collections.Concurrent;
using LockThat.App.Hosting;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack;
using LockThat.App.Slack.WebApi;
using LockThat.App.Surfaces;
using LockThat.Blocks.Kit;

namespace LockThat.App.Delivery;

/// <summary>
/// Delivers stored notices by direct message until Slack took each or never will, for at most a day: at least once, in
/// order for each person, across restarts. When it is unknown whether one arrived it is sent again: a double is better
/// than a loss. What is no longer true is not told.
/// </summary>
internal sealed partial class Outbox(
    IOutboxStore store,
    LockService locks,
    SlackClient slack,
    LookForPerson lookForPerson,
    TimeProvider time,
    ILogger<Outbox> logger,
    SlackMetrics metrics
) : RecurringService(time, logger)
{
    private const int MostPeopleAtOnce = 256;

    // More than Slack takes; and where it takes none, the others do not wait for it.
    private const int MostOfOneWorkspace = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // What an operator must mend takes them longer than a few minutes.
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(TeamId Team, string Error), DateTimeOffset> _saidToOperator = [];

    // Never disposed: nothing waits on its handle, and a start that fails disposes of this service while the loop still
    // runs.
    private readonly SemaphoreSlim _slots = new(MostPeopleAtOnce);
    private readonly BusyWorkspaces _workspaces = new(MostPeopleAtOnce, MostOfOneWorkspace, time);

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
            var most = Math.Min(taken + _slots.CurrentCount, _workspaces.MostAtOnce);
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
        catch (Exception failure)
            when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.Failed(Logger, failure, pending.Number);
            await Settle(pending, new(LongestWait, IsAttempt: true), stoppingToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    // Its turn is over before the store hears of it, and looks who is next.
    private async Task<Retry?> DeliverInTurn(PendingNotice pending)
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

    /// <summary>Returns when to try again; null when there is nothing left to do.</summary>
    private async Task<Retry?> Deliver(PendingNotice pending)
    {
        var notice = pending.Notice;
        if (Left(notice) <= TimeSpan.Zero)
        {
            Log.TooOld(Logger, pending.Number, notice.Workspace.Team);
            return GivenUp(notice, "too_old");
        }

        // The look comes before each message, also before one that is told at once: on the embedded store it is in
        // memory, and on PostgreSQL one statement at a time looks for all who are being told just then.
        Message? message;
        try
        {
            message = NoticeMessages.Of(notice, await locks.ToTell(notice, CancellationToken.None));
        }
        catch (StoreUnavailableException)
        {
            return new(FirstWait, IsAttempt: false);
        }

        if (message is null)
        {
            metrics.Settled(notice.At, "outdated");
            return null;
        }

        // Without a wait: it would take a slot from those whose workspace is not at its limit.
        var reply = await slack.TryMessage(notice.Workspace, notice.To.Address, message, CancellationToken.None);
        _workspaces.Answered(notice.Workspace.Team, reply is not SlackReply.Unknown);
        switch (reply)
        {
            case SlackReply.Ok:
                metrics.Settled(notice.At, "delivered");
                return null;
            case SlackReply.Refused refused:
                return await Refused(pending, refused);
            case SlackReply.RateLimited(var after):
                _workspaces.Close(notice.Workspace.Team, after);
                return PutOff(notice, after, isAttempt: false);
            default:
                return PutOff(notice, Backoff(pending.Attempts), isAttempt: true);
        }
    }

    private async Task<Retry?> Refused(PendingNotice pending, SlackReply.Refused refused)
    {
        var (notice, error) = (pending.Notice, refused.Error);
        var remedy = SlackErrors.RemedyFor(error);
        switch (remedy)
        {
            case Remedy.Never or Remedy.AskAboutPerson:
                Log.GivenUp(Logger, pending.Number, notice.Workspace.Team, error, string.Join(' ', refused.Messages));
                if (remedy == Remedy.AskAboutPerson && notice.To is Recipient.Person(var person))
                    await lookForPerson(notice.Workspace, person, Patience, CancellationToken.None);
                return GivenUp(notice, error);
            case Remedy.Operator:
                SayToOperator(notice.Workspace.Team, error);
                return PutOff(notice, UntilMended, isAttempt: true);
            default:
                return PutOff(notice, Backoff(pending.Attempts), isAttempt: true);
        }
    }

    // Whole crowds may wait for the same thing.
    private void SayToOperator(TeamId team, string error)
    {
        var (what, now) = ((team, error), Time.GetUtcNow());
        if (
            _saidToOperator.TryAdd(what, now)
            || (
                _saidToOperator[what] is var said
                && said <= now - Notice.Lasts
                && _saidToOperator.TryUpdate(what, now, said)
            )
        )
            Log.Waits(Logger, team, error, SlackErrors.AdviceFor(error));
    }

    private Retry? GivenUp(Notice notice, string reason)
    {
        metrics.GivenUp(notice.At, reason);
        return null;
    }

    // It ends in time, and not at the try after that.
    private Retry PutOff(Notice notice, TimeSpan wait, bool isAttempt) =>
        new(wait < Left(notice) ? wait : Left(notice), isAttempt);

    // What waited while the app was down is told within its day, too: after that it is no news.
    private TimeSpan Left(Notice notice)
    {
        var left = notice.At + Notice.Lasts - Time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Keeps on until the store knows: what Slack took and the store forgot would be sent twice.</summary>
    private async Task Settle(PendingNotice pending, Retry? retry, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await (
                    retry is { } later
                        ? store.DeliverLater(pending, later.After, later.IsAttempt, CancellationToken.None)
                        : store.Delivered(pending, CancellationToken.None)
                );
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

    /// <summary>That it is to be tried again.</summary>
    /// <param name="After">How long it waits.</param>
    /// <param name="IsAttempt">Whether it waits longer the next time.</param>
    private readonly record struct Retry(TimeSpan After, bool IsAttempt);

    private static partial class Log
    {
        [LoggerMessage(
            430,
            LogLevel.Warning,
            "Notice {Number} to somebody in {Team} was given up: Slack answers {Error} {Messages}"
        )]
        public static partial void GivenUp(ILogger logger, long number, TeamId team, string error, string messages);

        [LoggerMessage(431, LogLevel.Error, "Notice {Number} could not be delivered")]
        public static partial void Failed(ILogger logger, Exception failure, long number);

        [LoggerMessage(
            432,
            LogLevel.Warning,
            "Messages to people in {Team} wait, for a day at most: Slack answers {Error}. {Advice}"
        )]
        public static partial void Waits(ILogger logger, TeamId team, string error, string advice);

        [LoggerMessage(
            433,
            LogLevel.Warning,
            "Notice {Number} to somebody in {Team} was given up: it has waited for a day"
        )]
        public static partial void TooOld(ILogger logger, long number, TeamId team);
    }
}
