namespace LockThat.Blocks.Kit;

/// <summary>Slack's maxima. Lengths are in UTF-16 units, the strictest way of counting that Slack may use.</summary>
public static class Limits
{
    /// <summary>Characters of a text object.
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object">Source.</see></summary>
    public const int Text = 3000;

    /// <summary>Characters of a section's field.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks/section-block">Source.</see></summary>
    public const int FieldText = 2000;

    /// <summary>Fields of a section.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks/section-block">Source.</see></summary>
    public const int Fields = 10;

    /// <summary>Characters of a header.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks/header-block">Source.</see></summary>
    public const int HeaderText = 150;

    /// <summary>Characters of an input's label or hint.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks/input-block">Source.</see></summary>
    public const int LabelText = 2000;

    /// <summary>Elements of an actions block.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks/actions-block">Source.</see></summary>
    public const int ActionsElements = 25;

    /// <summary>Elements of a context block.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks/context-block">Source.</see></summary>
    public const int ContextElements = 10;

    /// <summary>Characters of a block_id, action_id or callback_id.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks">Source.</see></summary>
    public const int Id = 255;

    /// <summary>Characters of a button's label.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Source.</see></summary>
    public const int ButtonText = 75;

    /// <summary>Characters of a button's value.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Source.</see></summary>
    public const int ButtonValue = 2000;

    /// <summary>Characters of an address.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Source.</see></summary>
    public const int Url = 3000;

    /// <summary>Characters of an option's text or description.
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object">Source.</see></summary>
    public const int OptionText = 75;

    /// <summary>Characters of an option's value; Slack's page says 150, its own types say 75.
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object">Source.</see></summary>
    public const int OptionValue = 75;

    /// <summary>Choices of a select, and of an answer to an external select.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element">Source.</see>
    /// </summary>
    public const int Options = 100;

    /// <summary>Choices of an overflow menu.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element">Source.</see>
    /// </summary>
    public const int OverflowOptions = 5;

    /// <summary>Choices of checkboxes and radio buttons.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element">Source.</see></summary>
    public const int CheckboxOptions = 10;

    /// <summary>Characters of a placeholder.
    /// <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element">Source.</see>
    /// </summary>
    public const int Placeholder = 150;

    /// <summary>Characters of a confirmation's title.
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object">Source.</see>
    /// </summary>
    public const int ConfirmTitle = 100;

    /// <summary>Characters of a confirmation's question.
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object">Source.</see>
    /// </summary>
    public const int ConfirmText = 300;

    /// <summary>Characters of a confirmation's buttons.
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object">Source.</see>
    /// </summary>
    public const int ConfirmButton = 30;

    /// <summary>Blocks of a message.
    /// <see href="https://docs.slack.dev/reference/block-kit/blocks">Source.</see></summary>
    public const int MessageBlocks = 50;

    /// <summary>Characters of a message's text.
    /// <see href="https://docs.slack.dev/reference/methods/chat.postMessage">Source.</see></summary>
    public const int MessageText = 4000;

    /// <summary>Blocks of a view. <see href="https://docs.slack.dev/reference/views">Source.</see></summary>
    public const int ViewBlocks = 100;

    /// <summary>Bytes of a view's JSON.
    /// <see href="https://docs.slack.dev/reference/methods/views.open">Source.</see></summary>
    public const int ViewBytes = 250_000;

    /// <summary>Characters of a view's title, submit and close.
    /// <see href="https://docs.slack.dev/reference/views/modal-views">Source.</see></summary>
    public const int ViewTitle = 24;

    /// <summary>Characters of a view's private metadata.
    /// <see href="https://docs.slack.dev/reference/views/modal-views">Source.</see></summary>
    public const int PrivateMetadata = 3000;
}
