namespace LockThat.App.Slack.Sockets;

/// <summary>Keeps one socket to Slack open at all times: opens another when one breaks, and ahead of time when Slack is
/// about to close it.</summary>
internal sealed partial class SocketConnection(
    SocketOpener opener,
    SocketRequests requests,
    SocketStanding standing,
    TimeProvider time,
    ILogger log
)
{
    private static readonly TimeSpan Backoff = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenOpenings = TimeSpan.FromSeconds(1);

    // A socket that Slack greets and drops again and again is no better than none, so it counts as a failure.
    private static readonly TimeSpan BriefLife = TimeSpan.FromSeconds(10);
    private const int BriefLivesForgiven = 3;

    // Slack closes a socket about ten seconds after it asked to leave it.
    private static readonly TimeSpan UntilSlackCloses = TimeSpan.FromSeconds(20);

    private readonly List<Task> _sessions = [];

    /// <summary>Runs until it is stopped. Then it takes nothing more, and completes when all work is acknowledged and
    /// the socket is closed.</summary>
    public async Task Run(CancellationToken stopping)
    {
        try
        {
            for (var (failures, briefLives) = (0, 0); ; )
            {
                var start = time.GetTimestamp();
                failures = await Lived(stopping) ? 0 : failures + 1;
                var lived = time.GetElapsedTime(start);
                briefLives = failures > 0 || lived < BriefLife ? briefLives + 1 : 0;
                var pause =
                    failures > 0 ? PauseAfter(failures)
                    : briefLives > BriefLivesForgiven ? PauseAfter(briefLives - BriefLivesForgiven)
                    : BetweenOpenings - lived;
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(_sessions);
        }
    }

    // One of the outermost loops: after a bug, the next socket is opened.
    private async Task<bool> Lived(CancellationToken stopping)
    {
        try
        {
            return await Live(stopping);
        }
        catch (Exception bug) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(log, bug);
            return false;
        }
    }

    // Runs up to the moment when another socket is wanted. True when this one was of use.
    private async Task<bool> Live(CancellationToken stopping)
    {
        if (await opener.Open(stopping) is not var (wire, told))
            return false;
        var session = new SocketSession(wire, requests, time, log);
        session.Start(() => Greeted(told));
        _sessions.RemoveAll(ended => ended.IsCompleted);
        _sessions.Add(SeeOff(session, stopping));
        var end = await session.Leaving.WaitAsync(stopping);
        if (end == SocketEnd.Disabled)
            opener.NeedsOperator("link_disabled");
        return session.IsGreeted && end != SocketEnd.TooMany;
    }

    private void Greeted(string? told)
    {
        Log.Connected(log);
        standing.Greeted();
        opener.Works(told);
    }

    // Requests on a socket that Slack wants closed are still answered there, for as long as Slack keeps it.
    private async Task SeeOff(SocketSession session, CancellationToken stopping)
    {
        await ((Task)session.Leaving).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await session
            .Ended.WaitAsync(UntilSlackCloses, time, stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await session.Close();
        if (session.IsGreeted)
            standing.Gone();
    }

    // A random wait, so that apps that lost Slack at the same moment do not all come back at once.
    internal static TimeSpan PauseAfter(int failures)
    {
        var backoff = Backoff * failures;
        return (backoff < LongestBackoff ? backoff : LongestBackoff) * (1 - (Random.Shared.NextDouble() / 4));
    }

    private static partial class Log
    {
        [LoggerMessage(450, LogLevel.Information, "Socket Mode: connected")]
        public static partial void Connected(ILogger logger);

        [LoggerMessage(451, LogLevel.Error, "A socket could not be kept")]
        public static partial void Failed(ILogger logger, Exception bug);
    }
}
