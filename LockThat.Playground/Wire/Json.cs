using System.Text.Json;
using System.Text.Json.Nodes;

namespace LockThat.Playground.Wire;

/// <summary>Reading raw JSON that others sent: an absent member, a null and a wrong type all read as "not
/// there".</summary>
internal static class Json
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? Str(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Slack takes its booleans as strings too.</summary>
    public static bool Flag(this JsonElement element, string name) =>
        element.Get(name) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.String } text => text.ValueEquals("true") || text.ValueEquals("1"),
            _ => false,
        };

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static string TypeOf(this JsonElement element) => element.Str("type") ?? "";

    public static JsonElement ToElement(this JsonNode node) => JsonElement.Parse(node.ToJsonString());

    public static JsonNode? ToNode(this JsonElement element) => JsonNode.Parse(element.GetRawText());

    public static JsonObject ToObject(this JsonElement element) =>
        JsonNode.Parse(element.GetRawText())?.AsObject() ?? [];

    /// <summary>The JSON in the text, or null when it is none or holds strings that are no text (a lone
    /// surrogate).</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            var parsed = JsonElement.Parse(text);
            return HoldsTextOnly(parsed) ? parsed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HoldsTextOnly(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element
                    .EnumerateObject()
                    .All(member => member.Name is not null && HoldsTextOnly(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(HoldsTextOnly),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
