using System.Buffers;
using System.Net.WebSockets;
using LockThat.App.Slack.Http;

namespace LockThat.App.Slack.Sockets;

/// <summary>A message that came over a socket.</summary>
/// <param name="Bytes">Overwritten by the next one.</param>
/// <param name="IsWhole">False when it was too large, so that this is only its beginning.</param>
internal readonly record struct SocketText(ReadOnlyMemory<byte> Bytes, bool IsWhole);

/// <summary>One WebSocket: messages in, put together from their fragments, and messages out, one at a time. A dead
/// socket is a return value, not an exception.</summary>
internal sealed class SocketWire(WebSocket socket, HeardStream.Ear ear, IDisposable transport) : IDisposable
{
    private const int Piece = 4096;
    private readonly ArrayBufferWriter<byte> _incoming = new(Piece);

    // Not disposed on purpose: a late sender may still use it, and a semaphore without a wait handle needs no disposal.
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>True when anything came since the last question, a ping included.</summary>
    public bool WasHeard() => ear.WasHeard();

    /// <summary>The next message; null when there will be none.</summary>
    public async Task<SocketText?> Receive()
    {
        try
        {
            _incoming.ResetWrittenCount();
            for (var isWhole = true; ; )
            {
                var part = await socket.ReceiveAsync(_incoming.GetMemory(Piece), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                isWhole &= _incoming.WrittenCount + part.Count <= RawBody.MaxBytes;
                if (isWhole)
                    _incoming.Advance(part.Count);
                if (part.EndOfMessage)
                    return new(_incoming.WrittenMemory, isWhole);
            }
        }
        catch (Exception dead) when (IsDeath(dead))
        {
            return null;
        }
    }

    /// <summary>False when the message cannot have arrived, because the socket is dead.</summary>
    public Task<bool> Send(ReadOnlyMemory<byte> message) =>
        Out(() =>
            socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask()
        );

    /// <summary>Says that nothing more follows; the other side then closes.</summary>
    public Task Close() =>
        Out(() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None));

    /// <summary>Ends it at once.</summary>
    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        transport.Dispose();
    }

    // There is no time limit: a socket that takes nothing is noticed by its silence, and aborted.
    private async Task<bool> Out(Func<Task> say)
    {
        await _sending.WaitAsync(CancellationToken.None);
        try
        {
            await say();
            return true;
        }
        catch (Exception dead) when (IsDeath(dead))
        {
            socket.Abort();
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    private static bool IsDeath(Exception failure) =>
        failure
            is WebSocketException
                or IOException
                or OperationCanceledException
                or ObjectDisposedException
                or InvalidOperationException;
}
