using System.Text;
using System.Text.Json;
using CsCheck;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.Sockets;
using LockThat.Tests.Slack.Sockets;

namespace LockThat.Tests.Slack.Requests;

public sealed class RequestReaderPropertyTests
{
    private static readonly string[] Bodies =
    [
        Payloads.Command("lock test-site 2 h demo"),
        Payloads.Payload(Payloads.BlockAction),
        Payloads.Payload(Payloads.HomeAction),
        Payloads.Payload(Payloads.Submission),
        Payloads.Payload(Payloads.Suggestion),
        Payloads.HomeOpened,
        Envelopes.Command("e1", "lock test-site"),
        Envelopes.Of("e1", "interactive", Payloads.Submission),
        Envelopes.Of("e1", "events_api", Payloads.HomeOpened),
    ];

    private static readonly string[] Nasties =
    [
        "null",
        "[]",
        "{}",
        "7",
        "-1",
        "1e999",
        "\"\"",
        "\\ud83d",
        "\\u0000",
        "\0",
        "%",
        "%FF",
        "%00",
        "&",
        "=",
        "+",
        "\"",
        "{",
        "}",
        "\ud83d",
        "é",
        "payload=",
        "true",
    ];

    private static readonly Gen<string> Documents = Gen.OneOf(
        Payloads.BlockAction,
        Payloads.HomeAction,
        Payloads.Submission,
        Payloads.Suggestion,
        Payloads.HomeOpened,
        Envelopes.Command("e1", "lock test-site")
    );

    private static readonly Gen<byte[]> Mutated =
        from body in Gen.Int[0, Bodies.Length - 1].Select(i => Bodies[i])
        from cuts in Gen.Select(Gen.Int[0, body.Length - 1], Gen.Int[0, 20], Gen.Int[0, Nasties.Length - 1]).Array[1, 4]
        from flips in Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte).Array[0, 3]
        select Mutate(body, cuts, flips);

    [Fact]
    public void Whatever_comes_it_is_read_or_refused_and_never_thrown_at() =>
        Gen.Select(Gen.Enum<SlackRoute>(), Mutated)
            .Sample(
                (route, body) =>
                {
                    RequestReader
                        .Read(route, route == SlackRoute.Event ? Payloads.Json : Payloads.Form, body)
                        .ShouldNotBeNull();
                    RequestReader.Read(SlackRoute.Event, Payloads.Json, body).ShouldNotBeNull();
                    SocketMessageReader.Read(body).ShouldNotBeNull();
                }
            );

    [Fact]
    public void Any_JSON_kind_in_any_place_is_read_or_refused() =>
        Gen.Select(Documents, Gen.Int[0, 60], Gen.OneOf("null", "7", "[]", "{}", "\"x\"", "true"))
            .Sample(
                (json, place, value) =>
                {
                    var body = Encoding.UTF8.GetBytes(WithValueAt(json, place, value));
                    RequestReader.Read(SlackRoute.Event, Payloads.Json, body).ShouldNotBeNull();
                    SocketMessageReader.Read(body).ShouldNotBeNull();
                    RequestReader
                        .Read(
                            SlackRoute.Action,
                            Payloads.Form,
                            Encoding.UTF8.GetBytes(Payloads.Payload(Encoding.UTF8.GetString(body)))
                        )
                        .ShouldNotBeNull();
                }
            );

    private static byte[] Mutate(string body, (int At, int Length, int Nasty)[] cuts, (int At, byte To)[] flips)
    {
        foreach (var (at, length, nasty) in cuts.Where(cut => cut.At <= body.Length))
            body = body[..at] + Nasties[nasty] + body[Math.Min(body.Length, at + length)..];
        var bytes = Encoding.UTF8.GetBytes(body);
        foreach (var (at, to) in flips.Where(_ => bytes.Length > 0))
            bytes[at % bytes.Length] = to;
        return bytes;
    }

    // The value behind the colon with this number becomes another one; the rest of the document stays whole.
    private static string WithValueAt(string json, int place, string value)
    {
        using var document = JsonDocument.Parse(json);
        var left = place;
        return Rewritten(document.RootElement, value, ref left);
    }

    private static string Rewritten(JsonElement element, string value, ref int left)
    {
        if (left-- == 0)
            return value;
        var parts = new List<string>();
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    parts.Add($"\"{property.Name}\":{Rewritten(property.Value, value, ref left)}");
                return $"{{{string.Join(',', parts)}}}";
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    parts.Add(Rewritten(item, value, ref left));
                return $"[{string.Join(',', parts)}]";
            default:
                return element.GetRawText();
        }
    }
}
