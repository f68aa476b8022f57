using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Tests.Playground.Sockets;

/// <summary>Somebody's app that speaks Socket Mode to the Playground, as Slack documents it.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public WebSocketCloseStatus? Closed => _socket.CloseStatus;

    public static async Task<Uri> Url(RunningWorkspace slack, string? token = Addresses.AppToken)
    {
        using var response = await slack.Raw("apps.connections.open", null, token);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        return answer.GetProperty("ok").GetBoolean()
            ? new(answer.GetProperty("url").GetString() ?? "")
            : throw new InvalidOperationException(answer.GetProperty("error").GetString());
    }

    /// <summary>Connects, and takes the hello.</summary>
    public static async Task<SocketClient> Open(RunningWorkspace slack)
    {
        var client = await Connect(await Url(slack));
        (await client.Hears()).GetProperty("type").GetString().ShouldBe("hello");
        return client;
    }

    public static async Task<SocketClient> Connect(Uri url, HttpMessageInvoker? transport = null)
    {
        var client = new SocketClient();
        await client._socket.ConnectAsync(url, transport, Ct);
        return client;
    }

    /// <summary>The next message; undefined when the socket was closed.</summary>
    public async Task<JsonElement> Hears()
    {
        var buffer = new byte[1024 * 1024];
        var length = 0;
        while (
            await _socket
                .ReceiveAsync(buffer.AsMemory(length), Ct)
                .AsTask()
                .WaitAsync(Generous, TimeProvider.System, Ct)
                is { MessageType: WebSocketMessageType.Text } part
        )
        {
            length += part.Count;
            if (part.EndOfMessage)
                return JsonElement.Parse(buffer.AsSpan(0, length));
        }

        return default;
    }

    public Task Says(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Ct);

    public Task Acks(JsonElement envelope, string? payload = null) =>
        Says(
            $$"""{"envelope_id":"{{envelope.GetProperty("envelope_id").GetString()}}"{{(payload is null ? "" : ",\"payload\":" + payload)}}}"""
        );

    public void Dispose() => _socket.Dispose();
}
