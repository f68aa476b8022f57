using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.Formatting;

/// <summary>Members of Block Kit that the page reads besides plain ones.</summary>
internal static class BlockKitJson
{
    public static long? Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>The words of a text object of either type; labels and buttons are found by them.</summary>
    public static string Words(this JsonElement element, string name) => element.Get(name)?.Str("text") ?? "";
}
