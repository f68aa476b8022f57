using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Sockets;

/// <summary>One socket of an app, from Slack's side.</summary>
public sealed class SocketLink : IDisposable
{
    private const int LargestAck = 1024 * 1024;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(10);

    private readonly WebSocket _socket;
    private readonly TappedStream _tap;
    private readonly Workspace _workspace;
    private readonly Faults _faults;
    private readonly Action _abort;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource<JsonElement?>>> _waiting = new(
        StringComparer.Ordinal
    );
    private readonly CancellationTokenSource _over = new();

    // Never disposed: nothing waits on its handle, and a late sender may still use it.
    private readonly SemaphoreSlim _sending = new(1);
    private bool _isOver;

    internal SocketLink(WebSocket socket, TappedStream tap, Workspace workspace, Faults faults, Action abort) =>
        (_socket, _tap, _workspace, _faults, _abort) = (socket, tap, workspace, faults, abort);

    /// <summary>The app was told to leave it.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>Breaks the connection, without a word.</summary>
    public void Cuts() => _abort();

    /// <summary>Says and hears nothing more, though the connection stands.</summary>
    public void FallsSilent() => _tap.IsSilent = true;

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

    /// <summary>Says this text, valid or not.</summary>
    public Task Says(string text) => Send(Encoding.UTF8.GetBytes(text), _over.Token);

    /// <summary>Says this in fragments of so many bytes.</summary>
    public async Task SaysInFragments(string text, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await _sending.WaitAsync(_over.Token);
        try
        {
            for (var at = 0; at < bytes.Length; at += size)
                await _socket.SendAsync(
                    bytes.AsMemory(at, Math.Min(size, bytes.Length - at)),
                    WebSocketMessageType.Text,
                    at + size >= bytes.Length,
                    _over.Token
                );
        }
        finally
        {
            _sending.Release();
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
    internal async Task<JsonElement?> Deliver(string envelopeId, string envelope, CancellationToken cancellationToken)
    {
        var ack = new TaskCompletionSource<JsonElement?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isOver)
                return null;
            if (!_waiting.TryGetValue(envelopeId, out var queue))
                _waiting[envelopeId] = queue = new();
            queue.Enqueue(ack);
        }

        var cut = _faults.TakesCut();
        _tap.BreaksNext = cut == SocketCut.MidFrame;
        if (!await Send(Encoding.UTF8.GetBytes(envelope), cancellationToken))
            return null;
        if (cut == SocketCut.BeforeAck)
            Cuts();
        var answered = await ack.Task.WaitAsync(cancellationToken);
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
            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // The app is gone; the deliveries that wait for it hear so below.
        }
        finally
        {
            await _over.CancelAsync();
            await pings;
            Abandon();
        }
    }

    private async Task<string?> Receive()
    {
        var message = new ArrayBufferWriter<byte>();
        while (message.WrittenCount <= LargestAck)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(4096), CancellationToken.None);
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
        if (_tap.IsSilent)
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
        lock (_gate)
            return _waiting.TryGetValue(id, out var queue) && queue.TryDequeue(out var waiter) ? waiter : null;
    }

    private void Object(string text, string problem) =>
        _workspace.Journal.Add(
            new ApiCall("socket_mode", text, 0, "", _workspace.Time.GetUtcNow())
            {
                Error = "invalid_ack",
                Problems = [problem],
            }
        );

    private Task Say(JsonObject message) =>
        Send(Encoding.UTF8.GetBytes(message.ToJsonString()), CancellationToken.None);

    private async Task<bool> Send(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Ping()
    {
        try
        {
            while (true)
            {
                await Task.Delay(PingEvery, _workspace.Time, _over.Token);
                await _tap.Ping(_over.Token);
            }
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // Listen sees the end too, and cleans up.
        }
    }

    private async Task Leave(TimeSpan within)
    {
        try
        {
            await Task.Delay(within, _workspace.Time, _over.Token);
            await _sending.WaitAsync(_over.Token);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _over.Token);
        }
        catch (Exception gone) when (IsEnd(gone))
        {
            // The app left by itself.
        }
    }

    private void Abandon()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var waiter in _waiting.Values.SelectMany(queue => queue))
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
        _socket.Dispose();
        _over.Dispose();
    }
}
