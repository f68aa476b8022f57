using System.Net.WebSockets;
using LockThat.Tests.Slack;
using LockThat.Tests.Slack.Sockets;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.BadInput;

/// <summary>Frames with something wrong, thousands of them, over sockets. <c>BAD_SEED</c> and <c>BAD_REQUESTS</c> as
/// with requests.</summary>
public sealed class BadFrameTests : IAsyncLifetime
{
    private const int InGate = 4000;
    private const int InSuccession = 25;
    private static readonly int Seed = Rounds.Of("BAD_SEED", 1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    private readonly KeptLog _faults = new(LogLevel.Error);
    private SocketServer? _sockets;
    private ForgetfulSlack? _slack;
    private RunningApp? _running;

    private SocketServer Sockets => _sockets ?? throw new InvalidOperationException("not started");

    private RunningApp App => _running ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync()
    {
        _sockets = await SocketServer.Start();
        _slack = new(_sockets.Url);
        _running = await RunningApp.Start(
            answer: null,
            services: services =>
                services.AddSingleton(new HttpClient(_slack)).AddLogging(logging => logging.AddProvider(_faults)),
            settings: usual =>
                usual with
                {
                    Slack = usual.Slack with { SigningSecrets = [], AppToken = "xapp-1" },
                    Locks = usual.Locks with { MaxResources = 50 },
                }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Sockets.DisposeAsync();
        _slack?.Dispose();
    }

    [Fact]
    public async Task Whatever_comes_over_a_socket_the_next_command_is_served_and_no_fault_is_logged()
    {
        var frames = new BadFrames(Seed);
        var count = Rounds.Of("BAD_REQUESTS", InGate) / 4;
        var peer = await Next();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(InSuccession))
        {
            var sent = numbers.Select(frames.Any).ToList();
            foreach (var frame in sent.Where(_ => peer.IsOpen))
                await Say(peer, frame);
            peer = await Served(peer, $"good-{numbers[0]}");
            // That Socket Mode was turned off is for the operator to know.
            _faults
                .Lines.Where(line => !line.Contains("until an operator mends it", StringComparison.Ordinal))
                .ShouldBeEmpty(
                    $"BAD_SEED={Seed}, numbers {numbers[0]} to {numbers[^1]}:\n{string.Join('\n', sent.Select(frame => frame.Shown))}"
                );
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} frames on {Sockets.Count} sockets");
    }

    /// <summary>The socket on which a command was answered: this one, or one that the app opened in its
    /// place.</summary>
    private async Task<SocketServer.Peer> Served(SocketServer.Peer peer, string id)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await Says(peer, id))
                return peer;
            attempt.ShouldBeLessThan(20, $"BAD_SEED={Seed}: nothing is served any more after {id}");
            peer = await Next();
        }
    }

    private static async Task<bool> Says(SocketServer.Peer peer, string id)
    {
        if (
            !await Say(
                peer,
                new(
                    System.Text.Encoding.UTF8.GetBytes(Envelopes.Command(id, "mine")),
                    1,
                    WebSocketMessageType.Text,
                    IsMessage: true
                )
            )
        )
            return false;
        while (true)
        {
            var heard = peer.Hears();
            await Task.WhenAny(heard, peer.Closed);
            if (!heard.IsCompleted)
                return false;
            if ((await heard).Contains($"\"{id}\"", StringComparison.Ordinal))
                return true;
        }
    }

    // Everything sent after it broke is lost.
    private static async Task<bool> Say(SocketServer.Peer peer, BadFrame frame)
    {
        try
        {
            await frame.To(peer);
            return true;
        }
        catch (Exception failure) when (SocketServer.IsGone(failure))
        {
            return false;
        }
    }

    private async Task<SocketServer.Peer> Next()
    {
        var next = Sockets.Silent();
        await App.Time.AdvanceUntil(next, Step);
        var peer = await next;
        await Say(peer, new("""{"type":"hello"}"""u8.ToArray(), 1, WebSocketMessageType.Text, IsMessage: true));
        return peer;
    }
}
