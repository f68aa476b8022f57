using System.Diagnostics;

namespace LockThat.App.Slack.Sockets;

/// <summary>The reason to replace a socket.</summary>
internal enum SocketEnd
{
    /// <summary>It broke, fell silent, or was closed.</summary>
    Dropped,

    /// <summary>Slack renews it: it still takes acknowledgements for a while.</summary>
    Refreshed,

    /// <summary>Socket Mode was turned off for the app.</summary>
    Disabled,

    /// <summary>The app has too many sockets.</summary>
    TooMany,
}

/// <summary>One socket from its beginning to its end: takes envelopes, answers them in parallel, and notices when the
/// socket is dead.</summary>
internal sealed partial class SocketSession(SocketWire wire, SocketRequests requests, TimeProvider time, ILogger log)
{
    private const int SilentAtMost = 3;
    private static readonly TimeSpan ListensEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource<SocketEnd> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _underWay = [];
    private Task _ended = Task.CompletedTask;
    private bool _isClosing;

    /// <summary>Completes when another socket is to be opened in its place.</summary>
    public Task<SocketEnd> Leaving => _leaving.Task;

    /// <summary>Completes when nothing more comes.</summary>
    public Task Ended => _ended;

    /// <summary>Slack said hello.</summary>
    public bool IsGreeted { get; private set; }

    /// <param name="greeted">Called at Slack's hello.</param>
    public void Start(Action greeted) => _ended = Run(greeted);

    /// <summary>Closes as soon as nothing is under way; requests that come until then are answered, too.</summary>
    public async Task Close()
    {
        for (var start = time.GetTimestamp(); StillUnderWay(start) is { Length: > 0 } left; )
            await Task.WhenAll(left);
        await wire.Close();
        await _ended
            .WaitAsync(ClosePatience, time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        wire.Abort();
        await _ended;
    }

    private Task[] StillUnderWay(long start)
    {
        lock (_gate)
        {
            // When requests come all the time, that moment may never come.
            _isClosing = _underWay.Count == 0 || time.GetElapsedTime(start) > LongestFarewell;
            return [.. _underWay];
        }
    }

    // One of the outermost loops: after any failure the next socket is opened.
    private async Task Run(Action greeted)
    {
        using var over = new CancellationTokenSource();
        var watch = Watch(over.Token);
        try
        {
            while (await wire.Receive() is { } text)
                await Take(text.IsWhole ? SocketMessageReader.Read(text.Bytes) : TooLarge(text.Bytes.Span), greeted);
        }
        catch (Exception bug)
        {
            Log.Failed(log, bug);
        }
        finally
        {
            await over.CancelAsync();
            await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wire.Dispose();
            _leaving.TrySetResult(SocketEnd.Dropped);
        }
    }

    private static SocketMessage TooLarge(ReadOnlySpan<byte> beginning) =>
        new SocketMessage.Unreadable(SocketMessageReader.IdIn(beginning), "too large");

    private async Task Take(SocketMessage message, Action greeted)
    {
        switch (message)
        {
            case SocketMessage.Hello:
                IsGreeted = true;
                greeted();
                break;
            case SocketMessage.Disconnect(var reason):
                Log.Leaving(log, reason);
                _leaving.TrySetResult(EndOf(reason));
                break;
            case SocketMessage.Envelope envelope:
                await requests.TakeSlot();
                if (!Begin(() => requests.Serve(envelope, wire)))
                    requests.FreeSlot();
                break;
            case SocketMessage.Unreadable(var id, var type):
                Log.Unreadable(log, type ?? "malformed");
                if (id is not null)
                    await wire.Send(SocketAck.Bytes(id));
                break;
            default:
                throw new UnreachableException();
        }
    }

    // The answer runs in parallel, so that a slow one delays no other request.
    private bool Begin(Func<Task> work)
    {
        lock (_gate)
        {
            if (_isClosing)
                return false;
            var task = Task.Run(work, CancellationToken.None);
            _underWay.Add(task);
            _ = task.ContinueWith(Done, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return true;
        }
    }

    private void Done(Task task)
    {
        lock (_gate)
            _underWay.Remove(task);
    }

    private static SocketEnd EndOf(string reason) =>
        reason switch
        {
            "link_disabled" => SocketEnd.Disabled,
            "too_many_websockets" => SocketEnd.TooMany,
            _ => SocketEnd.Refreshed,
        };

    // Silence is counted in steps of the timer, because after a sleep of the machine, or a change of the clock, the
    // passed time would count as silence.
    private async Task Watch(CancellationToken over)
    {
        for (var (silent, steps) = (0, 0); silent < SilentAtMost && (IsGreeted || steps < SilentAtMost); steps++)
        {
            await Task.Delay(ListensEvery, time, over);
            silent = wire.WasHeard() ? 0 : silent + 1;
        }

        Log.Silent(log);
        wire.Abort();
    }

    private static partial class Log
    {
        [LoggerMessage(452, LogLevel.Information, "Slack asks to leave a socket: {Reason}")]
        public static partial void Leaving(ILogger logger, string reason);

        [LoggerMessage(453, LogLevel.Warning, "Unexpected Socket Mode message: {Type}")]
        public static partial void Unreadable(ILogger logger, string type);

        [LoggerMessage(454, LogLevel.Warning, "A socket was silent for too long")]
        public static partial void Silent(ILogger logger);

        [LoggerMessage(455, LogLevel.Error, "A socket failed")]
        public static partial void Failed(ILogger logger, Exception bug);
    }
}
