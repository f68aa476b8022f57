using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>One choice of a select, an overflow menu, checkboxes or radio buttons.
/// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object">Slack's
/// page.</see></summary>
public sealed record Option
{
    /// <summary>The text that people read, at most <see cref="Limits.OptionText"/> characters; Markdown only in
    /// checkboxes and radio buttons.</summary>
    public required TextObject Text { get; init; }

    /// <summary>The value that comes back, at most <see cref="Limits.OptionValue"/> characters.</summary>
    public required string Value { get; init; }

    /// <summary>A second line, at most <see cref="Limits.OptionText"/> characters.</summary>
    public TextObject? Description { get; init; }
}

/// <summary>Choices under one heading.
/// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object">Slack's
/// page.</see></summary>
public sealed record OptionGroup
{
    /// <summary>The heading, at most <see cref="Limits.OptionText"/> characters.</summary>
    public required PlainText Label { get; init; }

    /// <summary>1 to <see cref="Limits.Options"/> choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }
}

/// <summary>The question asked before a click counts.
/// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object">Slack's
/// page.</see></summary>
public sealed record ConfirmationDialog
{
    /// <summary>At most <see cref="Limits.ConfirmTitle"/> characters.</summary>
    public required PlainText Title { get; init; }

    /// <summary>The question, at most <see cref="Limits.ConfirmText"/> characters.</summary>
    public required TextObject Text { get; init; }

    /// <summary>The button that goes ahead, at most <see cref="Limits.ConfirmButton"/> characters.</summary>
    public required PlainText Confirm { get; init; }

    /// <summary>The button that does not, at most <see cref="Limits.ConfirmButton"/> characters.</summary>
    public required PlainText Deny { get; init; }

    /// <summary>The colour of the button that goes ahead.</summary>
    public ButtonStyle? Style { get; init; }
}

/// <summary>The colour of a button; without one it is grey.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ButtonStyle>))]
public enum ButtonStyle
{
    /// <summary>Green: the way that most people will go. Sparingly.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary>Red: an act that cannot be undone. More sparingly still.</summary>
    [JsonStringEnumMemberName("danger")]
    Danger,
}
