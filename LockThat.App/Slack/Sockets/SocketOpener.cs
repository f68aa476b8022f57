using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Slack.Sockets;

/// <summary>Opens sockets, each at a fresh address. All connections share it, so that Slack is asked one after the
/// other. When Slack wants no calls, or only an operator can mend the error, that holds for all connections.</summary>
/// <param name="turn">Lets one connection ask at a time.</param>
internal sealed partial class SocketOpener(
    string appToken,
    SlackClient slack,
    SocketStanding standing,
    SemaphoreSlim turn,
    TimeProvider time,
    ILogger log
)
{
    private static readonly TimeSpan ForTheOperator = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    // Errors that only an operator can fix.
    private static readonly HashSet<string> OperatorMends = new(StringComparer.Ordinal)
    {
        "not_authed",
        "invalid_auth",
        "account_inactive",
        "user_removed_from_team",
        "team_disabled",
        "link_disabled",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
        "missing_scope",
        "no_permission",
        "access_denied",
        "forbidden_team",
    };

    private long _notBefore;
    private string? _told;

    /// <summary>
    /// An open socket, with the configuration error that had last been logged when Slack was asked for it (null if
    /// none). Null when opening may be tried again after a while.
    /// </summary>
    public async Task<(SocketWire Wire, string? Told)?> Open(CancellationToken cancellationToken) =>
        await FreshUrl(cancellationToken) is var (url, known) && await Connect(url, cancellationToken) is { } wire
            ? (wire, known)
            : null;

    /// <summary>A socket works that was requested after <paramref name="known"/> had been logged. The error is mended,
    /// and is logged again the next time.</summary>
    public void Works(string? known)
    {
        if (known is not null && Interlocked.CompareExchange(ref _told, null, known) == known)
            Log.Mended(log, known);
    }

    /// <summary>Tries nothing until an operator may have read the error.</summary>
    public void NeedsOperator(string error)
    {
        Pause(ForTheOperator);
        standing.Failed(error);
        if (Interlocked.Exchange(ref _told, error) != error)
            Log.OperatorMends(log, error);
    }

    private async Task<(Uri Url, string? Told)?> FreshUrl(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (
                new DateTimeOffset(Interlocked.Read(ref _notBefore), TimeSpan.Zero) - time.GetUtcNow() is var wait
                && wait > TimeSpan.Zero
            )
                await Task.Delay(wait, time, cancellationToken);
            var known = Volatile.Read(ref _told);
            return UrlOf(await slack.OpenConnection(appToken, cancellationToken)) is { } url ? (url, known) : null;
        }
        finally
        {
            turn.Release();
        }
    }

    private void Pause(TimeSpan wait) => Interlocked.Exchange(ref _notBefore, (time.GetUtcNow() + wait).Ticks);

    private Uri? UrlOf(SlackReply reply)
    {
        switch (reply)
        {
            case SlackReply.Ok(var body, _):
                if (Uri.TryCreate(((JsonElement?)body).Text("url"), UriKind.Absolute, out var url) && IsSafe(url))
                    return url;
                standing.Failed("an address that is not wss://");
                Log.Unsafe(log);
                return null;
            case SlackReply.RateLimited(var after):
                Pause(after);
                return NotOpened("ratelimited");
            case SlackReply.Refused(var error, _) when OperatorMends.Contains(error):
                NeedsOperator(error);
                return null;
            case SlackReply.Refused(var error, _):
                return NotOpened(error);
            case SlackReply.Unknown(var reason):
                return NotOpened(reason);
            default:
                throw new UnreachableException();
        }
    }

    // People's names and texts go over the socket, so it must be encrypted, except on this machine, where the
    // Playground is.
    private static bool IsSafe(Uri url) =>
        url.Scheme == Uri.UriSchemeWss || (url.Scheme == Uri.UriSchemeWs && url.IsLoopback);

    private async Task<SocketWire?> Connect(Uri url, CancellationToken cancellationToken)
    {
        var ear = new HeardStream.Ear();
        var transport = SlackHttp.Socket(connection => new HeardStream(connection, ear));
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = PingEvery;
        using var patience = new CancellationTokenSource(ConnectPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(url, transport, either.Token);
            return new(socket, ear, transport);
        }
        catch (Exception failure)
            when (failure is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            socket.Dispose();
            transport.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            NotOpened(ReasonOf(failure));
            return null;
        }
    }

    private Uri? NotOpened(string reason)
    {
        standing.Failed(reason);
        Log.NotOpened(log, reason);
        return null;
    }

    private static string ReasonOf(Exception failure) =>
        failure switch
        {
            OperationCanceledException => "timeout",
            { InnerException: HttpRequestException { HttpRequestError: var error } } => $"{error}",
            WebSocketException { WebSocketErrorCode: var error } => $"{error}",
            _ => failure.GetType().Name,
        };

    private static partial class Log
    {
        [LoggerMessage(
            456,
            LogLevel.Error,
            "Socket Mode is off until an operator mends it: Slack says {Error}. See whether Slack:AppToken (xapp-…, connections:write) "
                + "is right and Socket Mode is enabled for the app; it is tried again every five minutes"
        )]
        public static partial void OperatorMends(ILogger logger, string error);

        [LoggerMessage(457, LogLevel.Information, "Socket Mode works again after {Error}")]
        public static partial void Mended(ILogger logger, string error);

        [LoggerMessage(458, LogLevel.Warning, "A socket could not be opened: {Reason}")]
        public static partial void NotOpened(ILogger logger, string reason);

        [LoggerMessage(
            459,
            LogLevel.Warning,
            "A socket was not opened: apps.connections.open answered with an address that is not wss://"
        )]
        public static partial void Unsafe(ILogger logger);
    }
}
