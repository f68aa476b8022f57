using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>How everything of the Kit is written as JSON: in Slack's snake_case, with absent members left
/// out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(ModalViewDefinition))]
[JsonSerializable(typeof(HomeViewDefinition))]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(IReadOnlyList<Option>))]
[JsonSerializable(typeof(ISectionAccessory))]
[JsonSerializable(typeof(ButtonStyle))]
[JsonSerializable(typeof(ConfirmationDialog))]
public sealed partial class BlocksJson : JsonSerializerContext
{
    /// <summary>For writers of their own: text in other scripts is not escaped, which keeps a view in a wide script
    /// within <see cref="Limits.ViewBytes"/>.</summary>
    public static JsonWriterOptions Writing { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The context to use, written as <see cref="Writing"/> says.</summary>
    public static BlocksJson Utf8 => Relaxed.Context;

    /// <summary>A message as UTF-8 JSON.</summary>
    /// <param name="message">The message.</param>
    public static byte[] Bytes(Message message) => JsonSerializer.SerializeToUtf8Bytes(message, Utf8.Message);

    /// <summary>A form as UTF-8 JSON.</summary>
    /// <param name="view">The form.</param>
    public static byte[] Bytes(ModalViewDefinition view) =>
        JsonSerializer.SerializeToUtf8Bytes(view, Utf8.ModalViewDefinition);

    /// <summary>A Home as UTF-8 JSON.</summary>
    /// <param name="view">The Home.</param>
    public static byte[] Bytes(HomeViewDefinition view) =>
        JsonSerializer.SerializeToUtf8Bytes(view, Utf8.HomeViewDefinition);

    /// <summary>Blocks as an array, where a writer is.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="blocks">The blocks.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Block> blocks)
    {
        writer.WriteStartArray();
        foreach (var block in blocks)
        {
            // Most blocks are sections, and looking up how each is written costs more than writing it.
            if (block is SectionBlock section)
                SectionJson.Write(writer, section);
            else
                JsonSerializer.Serialize(writer, block, Utf8.Block);
        }

        writer.WriteEndArray();
    }

    // In a class of its own, because the order in which the parts of a generated class are initialised is not defined.
    private static class Relaxed
    {
        internal static readonly BlocksJson Context = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
