using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.Formatting;

/// <summary>What the page reads out of Block Kit besides plain members.</summary>
internal static class BlockKitJson
{
    public static long? Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>The words of a text object, whatever its type: what a label or a button is found by.</summary>
    public static string Words(this JsonElement element, string name) => element.Get(name)?.Str("text") ?? "";
}
