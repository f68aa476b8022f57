using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Settings;

/// <summary>The memory of the page with the rules of a team, and of a form that lies on it, in the view's private
/// metadata.</summary>
/// <param name="DrawnFor">The workspace for which it was drawn.</param>
public sealed record SettingsMemory(DrawnFor? DrawnFor)
{
    /// <summary>The line whose form it is; null for the page.</summary>
    public string? Line { get; init; }

    /// <summary>The page under the form; null for the page itself.</summary>
    public string? Page { get; init; }

    /// <summary>The values that the fields had when the form was drawn, by their blocks.</summary>
    public ImmutableSortedDictionary<string, string> Shown { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads the text that <see cref="ToString"/> wrote; null when it is not of our making.</summary>
    public static SettingsMemory? Read(string privateMetadata)
    {
        try
        {
            return JsonSerializer.Deserialize(privateMetadata, SettingsMemoryJson.Default.SettingsMemory);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(this, SettingsMemoryJson.Default.SettingsMemory);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SettingsMemory))]
internal sealed partial class SettingsMemoryJson : JsonSerializerContext;
