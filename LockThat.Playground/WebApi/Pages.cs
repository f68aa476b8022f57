using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Wire;

namespace LockThat.Playground.WebApi;

/// <summary>Lists by cursor: limit entries at a time, and an opaque word for the place to go on from.</summary>
internal static class Pages
{
    public static ApiAnswer Of(string name, IReadOnlyList<JsonNode> entries, JsonElement arguments, int defaultLimit)
    {
        if (Start(arguments.Str("cursor")) is not { } start || start > entries.Count)
            return ApiAnswer.Refused("invalid_cursor");
        if (Limit(arguments.Get("limit"), defaultLimit) is not (>= 1 and <= 1000 and var limit))
            return ApiAnswer.Refused("invalid_limit");
        var end = Math.Min(entries.Count, start + limit);
        var cursor =
            end < entries.Count
                ? Convert.ToBase64String(
                    Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{end}"))
                )
                : "";
        return ApiAnswer.Ok(
            new(name, new JsonArray([.. entries.Skip(start).Take(limit)])),
            new("response_metadata", new JsonObject { ["next_cursor"] = cursor })
        );
    }

    private static int? Start(string? cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (string.IsNullOrEmpty(cursor))
            return 0;
        return
            Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]).Split(':') is ["next", var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : null;
    }

    private static int? Limit(JsonElement? limit, int otherwise) =>
        limit switch
        {
            null => otherwise,
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value == 0
                ? otherwise
                : value,
            { ValueKind: JsonValueKind.String } text
                when int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) =>
                value == 0 ? otherwise : value,
            _ => null,
        };
}
