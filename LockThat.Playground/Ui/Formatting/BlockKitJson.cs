using System.Text.Json;

namespace LockThat.Playground.Ui.Formatting;

/// <summary>Block Kit as it came over the wire, read leniently: what is missing or of another kind is absent, never an error.</summary>
public static class BlockKitJson
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null ? child : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.String } child ? child.GetString() : null;

    public static long Number(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt64(out var number) ? number : 0;

    public static bool Flag(this JsonElement element, string name) => element.Child(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string Kind(this JsonElement element) => element.Text("type") ?? "";

    /// <summary>The words of a text object, whatever its type: what a label or a button is found by.</summary>
    public static string Words(this JsonElement element, string name) => element.Child(name)?.Text("text") ?? "";
}
