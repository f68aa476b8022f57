using System.Net.WebSockets;
using System.Text;
using LockThat.App.Slack.Http;
using LockThat.Tests.Slack;
using LockThat.Tests.Slack.Sockets;

namespace LockThat.Tests.BadInput;

/// <summary>Frames over a socket.</summary>
/// <param name="Pieces">In how many fragments.</param>
/// <param name="IsMessage">False for bytes that need not be a message of a WebSocket.</param>
internal sealed record BadFrame(byte[] Bytes, int Pieces, WebSocketMessageType Type, bool IsMessage)
{
    public string Shown =>
        $"{(IsMessage ? $"{Type} in {Pieces}" : "raw")}: {Encoding.Latin1.GetString(Bytes[..Math.Min(Bytes.Length, 600)])}";

    public async Task To(SocketServer.Peer peer)
    {
        if (IsMessage)
        {
            await peer.Says(Bytes, Pieces, Type);
            return;
        }

        // It may be the beginning of a frame, of which all that follows would be a part.
        await peer.Breaks(Bytes);
        peer.Cuts();
    }
}

/// <summary>Frames in the shape of real ones, with something wrong nearly always.</summary>
internal sealed class BadFrames(int seed)
{
    private static readonly string[] Reasons =
    [
        "warning",
        "refresh_requested",
        "link_disabled",
        "too_many_websockets",
        "",
        "\u0000",
    ];
    private static readonly string[] Types =
    [
        "slash_commands",
        "interactive",
        "events_api",
        "hello",
        "disconnect",
        "options",
        "",
        "\u202E",
    ];

    // A reserved bit, an opcode that is none, a close of one byte, a ping of too many, a fragment of nothing, text that
    // is no UTF-8, masked, an endless length, HTTP.
    private static readonly byte[][] NoFrames =
    [
        [0xC1, 0x00],
        [0x83, 0x00],
        [0x8F, 0x00],
        [0x88, 0x01, 0x03],
        [0x88, 0x02, 0x00, 0x00],
        [0x89, 0x7E, 0x00, 0xFF],
        [0x80, 0x01, 0x41],
        [0x01, 0x01, 0x41, 0x81, 0x01, 0x41],
        [0x81, 0x02, 0xC3, 0x28],
        [0x81, 0x81, 1, 2, 3, 4, 0x41],
        [0x81, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x81, 0x7F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x41],
        "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(),
        [0x8A, 0x00, 0x8A, 0x01, 0x41],
    ];

    public BadFrame Any(int number)
    {
        var chance = new Chance(seed, number);
        return chance.Below(200) switch
        {
            0 => new(
                chance.Of(70) ? chance.Pick(NoFrames) : chance.Bytes(1 + chance.Below(60)),
                1,
                WebSocketMessageType.Text,
                IsMessage: false
            ),
            1 => Text(Envelopes.Disconnect(chance.Pick(Reasons)), chance),
            2 => Text(Envelopes.Command($"e{number}", new string('x', chance.Below(3 * RawBody.MaxBytes))), chance),
            < 20 => Text(Envelope(number, chance), chance),
            < 120 => Text(JsonMutation.Of(Envelope(number, chance), chance), chance),
            _ => Message(
                BodyMutation.Of(
                    Encoding.UTF8.GetBytes(
                        chance.Of(50) ? JsonMutation.Of(Envelope(number, chance), chance) : Envelope(number, chance)
                    ),
                    chance
                ),
                chance
            ),
        };
    }

    private static string Envelope(int number, Chance chance)
    {
        var (id, takesPayload) = (chance.Of(95) ? $"e{number}" : "e1", chance.Of(70));
        return chance.Below(10) switch
        {
            < 3 => Envelopes.Command(id, "lock test-site 2h demo"),
            < 7 => Envelopes.Of(
                id,
                "interactive",
                chance.Pick([.. Shapes.Interactions, Payloads.Suggestion]),
                takesPayload
            ),
            < 9 => Envelopes.Of(
                id,
                "events_api",
                chance.Pick([.. Shapes.Slacks.Where(shape => shape.IsJson)]).Body,
                takesPayload
            ),
            _ => Envelopes.Of(id, chance.Pick(Types), "{}", takesPayload),
        };
    }

    private static BadFrame Text(string text, Chance chance) => Message(Encoding.UTF8.GetBytes(text), chance);

    private static BadFrame Message(byte[] bytes, Chance chance) =>
        new(
            bytes,
            chance.Of(90) ? 1 : 1 + chance.Below(50),
            chance.Of(95) ? WebSocketMessageType.Text : WebSocketMessageType.Binary,
            IsMessage: true
        );
}
