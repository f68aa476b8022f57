using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>An element for an <see cref="ActionsBlock"/>.</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(StaticSelectMenu))]
[JsonDerivedType(typeof(UserSelectMenu))]
[JsonDerivedType(typeof(ExternalSelectMenu))]
[JsonDerivedType(typeof(OverflowMenu))]
[JsonDerivedType(typeof(CheckboxGroup))]
[JsonDerivedType(typeof(RadioButtonGroup))]
[JsonDerivedType(typeof(DateTimePicker))]
public interface IActionsElement;

/// <summary>An element for the place beside the text of a <see cref="SectionBlock"/>.</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(StaticSelectMenu))]
[JsonDerivedType(typeof(UserSelectMenu))]
[JsonDerivedType(typeof(MultiUserSelectMenu))]
[JsonDerivedType(typeof(ExternalSelectMenu))]
[JsonDerivedType(typeof(OverflowMenu))]
[JsonDerivedType(typeof(CheckboxGroup))]
[JsonDerivedType(typeof(RadioButtonGroup))]
[JsonDerivedType(typeof(Image))]
public interface ISectionAccessory;

/// <summary>An element for an <see cref="InputBlock"/>.</summary>
[JsonDerivedType(typeof(PlainTextInput))]
[JsonDerivedType(typeof(StaticSelectMenu))]
[JsonDerivedType(typeof(UserSelectMenu))]
[JsonDerivedType(typeof(MultiUserSelectMenu))]
[JsonDerivedType(typeof(ExternalSelectMenu))]
[JsonDerivedType(typeof(CheckboxGroup))]
[JsonDerivedType(typeof(RadioButtonGroup))]
[JsonDerivedType(typeof(DateTimePicker))]
public interface IInputBlockElement;

/// <summary>An element for a <see cref="ContextBlock"/>.</summary>
[JsonDerivedType(typeof(PlainText))]
[JsonDerivedType(typeof(Markdown))]
[JsonDerivedType(typeof(Image))]
public interface IContextElement;

/// <summary>Anything that stands in a block.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements">Slack's page.</see></summary>
public abstract record BlockElement
{
    private protected BlockElement(string type) => Type = type;

    /// <summary>Slack's word for the kind of element.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; }
}

/// <summary>An element that people act on.</summary>
public abstract record InteractiveElement : BlockElement
{
    private protected InteractiveElement(string type)
        : base(type) { }

    /// <summary>The id that comes back in an action, at most <see cref="Limits.Id"/> characters, unique in its view or
    /// message.</summary>
    [JsonPropertyOrder(-1)]
    public required string ActionId { get; init; }
}

/// <summary>A button. <see href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Slack's
/// page.</see></summary>
[JsonConverter(typeof(ButtonJson))]
public sealed record Button() : InteractiveElement("button"), IActionsElement, ISectionAccessory
{
    /// <summary>The label, at most <see cref="Limits.ButtonText"/> characters, of which some thirty are
    /// shown.</summary>
    public required PlainText Text { get; init; }

    /// <summary>The value that comes back, at most <see cref="Limits.ButtonValue"/> characters.</summary>
    public string? Value { get; init; }

    /// <summary>An address that a press opens as well, at most <see cref="Limits.Url"/> characters; the press is still
    /// sent to the app.</summary>
    public string? Url { get; init; }

    /// <summary>The colour; grey without.</summary>
    public ButtonStyle? Style { get; init; }

    /// <summary>Asked before the press counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>The text of a screen reader in the place of the label, at most <see cref="Limits.ButtonText"/>
    /// characters.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>The ⋮ menu, 1 to <see cref="Limits.OverflowOptions"/> choices.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element">Slack's
/// page.</see></summary>
public sealed record OverflowMenu() : InteractiveElement("overflow"), IActionsElement, ISectionAccessory
{
    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A picture. <see href="https://docs.slack.dev/reference/block-kit/block-elements/image-element">Slack's
/// page.</see></summary>
public sealed record Image() : BlockElement("image"), ISectionAccessory, IContextElement
{
    /// <summary>A public address, at most <see cref="Limits.Url"/> characters.</summary>
    public required string ImageUrl { get; init; }

    /// <summary>The description for people who cannot see the picture.</summary>
    public required string AltText { get; init; }
}
