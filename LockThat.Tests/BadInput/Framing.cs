using System.Globalization;
using System.Text;

namespace LockThat.Tests.BadInput;

/// <summary>How the length of a body is told: rightly most times.</summary>
internal static class Framing
{
    private static readonly string[] Lengths =
    [
        "Content-Length: -1",
        "Content-Length: x",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 1, 1",
        "Content-Length:",
        "Content-Length: 0x10",
        "Content-Length: +3",
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, gzip",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: xchunked",
        "",
    ];

    private static readonly string[] Sizes = ["-1", "FFFFFFFFFFFFFFFFF", "x", "", " 5", "5 ", "0x5", "80000000"];

    public static (byte[] Bytes, bool IsWhole) Of(byte[] body, Chance chance, bool isFramed) =>
        !isFramed
            ? ("\r\n"u8.ToArray(), true)
            : chance.Below(100) switch
            {
                < 85 => (Told($"Content-Length: {body.Length}", body), true),
                < 93 => (Chunked(body, chance, brokenSize: null), true),
                < 95 => (Chunked(body, chance, chance.Pick(Sizes)), false),
                96 => (Told($"Content-Length: {body.Length + 1 + chance.Below(2_000_000)}", body), false),
                97 => (Told($"Content-Length: {chance.Below(body.Length + 1)}", body), false),
                _ => (Told(chance.Pick(Lengths), body), false),
            };

    private static byte[] Told(string header, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(header.Length == 0 ? "\r\n" : $"{header}\r\n\r\n"), .. body];

    private static byte[] Chunked(byte[] body, Chance chance, string? brokenSize)
    {
        var framed = new MemoryStream();
        Write("Transfer-Encoding: chunked\r\n\r\n");
        for (var at = 0; at < body.Length; )
        {
            var length = Math.Min(body.Length - at, 1 + chance.Below(chance.Of(90) ? 20_000 : 20));
            var size =
                brokenSize is not null && chance.Of(30)
                    ? brokenSize
                    : length.ToString(chance.Of(50) ? "x" : "X6", CultureInfo.InvariantCulture);
            Write($"{size}{(chance.Of(10) ? ";name=\"value\"" : "")}\r\n");
            framed.Write(body, at, length);
            Write(brokenSize is not null && chance.Of(10) ? "" : "\r\n");
            at += length;
        }

        Write(chance.Of(90) ? "0\r\n\r\n" : "0\r\nTrailer: x\r\n\r\n");
        return framed.ToArray();

        void Write(string text) => framed.Write(Encoding.ASCII.GetBytes(text));
    }
}
