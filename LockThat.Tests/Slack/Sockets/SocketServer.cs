using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LockThat.Tests.Slack.Sockets;

/// <summary>Slack's end of Socket Mode: accepts sockets on a port of its own, and says and does with each what the test
/// wants.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);
    private readonly Channel<Peer> _opened = Channel.CreateUnbounded<Peer>();
    private readonly ConcurrentBag<Peer> _all = [];
    private readonly WebApplication _site;

    private SocketServer(WebApplication site) => _site = site;

    /// <summary>The answer of apps.connections.open.</summary>
    public string Url =>
        _site.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal) + "/link/?ticket=secret-ticket";

    public int Count => _all.Count;

    public static async Task<SocketServer> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new SocketServer(builder.Build());
        server._site.Use(
            (http, next) =>
            {
                http.Features.Set<IHttpUpgradeFeature>(
                    new Tap(http.Features.GetRequiredFeature<IHttpUpgradeFeature>())
                );
                return next(http);
            }
        );
        server._site.UseWebSockets();
        server._site.Run(server.Accept);
        await server._site.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next socket that the app opens, without a word yet.</summary>
    public Task<Peer> Silent() =>
        _opened
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Generous, TimeProvider.System);

    /// <summary>The next socket that the app opens, greeted. One that the app gave up before, its time having gone on,
    /// is passed over.</summary>
    public async Task<Peer> Next()
    {
        while (true)
        {
            var peer = await Silent();
            try
            {
                await peer.Says(
                    """{"type":"hello","num_connections":1,"connection_info":{"app_id":"A0"},"debug_info":{}}"""
                );
                return peer;
            }
            catch (Exception failure) when (IsGone(failure)) { }
        }
    }

    /// <summary>Whether this says of a socket that nobody is at its other end any more.</summary>
    public static bool IsGone(Exception failure) =>
        failure
            is WebSocketException
                or IOException
                or OperationCanceledException
                or ObjectDisposedException
                or InvalidOperationException;

    public async ValueTask DisposeAsync()
    {
        foreach (var peer in _all)
            peer.Cuts();
        await _site.DisposeAsync();
    }

    private async Task Accept(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan }
        );
        var tap = (Tap)http.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        var peer = new Peer(socket, tap.Line, http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort);
        _all.Add(peer);
        await _opened.Writer.WriteAsync(peer);
        await peer.Listen();
    }

    // Remembers the line under a socket.
    private sealed class Tap(IHttpUpgradeFeature server) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => server.IsUpgradableRequest;

        public Stream Line { get; private set; } = Stream.Null;

        public async Task<Stream> UpgradeAsync() => Line = await server.UpgradeAsync();
    }

    internal sealed class Peer(WebSocket socket, Stream line, Action abort)
    {
        private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource<WebSocketCloseStatus?> _closed = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        /// <summary>Completes when the app closes it, or it breaks, which has no status.</summary>
        public Task<WebSocketCloseStatus?> Closed => _closed.Task.WaitAsync(Generous, TimeProvider.System);

        public bool IsOpen => !_closed.Task.IsCompleted;

        public Task Says(string text) => Says(Encoding.UTF8.GetBytes(text), pieces: 1);

        public async Task Says(byte[] bytes, int pieces, WebSocketMessageType type = WebSocketMessageType.Text)
        {
            var size = Math.Max(1, bytes.Length / pieces);
            for (var at = 0; at < bytes.Length; at += size)
                await socket
                    .SendAsync(
                        bytes.AsMemory(at, Math.Min(size, bytes.Length - at)),
                        type,
                        at + size >= bytes.Length,
                        CancellationToken.None
                    )
                    .AsTask()
                    .WaitAsync(Generous, TimeProvider.System);
        }

        /// <summary>Puts bytes on the line that need not be a message of a WebSocket.</summary>
        public async Task Breaks(byte[] bytes)
        {
            await line.WriteAsync(bytes, CancellationToken.None);
            await line.FlushAsync(CancellationToken.None);
        }

        /// <summary>The next acknowledgement, as it came.</summary>
        public Task<string> Hears() =>
            _heard
                .Reader.ReadAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(Generous, TimeProvider.System);

        public void Cuts() => abort();

        public async Task Closes()
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            await Closed;
        }

        public async Task Listen()
        {
            try
            {
                var buffer = new byte[1024 * 1024];
                while (
                    await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)
                        is { MessageType: not WebSocketMessageType.Close } part
                )
                    await _heard.Writer.WriteAsync(Encoding.UTF8.GetString(buffer, 0, part.Count));
                _closed.TrySetResult(socket.CloseStatus);
                if (socket.State == WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            }
            catch (Exception failure) when (IsGone(failure))
            {
                _closed.TrySetResult(null);
            }
        }
    }
}
