using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace LockThat.Playground.Sockets;

/// <summary>The connection beneath a WebSocket, for acts that a WebSocket does not offer: ping at a chosen time, fall
/// silent, break in the middle of a frame.</summary>
internal sealed class TappedStream(Stream connection, Action abort) : Stream
{
    // Never disposed: nothing waits on its handle, and a late ping may still use it.
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Nothing more goes out, though the connection stands.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Half of the next frame goes out, and then the connection breaks.</summary>
    public bool BreaksNext { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A ping frame with Slack's text, between two frames of the WebSocket.</summary>
    public ValueTask Ping(CancellationToken cancellationToken)
    {
        var text = Encoding.ASCII.GetBytes("Ping from applink-playground");
        return WriteAsync(new ReadOnlyMemory<byte>([0x89, (byte)text.Length, .. text]), cancellationToken);
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (IsSilent)
                return;
            await connection.WriteAsync(BreaksNext ? buffer[..(buffer.Length / 2)] : buffer, cancellationToken);
            await connection.FlushAsync(cancellationToken);
            if (BreaksNext)
                abort();
        }
        finally
        {
            _writing.Release();
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        connection.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        connection.ReadAsync(buffer, offset, count, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            connection.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Puts the tap between the server's connection and the WebSocket on it.</summary>
internal sealed class TappedUpgrade(IHttpUpgradeFeature upgrade, Action abort) : IHttpUpgradeFeature
{
    public TappedStream? Stream { get; private set; }

    public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new TappedStream(await upgrade.UpgradeAsync(), abort);
}
