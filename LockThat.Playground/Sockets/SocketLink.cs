using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Wire;

namespace LockThat.Playground.Sockets;

/// <summary>One socket of an app, from Slack's side.</summary>
public sealed class SocketLink : IDisposable
{
    private const int LargestAck = 1024 * 1024;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(10);

    private readonly WebSocket socket;
    private readonly TappedStream tap;
    private readonly Workspace workspace;
    private readonly Faults faults;
    private readonly Action abort;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource<JsonElement?>>> waiting = new(
        StringComparer.Ordinal
    );
    private readonly CancellationTokenSource over = new();

    // Never disposed: nothing waits on its handle, and whoever sends may come when all is over.
    private readonly SemaphoreSlim sending = new(1);
    private bool isOver;

    internal SocketLink(WebSocket socket, TappedStream tap, Workspace workspace, Faults faults, Action abort) =>
        (this.socket, this.tap, this.workspace, this.faults, this.abort) = (socket, tap, workspace, faults, abort);

    /// <summary>The app was told to leave it.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>Breaks the connection, without a word.</summary>
    public void Cuts() => abort();

    /// <summary>Says and hears nothing more, though the connection stands.</summary>
    public void FallsSilent() => tap.IsSilent = true;

    /// <summary>Tells the app to leave: warning, refresh_requested, link_disabled or too_many_websockets. The first two
    /// leave it ten seconds of the workspace's clock.</summary>
    public async Task Disconnects(string reason)
    {
        IsLeaving = true;
        await Say(
            new()
            {
                ["type"] = "disconnect",
                ["reason"] = reason,
                ["debug_info"] = new JsonObject { ["host"] = "applink-playground" },
            }
        );
        _ = Leave(reason is "warning" or "refresh_requested" ? LeaveWithin : TimeSpan.Zero);
    }

    /// <summary>Says this, whatever it is.</summary>
    public Task Says(string text) => Send(Encoding.UTF8.GetBytes(text), over.Token);

    /// <summary>Says this in fragments of so many bytes.</summary>
    public async Task SaysInFragments(string text, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await sending.WaitAsync(over.Token);
        try
        {
            for (var at = 0; at < bytes.Length; at += size)
                await socket.SendAsync(
                    bytes.AsMemory(at, Math.Min(size, bytes.Length - at)),
                    WebSocketMessageType.Text,
                    at + size >= bytes.Length,
                    over.Token
                );
        }
        finally
        {
            sending.Release();
        }
    }

    internal Task Greet(int connections) =>
        Say(
            new()
            {
                ["type"] = "hello",
                ["num_connections"] = connections,
                ["connection_info"] = new JsonObject { ["app_id"] = Team.AppId },
                ["debug_info"] = new JsonObject
                {
                    ["host"] = "applink-playground",
                    ["build_number"] = 1,
                    ["approximate_connection_time"] = 18060,
                },
            }
        );

    /// <summary>The acknowledgement of the envelope; null when the socket ended before it came.</summary>
    internal async Task<JsonElement?> Deliver(string envelopeId, string envelope, CancellationToken ct)
    {
        var ack = new TaskCompletionSource<JsonElement?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (isOver)
                return null;
            if (!waiting.TryGetValue(envelopeId, out var queue))
                waiting[envelopeId] = queue = new();
            queue.Enqueue(ack);
        }

        var cut = faults.TakesCut();
        tap.BreaksNext = cut == SocketCut.MidFrame;
        if (!await Send(Encoding.UTF8.GetBytes(envelope), ct))
            return null;
        if (cut == SocketCut.BeforeAck)
            Cuts();
        var answered = await ack.Task.WaitAsync(ct);
        if (cut == SocketCut.AfterAck)
            Cuts();
        return answered;
    }

    /// <summary>Hears acknowledgements until the socket ends.</summary>
    internal async Task Listen()
    {
        var pings = Ping();
        try
        {
            while (await Receive() is { } text)
                Take(text);
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // The app is gone; what waits for it hears so below.
        }
        finally
        {
            await over.CancelAsync();
            await pings;
            Abandon();
        }
    }

    private async Task<string?> Receive()
    {
        var message = new ArrayBufferWriter<byte>();
        while (message.WrittenCount <= LargestAck)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(4096), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Advance(part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(message.WrittenSpan);
        }

        return null;
    }

    private void Take(string text)
    {
        if (tap.IsSilent)
            return;
        if (Json.Parse(text) is not { ValueKind: JsonValueKind.Object } ack || ack.Str("envelope_id") is not { } id)
            Object(text, "an acknowledgement must be a JSON object with an envelope_id");
        else if (Awaited(id) is { } waiter)
            waiter.TrySetResult(ack);
        else
            Object(text, "nothing waits for this acknowledgement on this socket [json-pointer:/envelope_id]");
    }

    private TaskCompletionSource<JsonElement?>? Awaited(string id)
    {
        lock (gate)
            return waiting.TryGetValue(id, out var queue) && queue.TryDequeue(out var waiter) ? waiter : null;
    }

    private void Object(string text, string problem) =>
        workspace.Journal.Add(
            new ApiCall("socket_mode", text, 0, "", workspace.Time.GetUtcNow())
            {
                Error = "invalid_ack",
                Problems = [problem],
            }
        );

    private Task Say(JsonObject message) =>
        Send(Encoding.UTF8.GetBytes(message.ToJsonString()), CancellationToken.None);

    private async Task<bool> Send(ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        await sending.WaitAsync(ct);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            return false;
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task Ping()
    {
        try
        {
            while (true)
            {
                await Task.Delay(PingEvery, workspace.Time, over.Token);
                await tap.Ping(over.Token);
            }
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // Listen tells.
        }
    }

    private async Task Leave(TimeSpan within)
    {
        try
        {
            await Task.Delay(within, workspace.Time, over.Token);
            await sending.WaitAsync(over.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", over.Token);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // It left by itself.
        }
    }

    private void Abandon()
    {
        lock (gate)
        {
            isOver = true;
            foreach (var waiter in waiting.Values.SelectMany(queue => queue))
                waiter.TrySetResult(null);
        }
    }

    private static bool IsEnd(Exception failure) =>
        failure
            is WebSocketException
                or IOException
                or OperationCanceledException
                or ObjectDisposedException
                or InvalidOperationException;

    public void Dispose()
    {
        socket.Dispose();
        over.Dispose();
    }
}
