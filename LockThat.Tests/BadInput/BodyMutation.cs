using System.Text;
using LockThat.Tests.Slack;

namespace LockThat.Tests.BadInput;

/// <summary>A body as it was never meant: of other fields, of other JSON, or of other bytes.</summary>
internal static class BodyMutation
{
    private static readonly byte[][] Strange =
    [
        [0],
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xEF, 0xBB, 0xBF],
        [0xE2, 0x82],
        "%"u8.ToArray(),
        "%0"u8.ToArray(),
        "%GG"u8.ToArray(),
        "%FF"u8.ToArray(),
        "%00"u8.ToArray(),
        "%ED%A0%80"u8.ToArray(),
        "%u0041"u8.ToArray(),
        "&"u8.ToArray(),
        "&&&&"u8.ToArray(),
        "="u8.ToArray(),
        "+"u8.ToArray(),
        ";"u8.ToArray(),
        "\r\n"u8.ToArray(),
        "\""u8.ToArray(),
        "\\"u8.ToArray(),
        "{"u8.ToArray(),
        "}"u8.ToArray(),
        "\\ud800"u8.ToArray(),
        "payload="u8.ToArray(),
        "ssl_check=1&"u8.ToArray(),
        "&team_id=T0OTHER"u8.ToArray(),
    ];

    public static byte[] Of(Shape shape, Chance chance)
    {
        var text = chance.Of(75) ? Fields(shape, chance) : shape.Body;
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var times = chance.Of(35) ? 1 + chance.Below(4) : 0; times > 0; times--)
            bytes = Of(bytes, chance);
        return bytes;
    }

    private static string Fields(Shape shape, Chance chance)
    {
        if (shape.IsJson)
            return JsonMutation.Of(shape.Body, chance);
        var fields = shape
            .Body.Split('&')
            .Select(field => field.Split('=', 2))
            .Select(field => (Name: field[0], Value: Uri.UnescapeDataString(field.ElementAtOrDefault(1) ?? "")))
            .ToList();
        if (fields is [("payload", var json)] && chance.Of(85))
            return Payloads.Payload(JsonMutation.Of(json, chance));
        for (var times = chance.Below(3); times >= 0 && fields.Count > 0; times--)
            Change(fields, chance);
        return string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
    }

    private static void Change(List<(string Name, string Value)> fields, Chance chance)
    {
        var at = chance.Below(fields.Count);
        switch (chance.Below(7))
        {
            case 0:
                fields.RemoveAt(at);
                break;
            case 1:
                fields[at] = (fields[at].Name + chance.Pick(["", "[]", "%00", " ", "="]), fields[at].Value);
                break;
            case 2:
                fields.Insert(chance.Below(fields.Count), fields[at]);
                break;
            case 3:
                fields.AddRange(Enumerable.Range(0, chance.Below(120)).Select(number => ($"more{number}", "x")));
                break;
            case 4:
                fields[at] = (fields[at].Name, new string('x', chance.Below(5000)));
                break;
            default:
                // Most can go wrong in typed text.
                var typed = chance.Of(60) ? fields.FindIndex(field => field.Name == "text") : at;
                typed = typed < 0 ? at : typed;
                fields[typed] = (
                    fields[typed].Name,
                    chance.Of(50) ? chance.Nasty() : $"{fields[typed].Value} {chance.Nasty()}"
                );
                break;
        }
    }

    public static byte[] Of(byte[] bytes, Chance chance)
    {
        if (bytes.Length == 0)
            return chance.Bytes(chance.Below(40));
        var (at, length) = (chance.Below(bytes.Length), chance.Below(30));
        var end = Math.Min(bytes.Length, at + length);
        switch (chance.Below(6))
        {
            case 0:
                bytes = [.. bytes];
                bytes[at] ^= (byte)(1 << chance.Below(8));
                return bytes;
            case 1:
                return [.. bytes[..at], .. bytes[end..]];
            case 2:
                return [.. bytes[..end], .. bytes[at..]];
            case 3:
                return chance.Of(50) ? bytes[..at] : [.. bytes, .. bytes];
            case 4:
                return [.. bytes[..at], .. chance.Bytes(length), .. bytes[at..]];
            default:
                return [.. bytes[..at], .. chance.Pick(Strange), .. bytes[at..]];
        }
    }
}
