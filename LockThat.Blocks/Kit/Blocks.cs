using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>One block of a message or view. <see href="https://docs.slack.dev/reference/block-kit/blocks">Slack's
/// page.</see></summary>
[JsonDerivedType(typeof(SectionBlock))]
[JsonDerivedType(typeof(ActionsBlock))]
[JsonDerivedType(typeof(ContextBlock))]
[JsonDerivedType(typeof(DividerBlock))]
[JsonDerivedType(typeof(HeaderBlock))]
[JsonDerivedType(typeof(ImageBlock))]
[JsonDerivedType(typeof(InputBlock))]
[JsonDerivedType(typeof(RichTextBlock))]
public abstract record Block
{
    private protected Block(string type) => Type = type;

    /// <summary>Slack's word for the kind of block.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; }

    /// <summary>At most <see cref="Limits.Id"/> characters, unique in its view or message; Slack makes one up where it
    /// is absent.</summary>
    [JsonPropertyOrder(-1)]
    public string? BlockId { get; init; }
}

/// <summary>Text, perhaps with an element beside it: <see cref="Text"/>, <see cref="Fields"/> or both.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/section-block">Slack's page.</see></summary>
[JsonConverter(typeof(SectionJson))]
public sealed record SectionBlock() : Block("section")
{
    /// <summary>At most <see cref="Limits.Text"/> characters.</summary>
    public TextObject? Text { get; init; }

    /// <summary>1 to <see cref="Limits.Fields"/> texts in two columns, each at most <see cref="Limits.FieldText"/>
    /// characters.</summary>
    public IReadOnlyList<TextObject>? Fields { get; init; }

    /// <summary>The element at the right.</summary>
    public ISectionAccessory? Accessory { get; init; }

    /// <summary>True shows long text at once, without "see more".</summary>
    public bool? Expand { get; init; }

    /// <summary>Its text and accessory as JSON, where somebody has kept them.</summary>
    internal WrittenSection? Written { get; init; }

    /// <summary>A section with a sentence.</summary>
    public static SectionBlock Of(Prose said) => new() { Text = new Markdown(said.Markdown) };
}

/// <summary>A row of buttons and menus.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/actions-block">Slack's page.</see></summary>
public sealed record ActionsBlock() : Block("actions")
{
    /// <summary>1 to <see cref="Limits.ActionsElements"/> elements.</summary>
    public required IReadOnlyList<IActionsElement> Elements { get; init; }
}

/// <summary>Small grey text and pictures.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/context-block">Slack's page.</see></summary>
public sealed record ContextBlock() : Block("context")
{
    /// <summary>1 to <see cref="Limits.ContextElements"/> elements.</summary>
    public required IReadOnlyList<IContextElement> Elements { get; init; }

    /// <summary>A sentence in small grey text.</summary>
    public static ContextBlock Of(Prose said) => new() { Elements = [new Markdown(said.Markdown)] };
}

/// <summary>A line. <see href="https://docs.slack.dev/reference/block-kit/blocks/divider-block">Slack's
/// page.</see></summary>
public sealed record DividerBlock() : Block("divider");

/// <summary>A heading. <see href="https://docs.slack.dev/reference/block-kit/blocks/header-block">Slack's
/// page.</see></summary>
public sealed record HeaderBlock() : Block("header")
{
    /// <summary>At most <see cref="Limits.HeaderText"/> characters.</summary>
    public required PlainText Text { get; init; }
}

/// <summary>A large picture. <see href="https://docs.slack.dev/reference/block-kit/blocks/image-block">Slack's
/// page.</see></summary>
public sealed record ImageBlock() : Block("image")
{
    /// <summary>A public address, at most <see cref="Limits.Url"/> characters.</summary>
    public required string ImageUrl { get; init; }

    /// <summary>The description for people who cannot see the picture.</summary>
    public required string AltText { get; init; }

    /// <summary>Shown above the picture.</summary>
    public PlainText? Title { get; init; }
}

/// <summary>A question with its field.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/input-block">Slack's page.</see></summary>
public sealed record InputBlock() : Block("input")
{
    /// <summary>The question, at most <see cref="Limits.LabelText"/> characters.</summary>
    public required PlainText Label { get; init; }

    /// <summary>The field for the answer.</summary>
    public required IInputBlockElement Element { get; init; }

    /// <summary>Shown below the field, at most <see cref="Limits.LabelText"/> characters.</summary>
    public PlainText? Hint { get; init; }

    /// <summary>Whether the field may stay empty; Slack's default is false.</summary>
    public bool? Optional { get; init; }

    /// <summary>Whether a change of the field is sent as an action at once; Slack's default is false.</summary>
    public bool? DispatchAction { get; init; }
}
