using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LockThat.Tests.BadInput;

/// <summary>The answer: its status, and whether the connection may be used again.</summary>
internal sealed record RawAnswer(int Status, string Body, bool StaysOpen);

/// <summary>A client that sends bytes, whatever they are, and reads what comes back.</summary>
internal sealed class RawConnection(Uri server) : IDisposable
{
    private readonly byte[] _piece = new byte[16 * 1024];
    private readonly List<byte> _unread = [];
    private NetworkStream? _line;

    /// <summary>Null when the server hung up without a word.</summary>
    public async Task<RawAnswer?> Ask(RawRequest request, CancellationToken cancellationToken)
    {
        _line ??= await Connect(cancellationToken);
        await Send(_line, request, cancellationToken);
        var answer = await Read(_line, request.IsHead, cancellationToken);
        if (answer is not { StaysOpen: true } || !request.IsWhole || _unread.Count > 0)
            Dispose();
        return answer;
    }

    public void Dispose()
    {
        _line?.Dispose();
        _line = null;
        _unread.Clear();
    }

    private async Task<NetworkStream> Connect(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    // A sender that is refused early may find the line closed while it still sends. It can read the answer all the
    // same.
    private static async Task Send(NetworkStream to, RawRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await to.WriteAsync(request.Bytes, cancellationToken);
            if (!request.IsWhole)
                to.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{request.Bytes.Length} bytes were not heard out");
        }
    }

    private async Task<RawAnswer?> Read(NetworkStream from, bool isHead, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await Until(from, "\r\n\r\n", cancellationToken) is not { } head)
                return null;
            var status = int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture);
            if (status is 100)
                continue;
            var body = isHead || status is < 200 or 204 or 304 ? "" : await Body(from, head, cancellationToken);
            return body is null
                ? null
                : new(status, body, !head.Contains("Connection: close", StringComparison.OrdinalIgnoreCase));
        }
    }

    // Null when it broke off.
    private async Task<string?> Body(NetworkStream from, string head, CancellationToken cancellationToken)
    {
        if (Header(head, "Content-Length") is { } length)
            return await Take(from, int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        if (Header(head, "Transfer-Encoding") is null)
            return "";
        var all = new StringBuilder();
        while (await Until(from, "\r\n", cancellationToken) is { } size)
        {
            var count = int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            all.Append(await Take(from, count, cancellationToken));
            if (await Until(from, "\r\n", cancellationToken) is not null && count == 0)
                return all.ToString();
        }

        return null;
    }

    private static string? Header(string head, string name) =>
        head.Split("\r\n")
            .FirstOrDefault(header => header.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..].Trim();

    private async Task<string?> Until(NetworkStream from, string end, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Encoding.Latin1.GetString([.. _unread]).IndexOf(end, StringComparison.Ordinal) is >= 0 and var found)
                return Take(found, end.Length);
            if (!await More(from, cancellationToken))
                return null;
        }
    }

    private async Task<string?> Take(NetworkStream from, int count, CancellationToken cancellationToken)
    {
        while (_unread.Count < count && await More(from, cancellationToken))
            continue;
        return _unread.Count < count ? null : Take(count, 0);
    }

    private string Take(int count, int skip)
    {
        var text = Encoding.UTF8.GetString([.. _unread[..count]]);
        _unread.RemoveRange(0, count + skip);
        return text;
    }

    private async Task<bool> More(NetworkStream from, CancellationToken cancellationToken)
    {
        try
        {
            var read = await from.ReadAsync(_piece, cancellationToken);
            _unread.AddRange(_piece.AsSpan(0, read));
            return read > 0;
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            return false;
        }
    }
}
