using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LockThat.App.Slack.Http;

namespace LockThat.Benchmarks;

/// <summary>One kept-alive connection that posts signed requests, with as little work of its own as can be: it shares
/// the machine with what it measures.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Server.SigningSecret);
    private const string Status = "HTTP/1.1 ";
    private static readonly byte[] LengthHeader = "Content-Length: "u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _received = new byte[256 * 1024];
    private int _have;
    private int _bodyLength;

    /// <summary>The body of the latest answer.</summary>
    public string Body => Encoding.UTF8.GetString(_received, _have - _bodyLength, _bodyLength);

    public static async Task<Connection> To(Uri server)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        return connection;
    }

    /// <summary>Posts, and returns the status and the length of the body that came back.</summary>
    public async Task<(int Status, int Length)> Post(string pathAndQuery, string contentType, string body)
    {
        await _socket.SendAsync(Request(pathAndQuery, contentType, Encoding.UTF8.GetBytes(body)));
        _have = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_received.AsMemory(_have));
            if (read == 0)
                throw new IOException("The server hung up.");
            _have += read;
            if (Answer(_received.AsSpan(0, _have)) is not { } answer)
                continue;
            _bodyLength = answer.Length;
            return answer;
        }
    }

    /// <summary>Asks for a page, and returns the status as soon as it comes.</summary>
    public async Task<int> Get(string path)
    {
        await _socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        );
        for (_have = 0; _have < Status.Length + 3; )
            _have += await _socket.ReceiveAsync(_received.AsMemory(_have)) is > 0 and var read
                ? read
                : throw new IOException("The server hung up.");
        return StatusOf(_received);
    }

    public void Dispose() => _socket.Dispose();

    private static int StatusOf(ReadOnlySpan<byte> received) =>
        int.Parse(received.Slice(Status.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);

    private static byte[] Request(string pathAndQuery, string contentType, byte[] body)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var head = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                POST {pathAndQuery} HTTP/1.1
                Host: localhost
                Content-Type: {contentType}
                Content-Length: {body.Length}
                {SlackSignature.TimestampHeader}: {stamp}
                {SlackSignature.SignatureHeader}: {SlackSignature.Sign(Secret, stamp, body)}


                """
            )
            .ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    // Null until all of it is there. Kestrel says the length of every answer of ours.
    private static (int Status, int Length)? Answer(ReadOnlySpan<byte> received)
    {
        if (received.IndexOf("\r\n\r\n"u8) is not (>= 0 and var end))
            return null;
        var status = StatusOf(received);
        var head = received[..end];
        var length = 0;
        if (head.IndexOf(LengthHeader) is >= 0 and var at)
        {
            var digits = head[(at + LengthHeader.Length)..];
            digits = digits.IndexOf((byte)'\r') is >= 0 and var line ? digits[..line] : digits;
            length = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return received.Length >= end + 4 + length ? (status, length) : null;
    }
}
