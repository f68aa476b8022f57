using System.Text.Json;
using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>
/// How the parts of a row are written: section, text, button. Nearly everything that is sent is made of them. Written
/// by hand they cost a third of the generated metadata, which looks up the type of each part again. Their other members
/// are written like everything else.
/// </summary>
/// <typeparam name="T">The part.</typeparam>
public abstract class RowJson<T> : JsonConverter<T>
    where T : class
{
    private protected RowJson() { }

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The Kit is written and never read.");
}

/// <summary>A <see cref="SectionBlock"/>.</summary>
public sealed class SectionJson : RowJson<SectionBlock>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SectionBlock value, JsonSerializerOptions options) =>
        Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, SectionBlock value)
    {
        writer.WriteStartObject();
        writer.WriteString(Words.Type, value.Type);
        Words.WriteIfSaid(writer, Words.BlockId, value.BlockId);
        if (value.Written is { } written && written.IsOf(value))
            written.WriteTo(writer);
        else
            WriteContent(writer, value);
        if (value.Expand is { } expand)
            writer.WriteBoolean("expand"u8, expand);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, SectionBlock value)
    {
        if (value.Text is { } text)
        {
            writer.WritePropertyName(Words.Text);
            Words.Write(writer, text);
        }

        if (value.Fields is { } fields)
        {
            writer.WriteStartArray("fields"u8);
            foreach (var field in fields)
                Words.Write(writer, field);
            writer.WriteEndArray();
        }

        switch (value.Accessory)
        {
            case null:
                break;
            case Button button:
                writer.WritePropertyName(Words.Accessory);
                ButtonJson.Write(writer, button);
                break;
            case var other:
                writer.WritePropertyName(Words.Accessory);
                JsonSerializer.Serialize(writer, other, BlocksJson.Utf8.ISectionAccessory);
                break;
        }
    }
}

/// <summary>A <see cref="Button"/>.</summary>
public sealed class ButtonJson : RowJson<Button>
{
    private static readonly JsonEncodedText ActionId = JsonEncodedText.Encode("action_id");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");
    private static readonly JsonEncodedText Style = JsonEncodedText.Encode("style");
    private static readonly JsonEncodedText AccessibilityLabel = JsonEncodedText.Encode("accessibility_label");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Button value, JsonSerializerOptions options) =>
        Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, Button button)
    {
        writer.WriteStartObject();
        writer.WriteString(Words.Type, button.Type);
        writer.WriteString(ActionId, button.ActionId);
        writer.WritePropertyName(Words.Text);
        Words.Write(writer, button.Text);
        Words.WriteIfSaid(writer, Value, button.Value);
        Words.WriteIfSaid(writer, Url, button.Url);
        if (button.Style is { } style)
        {
            writer.WritePropertyName(Style);
            JsonSerializer.Serialize(writer, style, BlocksJson.Utf8.ButtonStyle);
        }

        if (button.Confirm is { } confirm)
        {
            writer.WritePropertyName("confirm"u8);
            JsonSerializer.Serialize(writer, confirm, BlocksJson.Utf8.ConfirmationDialog);
        }

        Words.WriteIfSaid(writer, AccessibilityLabel, button.AccessibilityLabel);
        writer.WriteEndObject();
    }
}

/// <summary>A <see cref="PlainText"/>.</summary>
public sealed class PlainTextJson : RowJson<PlainText>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlainText value, JsonSerializerOptions options) =>
        Words.Write(writer, value);
}

/// <summary>A <see cref="Markdown"/>.</summary>
public sealed class MarkdownJson : RowJson<Markdown>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Markdown value, JsonSerializerOptions options) =>
        Words.Write(writer, value);
}

/// <summary>The words that several parts share, and the writing of texts.</summary>
internal static class Words
{
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText BlockId = JsonEncodedText.Encode("block_id");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Accessory = JsonEncodedText.Encode("accessory");

    public static void Write(Utf8JsonWriter writer, TextObject text)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, text.Type);
        writer.WriteString(Text, text.Text);
        if (text is PlainText { Emoji: { } emoji })
            writer.WriteBoolean("emoji"u8, emoji);
        if (text is Markdown { Verbatim: { } verbatim })
            writer.WriteBoolean("verbatim"u8, verbatim);
        writer.WriteEndObject();
    }

    public static void WriteIfSaid(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
