using System.Collections.Concurrent;
using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Workspaces;
using LockThat.Blocks;

namespace LockThat.App.Slack;

/// <summary>Makes the calls that follow an answer, outside the request that they came from. A shutdown waits for
/// them.</summary>
public sealed partial class SlackCalls(
    SlackClient slack,
    HomePublisher homes,
    HomeOpenings openings,
    TimeProvider time,
    ILogger<SlackCalls> log,
    Settings? settings = null
) : IHostedService, IDisposable
{
    // A trigger lives for three seconds, part of which the way here has taken.
    private static readonly TimeSpan WhileTriggerLives = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Less than the host waits for everything, so that what stops after this stops in order.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Task, object?> _running = new();
    private readonly CancellationTokenSource _givingUp = new();

    /// <summary>Cancelled when a shutdown has waited as long as it may.</summary>
    public CancellationToken GivingUp => _givingUp.Token;

    /// <summary>Makes the calls in order, at once, without anybody waiting.</summary>
    public void Start(Workspace from, IReadOnlyList<SlackCall> calls)
    {
        if (calls.Count > 0)
            Track(() => PerformAll(from, calls));
    }

    /// <summary>Does something that a shutdown waits for, and that nobody else does.</summary>
    public void Track(Func<Task> work)
    {
        var task = Logged(work);
        if (task.IsCompletedSuccessfully)
            return;
        _running.TryAdd(task, null);
        _ = task.ContinueWith(
            done => _running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default
        );
    }

    /// <summary>Makes one call, and the one meant for its place when Slack does not take it.</summary>
    public async Task Perform(Workspace from, SlackCall call, CancellationToken cancellationToken)
    {
        for (var next = call; next is not null; )
        {
            var reply = await Make(from, next, cancellationToken);
            if (reply is SlackReply.Ok)
                return;
            Log.NotTaken(log, next.GetType().Name, reply);
            next = Instead(next, reply);
        }
    }

    // Without a token nothing opens, however often somebody tries.
    private SlackCall? Instead(SlackCall call, SlackReply reply) =>
        (call.Otherwise, reply) switch
        {
            (SlackCall.Respond respond, SlackReply.Refused("not_authed", _)) => respond with
            {
                Message = Replies.NotInstalled(settings?.PublicUrl),
            },
            (var otherwise, _) => otherwise,
        };

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LastPatience, time);
        await using var _ = late.Token.Register(_givingUp.Cancel);
        await using var __ = cancellationToken.Register(_givingUp.Cancel);
        while (_running.Keys.FirstOrDefault() is { } task)
        {
            await task;
            _running.TryRemove(task, out var _);
        }
    }

    public void Dispose() => _givingUp.Dispose();

    private async Task PerformAll(Workspace from, IReadOnlyList<SlackCall> calls)
    {
        foreach (var call in calls)
            await Perform(from, call, GivingUp);
    }

    private Task<SlackReply> Make(Workspace from, SlackCall call, CancellationToken cancellationToken) =>
        call switch
        {
            SlackCall.OpenView(var trigger, var view) => slack.OpenView(
                from,
                trigger,
                view,
                WhileTriggerLives,
                cancellationToken
            ),
            SlackCall.UpdateView(var id, var hash, var view) => slack.UpdateView(
                from,
                id,
                hash,
                view,
                WhileTriggerLives,
                cancellationToken
            ),
            SlackCall.RefreshHome(var user) => homes.Refresh(from, user, cancellationToken),
            SlackCall.OpenHome(var user, var looksForeign) => openings.Open(
                from,
                user,
                looksForeign,
                cancellationToken
            ),
            SlackCall.PublishHome(var user, var said) => homes.Publish(from, user, said, cancellationToken),
            SlackCall.Respond(var url, var message, var original) => slack.Respond(
                url,
                message,
                original,
                Patience,
                cancellationToken
            ),
            SlackCall.UpdateMessage(var channel, var ts, var message) => slack.UpdateMessage(
                from,
                channel,
                ts,
                message,
                Patience,
                cancellationToken
            ),
            SlackCall.Post(var user, var message) => slack.PostMessage(
                from,
                user.Value,
                message,
                Patience,
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };

    // The outermost of all work that nobody awaits.
    private async Task Logged(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (GivingUp.IsCancellationRequested)
        {
            Log.CutShort(log);
        }
        catch (Exception bug)
        {
            Log.Failed(log, bug);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(421, LogLevel.Information, "{Call} was not taken: {Reply}")]
        public static partial void NotTaken(ILogger logger, string call, SlackReply reply);

        [LoggerMessage(422, LogLevel.Warning, "A call to Slack was cut short by the shutdown")]
        public static partial void CutShort(ILogger logger);

        [LoggerMessage(423, LogLevel.Error, "A call to Slack failed")]
        public static partial void Failed(ILogger logger, Exception bug);
    }
}
