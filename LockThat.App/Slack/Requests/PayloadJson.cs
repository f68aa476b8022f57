using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace LockThat.App.Slack.Requests;

/// <summary>Reads untrusted JSON. A value that is missing or of another kind is null, never an exception.</summary>
public static class PayloadJson
{
    private const int LongestId = 255;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The document, or null when it is no object in sound JSON. It reads from <paramref name="json"/> for as
    /// long as it lives.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        // JsonDocument finds invalid strings only when they are read, and then throws.
        if (!Utf8.IsValid(json.Span) || !HasWholeSurrogates(json.Span))
            return null;
        try
        {
            var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Object(this JsonElement? of, string name) => of.Property(name, JsonValueKind.Object);

    /// <summary>The first object of an array.</summary>
    public static JsonElement? First(this JsonElement? of, string name) =>
        of.Property(name, JsonValueKind.Array) is { } array
        && array.GetArrayLength() > 0
        && array[0].ValueKind == JsonValueKind.Object
            ? array[0]
            : null;

    /// <summary>The objects in an array; other values in it are skipped.</summary>
    public static IEnumerable<JsonElement?> Objects(this JsonElement? of, string name) =>
        of.Property(name, JsonValueKind.Array) is { } array
            ? array
                .EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => (JsonElement?)item)
            : [];

    public static string? Text(this JsonElement? of, string name) =>
        of.Property(name, JsonValueKind.String)?.GetString();

    /// <summary>An id of Slack's; null when it is missing or cannot be one.</summary>
    public static string? Id(this JsonElement? of, string name) => AsId(of.Text(name));

    /// <summary>The same for a workspace; null when the id is an organisation's, which Slack sometimes sends
    /// instead.</summary>
    public static string? TeamId(this JsonElement? of, string name) =>
        of.Id(name) is { } id && id[0] != 'E' ? id : null;

    /// <summary>The strings in an array; other values in it are skipped.</summary>
    public static IEnumerable<string> Texts(this JsonElement? of, string name) =>
        of.Property(name, JsonValueKind.Array) is { } array
            ? array
                .EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString())
                .OfType<string>()
            : [];

    /// <summary>True for <c>true</c>, and for <c>"true"</c>, which some of Slack's payloads have instead.</summary>
    public static bool IsTrue(this JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element
        && element.TryGetProperty(name, out var value)
        && (
            value.ValueKind == JsonValueKind.True
            || (value.ValueKind == JsonValueKind.String && value.ValueEquals("true"))
        );

    public static long? Number(this JsonElement? of, string name) =>
        of.Property(name, JsonValueKind.Number) is { } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>The text if it can be an id: any text that is short, in ASCII and without spaces.</summary>
    public static string? AsId(string? text) =>
        text is { Length: > 0 and <= LongestId } && !text.AsSpan().ContainsAnyExceptInRange('!', '~') ? text : null;

    private static JsonElement? Property(this JsonElement? of, string name, JsonValueKind kind) =>
        of is { ValueKind: JsonValueKind.Object } element
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == kind
            ? value
            : null;

    private static bool HasWholeSurrogates(ReadOnlySpan<byte> json)
    {
        var high = false;
        for (int i; (i = json.IndexOf((byte)'\\')) >= 0; )
        {
            if (high && i > 0)
                return false;
            var unit = Escaped(json[i..]);
            if (high != (unit is { } low && char.IsLowSurrogate(low)))
                return false;
            high = unit is { } first && char.IsHighSurrogate(first);
            json = json[Math.Min(json.Length, i + (unit is null ? 2 : 6))..];
        }

        return !high;
    }

    private static char? Escaped(ReadOnlySpan<byte> at) =>
        at.Length >= 6
        && at[1] == (byte)'u'
        && ushort.TryParse(at[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
