using System.Text;
using System.Text.Json;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks.Kit;

public sealed class KitJsonTests
{
    private static readonly Option Hour = new() { Text = "1 hour", Value = "1h" };

    private static readonly ConfirmationDialog Sure = new()
    {
        Title = "Sure?",
        Text = "It is gone then.",
        Confirm = "Delete",
        Deny = "Keep",
        Style = ButtonStyle.Danger,
    };

    public static TheoryData<Block, string> Blocks =>
        new()
        {
            { new DividerBlock(), """{"type":"divider"}""" },
            {
                new HeaderBlock { Text = "Locks" },
                """{"type":"header","text":{"type":"plain_text","text":"Locks"}}"""
            },
            {
                new SectionBlock
                {
                    BlockId = "row",
                    Text = new Markdown("*a*"),
                    Accessory = new Button
                    {
                        ActionId = "lock",
                        Text = "Lock",
                        Style = ButtonStyle.Primary,
                        Value = "v",
                    },
                },
                """{"type":"section","block_id":"row","text":{"type":"mrkdwn","text":"*a*","verbatim":true},"accessory":{"type":"button","action_id":"lock","text":{"type":"plain_text","text":"Lock"},"value":"v","style":"primary"}}"""
            },
            {
                new SectionBlock { Fields = ["a", new Markdown("b") { Verbatim = null }], Expand = true },
                """{"type":"section","fields":[{"type":"plain_text","text":"a"},{"type":"mrkdwn","text":"b"}],"expand":true}"""
            },
            {
                new ContextBlock
                {
                    Elements =
                    [
                        new PlainText(":tada:") { Emoji = false },
                        new Image { ImageUrl = "https://x.example/i.png", AltText = "i" },
                    ],
                },
                """{"type":"context","elements":[{"type":"plain_text","text":":tada:","emoji":false},{"type":"image","image_url":"https://x.example/i.png","alt_text":"i"}]}"""
            },
            {
                new ImageBlock
                {
                    ImageUrl = "https://x.example/i.png",
                    AltText = "i",
                    Title = "I",
                },
                """{"type":"image","image_url":"https://x.example/i.png","alt_text":"i","title":{"type":"plain_text","text":"I"}}"""
            },
            {
                new RichTextBlock
                {
                    Elements =
                    [
                        new RichTextSection
                        {
                            Elements =
                            [
                                new RichTextText("<!channel>") { Style = new() { Bold = true } },
                                new RichTextUser("U1"),
                            ],
                        },
                    ],
                },
                """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"<!channel>","style":{"bold":true}},{"type":"user","user_id":"U1"}]}]}"""
            },
            {
                new RichTextBlock
                {
                    Elements =
                    [
                        new RichTextList
                        {
                            Style = RichTextListStyle.Ordered,
                            Elements = [new RichTextSection { Elements = [new RichTextEmoji("tada")] }],
                        },
                    ],
                },
                """{"type":"rich_text","elements":[{"type":"rich_text_list","style":"ordered","elements":[{"type":"rich_text_section","elements":[{"type":"emoji","name":"tada"}]}]}]}"""
            },
            {
                new RichTextBlock
                {
                    Elements =
                    [
                        new RichTextQuote { Elements = [new RichTextDate(7, "{time}", "soon")] },
                        new RichTextPreformatted { Elements = [new RichTextLink("https://x.example") { Text = "x" }] },
                    ],
                },
                """{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"date","timestamp":7,"format":"{time}","fallback":"soon"}]},{"type":"rich_text_preformatted","elements":[{"type":"link","url":"https://x.example","text":"x"}]}]}"""
            },
        };

    public static TheoryData<IActionsElement, string> Actions =>
        new()
        {
            {
                new Button
                {
                    ActionId = "b",
                    Text = "Go",
                    Url = "https://x.example",
                    Confirm = Sure,
                    AccessibilityLabel = "Go there",
                },
                """{"type":"button","action_id":"b","text":{"type":"plain_text","text":"Go"},"url":"https://x.example","confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"It is gone then."},"confirm":{"type":"plain_text","text":"Delete"},"deny":{"type":"plain_text","text":"Keep"},"style":"danger"},"accessibility_label":"Go there"}"""
            },
            {
                new OverflowMenu { ActionId = "m", Options = [Hour] },
                """{"type":"overflow","action_id":"m","options":[{"text":{"type":"plain_text","text":"1 hour"},"value":"1h"}]}"""
            },
            {
                new StaticSelectMenu
                {
                    ActionId = "s",
                    Placeholder = "Pick",
                    OptionGroups = [new OptionGroup { Label = "Yours", Options = [Hour] }],
                    InitialOption = Hour,
                },
                """{"type":"static_select","action_id":"s","placeholder":{"type":"plain_text","text":"Pick"},"option_groups":[{"label":{"type":"plain_text","text":"Yours"},"options":[{"text":{"type":"plain_text","text":"1 hour"},"value":"1h"}]}],"initial_option":{"text":{"type":"plain_text","text":"1 hour"},"value":"1h"}}"""
            },
            {
                new ExternalSelectMenu
                {
                    ActionId = "e",
                    MinQueryLength = 0,
                    FocusOnLoad = true,
                },
                """{"type":"external_select","action_id":"e","min_query_length":0,"focus_on_load":true}"""
            },
            {
                new CheckboxGroup
                {
                    ActionId = "c",
                    Options = [Hour],
                    InitialOptions = [Hour],
                },
                """{"type":"checkboxes","action_id":"c","options":[{"text":{"type":"plain_text","text":"1 hour"},"value":"1h"}],"initial_options":[{"text":{"type":"plain_text","text":"1 hour"},"value":"1h"}]}"""
            },
            {
                new RadioButtonGroup
                {
                    ActionId = "r",
                    Options = [Hour with { Description = new Markdown("_short_") }],
                },
                """{"type":"radio_buttons","action_id":"r","options":[{"text":{"type":"plain_text","text":"1 hour"},"value":"1h","description":{"type":"mrkdwn","text":"_short_","verbatim":true}}]}"""
            },
            {
                new DateTimePicker { ActionId = "d", InitialDateTime = 1_800_000_000 },
                """{"type":"datetimepicker","action_id":"d","initial_date_time":1800000000}"""
            },
        };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_written_in_Slacks_words(Block block, string json) =>
        Json(new Message("m") { Blocks = [block] }).ShouldBe(Wrapped(json));

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_element_is_written_in_Slacks_words(IActionsElement element, string json) =>
        Json(new Message("m") { Blocks = [new ActionsBlock { Elements = [element] }] })
            .ShouldBe(Wrapped($$"""{"type":"actions","elements":[{{json}}]}"""));

    [Fact]
    public void An_input_carries_its_field_label_and_hint()
    {
        var input = new InputBlock
        {
            BlockId = "why",
            Label = "Reason",
            Hint = "Others read it",
            Optional = true,
            DispatchAction = true,
            Element = new PlainTextInput
            {
                ActionId = "v",
                MaxLength = 400,
                InitialValue = "demo",
                DispatchActionConfig = new() { TriggerActionsOn = ["on_enter_pressed"] },
            },
        };
        Json(new Message("m") { Blocks = [input] })
            .ShouldBe(
                Wrapped(
                    """{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Reason"},"element":{"type":"plain_text_input","action_id":"v","initial_value":"demo","max_length":400,"dispatch_action_config":{"trigger_actions_on":["on_enter_pressed"]}},"hint":{"type":"plain_text","text":"Others read it"},"optional":true,"dispatch_action":true}"""
                )
            );
    }

    [Fact]
    public void A_modal_is_written_with_its_title_and_buttons()
    {
        var modal = new ModalViewDefinition
        {
            Title = "Lock",
            Submit = "Lock",
            Close = "Cancel",
            CallbackId = "lock",
            PrivateMetadata = "{}",
            NotifyOnClose = true,
            Blocks = [new DividerBlock()],
        };
        Text(BlocksJson.Bytes(modal))
            .ShouldBe(
                """{"type":"modal","title":{"type":"plain_text","text":"Lock"},"submit":{"type":"plain_text","text":"Lock"},"close":{"type":"plain_text","text":"Cancel"},"notify_on_close":true,"callback_id":"lock","private_metadata":"{}","blocks":[{"type":"divider"}]}"""
            );
    }

    [Fact]
    public void A_Home_is_its_blocks() =>
        Text(BlocksJson.Bytes(new HomeViewDefinition { Blocks = [new DividerBlock()] }))
            .ShouldBe("""{"type":"home","blocks":[{"type":"divider"}]}""");

    [Fact]
    public void A_message_without_blocks_is_its_text() => Json(new Message("hello")).ShouldBe("""{"text":"hello"}""");

    [Fact]
    public void Wide_scripts_take_no_more_room_than_they_must() =>
        Json(new Message("日本語 & <ü>")).ShouldBe("""{"text":"日本語 & <ü>"}""");

    [Fact]
    public void A_broken_surrogate_still_makes_valid_JSON() =>
        JsonDocument
            .Parse(BlocksJson.Bytes(new Message("\uD83D")))
            .RootElement.GetProperty("text")
            .GetString()
            .ShouldBe("\uFFFD");

    private static string Wrapped(string block) => $$"""{"text":"m","blocks":[{{block}}]}""";

    private static string Json(Message message) => Text(BlocksJson.Bytes(message));

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
