using System.Text.Json;

namespace LockThat.Blocks.Kit;

/// <summary>Text and button of a <see cref="SectionBlock"/> that stands in many messages, written as JSON
/// once.</summary>
internal sealed class WrittenSection(Markdown text, Button? button)
{
    private readonly byte[] _textJson = JsonSerializer.SerializeToUtf8Bytes(text, BlocksJson.Utf8.Markdown);
    private readonly byte[]? _buttonJson = button is null
        ? null
        : JsonSerializer.SerializeToUtf8Bytes(button, BlocksJson.Utf8.Button);

    /// <summary>The text of the section.</summary>
    public Markdown Text => text;

    /// <summary>The section under an id of its own in its message.</summary>
    public SectionBlock Block(string blockId) =>
        new()
        {
            BlockId = blockId,
            Text = text,
            Accessory = button,
            Written = this,
        };

    /// <summary>Whether the section still holds what was written: a copy of it may hold something else.</summary>
    public bool IsOf(SectionBlock section) =>
        ReferenceEquals(section.Text, text) && ReferenceEquals(section.Accessory, button) && section.Fields is null;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WritePropertyName(Words.Text);
        writer.WriteRawValue(_textJson, skipInputValidation: true);
        if (_buttonJson is null)
            return;
        writer.WritePropertyName(Words.Accessory);
        writer.WriteRawValue(_buttonJson, skipInputValidation: true);
    }
}
