namespace LockThat.Blocks.Kit;

/// <summary>An element that holds a value, which comes back in <c>state.values</c> (<see cref="ViewState"/>).</summary>
public abstract record ValueElement : InteractiveElement
{
    private protected ValueElement(string type)
        : base(type) { }

    /// <summary>Whether the cursor starts here; true for one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>A menu with fixed choices: <see cref="Options"/> or <see cref="OptionGroups"/>, never both.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select">Slack's
/// page.</see></summary>
public sealed record StaticSelectMenu()
    : ValueElement("static_select"),
        IActionsElement,
        ISectionAccessory,
        IInputBlockElement
{
    /// <summary>At most <see cref="Limits.Placeholder"/> characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>1 to <see cref="Limits.Options"/> choices.</summary>
    public IReadOnlyList<Option>? Options { get; init; }

    /// <summary>1 to <see cref="Limits.Options"/> groups.</summary>
    public IReadOnlyList<OptionGroup>? OptionGroups { get; init; }

    /// <summary>Chosen at first: exactly one of the choices.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A menu whose choices Slack asks the app for while people type.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select">Slack's
/// page.</see></summary>
public sealed record ExternalSelectMenu()
    : ValueElement("external_select"),
        IActionsElement,
        ISectionAccessory,
        IInputBlockElement
{
    /// <summary>At most <see cref="Limits.Placeholder"/> characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Chosen at first.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>How many characters are typed before Slack asks; 0 asks on opening, Slack's default is 3.</summary>
    public int? MinQueryLength { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A menu of the people of the workspace.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#users_select">Slack's
/// page.</see></summary>
public sealed record UserSelectMenu()
    : ValueElement("users_select"),
        IActionsElement,
        ISectionAccessory,
        IInputBlockElement
{
    /// <summary>At most <see cref="Limits.Placeholder"/> characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Slack's id of the person who is chosen at first.</summary>
    public string? InitialUser { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A menu of the people of the workspace, of whom several may be chosen; not on its own in a row of buttons.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#users_multi_select">
/// Slack's page.</see></summary>
public sealed record MultiUserSelectMenu() : ValueElement("multi_users_select"), ISectionAccessory, IInputBlockElement
{
    /// <summary>At most <see cref="Limits.Placeholder"/> characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Slack's ids of the people who are chosen at first; at least one, or absent.</summary>
    public IReadOnlyList<string>? InitialUsers { get; init; }

    /// <summary>At least 1.</summary>
    public int? MaxSelectedItems { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>Choices of which any number may be ticked, 1 to <see cref="Limits.CheckboxOptions"/>.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element">Slack's
/// page.</see></summary>
public sealed record CheckboxGroup()
    : ValueElement("checkboxes"),
        IActionsElement,
        ISectionAccessory,
        IInputBlockElement
{
    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>Ticked at first; at least one, or absent.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>Choices of which one is taken, 1 to <see cref="Limits.CheckboxOptions"/>.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element">Slack's
/// page.</see></summary>
public sealed record RadioButtonGroup()
    : ValueElement("radio_buttons"),
        IActionsElement,
        ISectionAccessory,
        IInputBlockElement
{
    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>Taken at first: exactly one of the choices.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A day and a time, in the time zone of the reader; not on Home.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element">Slack's
/// page.</see></summary>
public sealed record DateTimePicker() : ValueElement("datetimepicker"), IActionsElement, IInputBlockElement
{
    /// <summary>Chosen at first, in seconds since 1970, ten digits.</summary>
    public long? InitialDateTime { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A field for text.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element">Slack's
/// page.</see></summary>
public sealed record PlainTextInput() : ValueElement("plain_text_input"), IInputBlockElement
{
    /// <summary>At most <see cref="Limits.Placeholder"/> characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>The first value of the field.</summary>
    public string? InitialValue { get; init; }

    /// <summary>Whether the field has several lines; Slack's default is false.</summary>
    public bool? Multiline { get; init; }

    /// <summary>0 to <see cref="Limits.Text"/>.</summary>
    public int? MinLength { get; init; }

    /// <summary>1 to <see cref="Limits.Text"/>.</summary>
    public int? MaxLength { get; init; }

    /// <summary>When the field sends an action; only where <see cref="InputBlock.DispatchAction"/> is true.</summary>
    public DispatchActionConfig? DispatchActionConfig { get; init; }
}

/// <summary>When a text field sends an action.
/// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object">Slack's
/// page.</see></summary>
public sealed record DispatchActionConfig
{
    /// <summary><c>on_enter_pressed</c> (Slack's default), <c>on_character_entered</c>, or both.</summary>
    public required IReadOnlyList<string> TriggerActionsOn { get; init; }
}
