using System.Collections.Concurrent;
using System.Diagnostics;
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
/// Delivers stored notices by direct message, until Slack takes each or never will, for at most a day. Delivery is at
/// least once, in order for each person, and across restarts. A notice whose delivery is unknown is sent again, because
/// a double is better than a loss. A notice that is no longer true is not sent.
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

    // More than Slack takes at once, so that a workspace without answers does not hold up the others.
    private const int MostOfOneWorkspace = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // An operator needs longer than a few minutes to mend such an error.
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(TeamId Team, string Error), DateTimeOffset> _saidToOperator = [];

    // Not disposed on purpose: nothing waits on its handle, and a start that fails disposes of this service while the
    // loop still runs.
    private readonly SemaphoreSlim _slots = new(MostPeopleAtOnce);
    private readonly BusyWorkspaces _workspaces = new(MostPeopleAtOnce, MostOfOneWorkspace, time);

    // Deliveries under way are finished: a message that Slack took must not be sent again after the restart.
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
            await Settle(pending, Fate.Again(LongestWait, isAttempt: true), stoppingToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    // The turn ends before the store hears of the delivery, because the store then looks for the next notice.
    private async Task<Fate> DeliverInTurn(PendingNotice pending)
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

    private async Task<Fate> Deliver(PendingNotice pending)
    {
        var notice = pending.Notice;
        if (Left(notice) <= TimeSpan.Zero)
        {
            Log.TooOld(Logger, pending.Number, notice.Workspace.Team);
            return GivenUp(notice, "too_old");
        }

        // The notice is checked before each message, even right after the change. On the embedded store the check is in
        // memory; on PostgreSQL one statement checks all notices that are being delivered at that time.
        Message? message;
        try
        {
            message = NoticeMessages.Of(
                notice,
                await locks.ToTell(notice, CancellationToken.None),
                await ReaderOf(notice),
                Time.GetUtcNow()
            );
        }
        catch (StoreUnavailableException)
        {
            return Fate.Again(FirstWait, isAttempt: false);
        }

        if (message is null)
        {
            metrics.Settled(notice.At, "outdated");
            return Fate.Over;
        }

        // No wait here: it would take a slot from workspaces that are not at their limit.
        var reply = await slack.TryMessage(notice.Workspace, notice.To.Address, message, CancellationToken.None);
        _workspaces.Answered(notice.Workspace.Team, reply is not SlackReply.Unknown);
        switch (reply)
        {
            case SlackReply.Ok:
                metrics.Settled(notice.At, "delivered");
                return Fate.Taken;
            case SlackReply.Refused refused:
                return await Refused(pending, refused);
            case SlackReply.RateLimited(var after):
                _workspaces.Close(notice.Workspace.Team, after);
                return PutOff(notice, after, isAttempt: false);
            default:
                return PutOff(notice, Backoff(pending.Attempts), isAttempt: true);
        }
    }

    private async Task<Fate> Refused(PendingNotice pending, SlackReply.Refused refused)
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

    // Many people may wait for the same resource.
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

    private async ValueTask<Reader> ReaderOf(Notice notice) =>
        notice.To switch
        {
            Recipient.Person(var person) => await locks.ReaderOf(notice.Workspace, person, CancellationToken.None),
            _ => throw new UnreachableException(),
        };

    private Fate GivenUp(Notice notice, string reason)
    {
        metrics.GivenUp(notice.At, reason);
        return Fate.Over;
    }

    // The last try is within the day, and not after it.
    private Fate PutOff(Notice notice, TimeSpan wait, bool isAttempt) =>
        Fate.Again(wait < Left(notice) ? wait : Left(notice), isAttempt);

    // A notice that waited while the app was down is delivered within its day, too; after a day it is no news.
    private TimeSpan Left(Notice notice)
    {
        var left = notice.At + Notice.Lasts - Time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static TimeSpan Backoff(int attempts)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempts, 20));
        return wait < LongestWait ? wait : LongestWait;
    }

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

        [LoggerMessage(434, LogLevel.Error, "Slack took notice {Number}, but the turn that it tells of may begin anew")]
        public static partial void NotNoted(ILogger logger, Exception failure, long number);
    }
}
