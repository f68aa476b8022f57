using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>Text as a tree instead of marks: nothing in it needs escaping.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block">Slack's page.</see></summary>
public sealed record RichTextBlock() : Block("rich_text")
{
    /// <summary>The paragraphs.</summary>
    public required IReadOnlyList<RichTextElement> Elements { get; init; }
}

/// <summary>A paragraph of a <see cref="RichTextBlock"/>.</summary>
[JsonDerivedType(typeof(RichTextSection))]
[JsonDerivedType(typeof(RichTextList))]
[JsonDerivedType(typeof(RichTextPreformatted))]
[JsonDerivedType(typeof(RichTextQuote))]
public abstract record RichTextElement
{
    private protected RichTextElement(string type) => Type = type;

    /// <summary>Slack's word for the kind of paragraph.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; }
}

/// <summary>Running text.</summary>
public sealed record RichTextSection() : RichTextElement("rich_text_section")
{
    /// <summary>The pieces of the text, in order.</summary>
    public required IReadOnlyList<RichTextInline> Elements { get; init; }
}

/// <summary>A list.</summary>
public sealed record RichTextList() : RichTextElement("rich_text_list")
{
    /// <summary>Dots or numbers.</summary>
    public required RichTextListStyle Style { get; init; }

    /// <summary>The points.</summary>
    public required IReadOnlyList<RichTextSection> Elements { get; init; }
}

/// <summary>How the points of a list are marked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RichTextListStyle>))]
public enum RichTextListStyle
{
    /// <summary>Dots.</summary>
    [JsonStringEnumMemberName("bullet")]
    Bullet,

    /// <summary>Numbers.</summary>
    [JsonStringEnumMemberName("ordered")]
    Ordered,
}

/// <summary>Text in a box, in a typewriter face.</summary>
public sealed record RichTextPreformatted() : RichTextElement("rich_text_preformatted")
{
    /// <summary>The pieces of the text, in order.</summary>
    public required IReadOnlyList<RichTextInline> Elements { get; init; }
}

/// <summary>Text with a bar at its left.</summary>
public sealed record RichTextQuote() : RichTextElement("rich_text_quote")
{
    /// <summary>The pieces of the text, in order.</summary>
    public required IReadOnlyList<RichTextInline> Elements { get; init; }
}

/// <summary>A piece of running text.</summary>
[JsonDerivedType(typeof(RichTextText))]
[JsonDerivedType(typeof(RichTextUser))]
[JsonDerivedType(typeof(RichTextDate))]
[JsonDerivedType(typeof(RichTextEmoji))]
[JsonDerivedType(typeof(RichTextLink))]
public abstract record RichTextInline
{
    private protected RichTextInline(string type) => Type = type;

    /// <summary>Slack's word for the kind of piece.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; }
}

/// <summary>Words, exactly as given.</summary>
/// <param name="Text">At least one character.</param>
public sealed record RichTextText(string Text) : RichTextInline("text")
{
    /// <summary>Bold, italic and so on; plain without.</summary>
    public RichTextStyle? Style { get; init; }
}

/// <summary>A person.</summary>
/// <param name="UserId">The person's id.</param>
public sealed record RichTextUser(string UserId) : RichTextInline("user");

/// <summary>A moment, shown in the time zone of the reader.</summary>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="Format">Slack's date tokens, such as <c>{date_short_pretty} at {time}</c>.</param>
/// <param name="Fallback">The text for readers whose client does not understand tokens.</param>
public sealed record RichTextDate(long Timestamp, string Format, string Fallback) : RichTextInline("date");

/// <summary>An emoji by its name.</summary>
/// <param name="Name">The name, without colons.</param>
public sealed record RichTextEmoji(string Name) : RichTextInline("emoji");

/// <summary>A link.</summary>
/// <param name="Url">The address.</param>
public sealed record RichTextLink(string Url) : RichTextInline("link")
{
    /// <summary>The text in the place of the address.</summary>
    public string? Text { get; init; }

    /// <summary>Bold, italic and so on; plain without.</summary>
    public RichTextStyle? Style { get; init; }
}

/// <summary>How words are drawn.</summary>
public sealed record RichTextStyle
{
    /// <summary>Heavy.</summary>
    public bool? Bold { get; init; }

    /// <summary>Slanted.</summary>
    public bool? Italic { get; init; }

    /// <summary>Struck through.</summary>
    public bool? Strike { get; init; }

    /// <summary>In a typewriter face.</summary>
    public bool? Code { get; init; }
}
