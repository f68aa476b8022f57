using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>A piece of text in a block: <see cref="PlainText"/> or <see cref="Markdown"/>.
/// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object">Slack's page.</see></summary>
[JsonDerivedType(typeof(PlainText))]
[JsonDerivedType(typeof(Markdown))]
public abstract record TextObject : IContextElement
{
    private protected TextObject(string type, string text) => (Type, Text) = (type, text);

    /// <summary>Slack's word for the kind of text.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; }

    /// <summary>The text, 1 to <see cref="Limits.Text"/> characters; less in many places.</summary>
    [JsonPropertyOrder(-1)]
    public string Text { get; }

    /// <summary>A string is plain text unless somebody says otherwise.</summary>
    /// <param name="text">The text as it is read.</param>
    public static implicit operator TextObject(string text) => new PlainText(text);
}

/// <summary>Text in which nothing is a link, a mention or formatting.</summary>
/// <param name="Text">The text as it is read; no escaping.</param>
[JsonConverter(typeof(PlainTextJson))]
public sealed record PlainText(string Text) : TextObject("plain_text", Text)
{
    /// <summary>Whether <c>:tada:</c> is drawn as an emoji; Slack's default is true.</summary>
    public bool? Emoji { get; init; }

    /// <summary>A string stands for plain text.</summary>
    /// <param name="text">The text as it is read.</param>
    public static implicit operator PlainText(string text) => new(text);
}

/// <summary>Text in Slack's mrkdwn, written with <see cref="Mrkdwn"/> wherever a person's words are in it.</summary>
/// <param name="Text">The text in mrkdwn.</param>
[JsonConverter(typeof(MarkdownJson))]
public sealed record Markdown(string Text) : TextObject("mrkdwn", Text)
{
    /// <summary>True (our default) keeps Slack from turning bare addresses and names into links.</summary>
    public bool? Verbatim { get; init; } = true;
}
