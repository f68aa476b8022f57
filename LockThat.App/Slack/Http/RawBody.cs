using System.Buffers;

namespace LockThat.App.Slack.Http;

/// <summary>The bytes of a request as they came, because Slack signed these bytes, in a rented buffer that
/// <see cref="Dispose"/> gives back.</summary>
public sealed class RawBody : IDisposable
{
    /// <summary>Slack's largest requests, clicks in a full Home with all its state, stay well below.</summary>
    public const int MaxBytes = 1024 * 1024;

    // The claimed Content-Length is ignored: the buffer grows with the bytes received.
    private const int MostAtFirst = 8 * 1024;

    private byte[] _buffer;
    private int _length;

    private RawBody(int expected) => _buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp(expected, 1024, MostAtFirst));

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>The body, or null when it is larger than <see cref="MaxBytes"/>.</summary>
    public static async Task<RawBody?> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        var body = new RawBody((int)(request.ContentLength ?? 0) + 1);
        var fits = false;
        try
        {
            fits = await body.Fill(request.Body, cancellationToken);
        }
        finally
        {
            if (!fits)
                body.Dispose();
        }

        return fits ? body : null;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    private async Task<bool> Fill(Stream from, CancellationToken cancellationToken)
    {
        while (await from.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is var read and > 0)
        {
            _length += read;
            if (_length > MaxBytes)
                return false;
            if (_length == _buffer.Length)
                Grow();
        }

        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 2, MaxBytes + 1));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
