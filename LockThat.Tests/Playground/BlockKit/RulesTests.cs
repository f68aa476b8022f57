using System.Text.Json;
using LockThat.Playground.BlockKit;

namespace LockThat.Tests.Playground.BlockKit;

public sealed class RulesTests
{
    private static string Problems(IEnumerable<object> problems) => string.Join('\n', problems);

    private static string InMessage(string block) =>
        Problems(Rules.CheckMessage(JsonElement.Parse($$"""{"text":"x","blocks":[{{block}}]}""")));

    private static string InModal(string block) => Problems(Rules.CheckView(JsonElement.Parse(Sample.Modal(block))));

    private static string InHome(string block) => Problems(Rules.CheckView(JsonElement.Parse(Sample.Home(block))));

    private static string Accessory(string element) =>
        $$$"""{"type":"section","text":{"type":"plain_text","text":"x"},"accessory":{{{element}}}}""";

    private static string Input(string element) =>
        $$$"""{"type":"input","block_id":"i","label":{"type":"plain_text","text":"x"},"element":{{{element}}}}""";

    private static string Row(string element) => $$"""{"type":"actions","elements":[{{element}}]}""";

    private static string Text(int length, string type = "plain_text") =>
        $$"""{"type":"{{type}}","text":"{{new string('x', length)}}"}""";

    private static string Options(int count) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, count)
                .Select(number =>
                    $$$"""{"text":{"type":"plain_text","text":"o{{{number}}}"},"value":"v{{{number}}}"}"""
                )
        );

    [Theory]
    [InlineData("""{"type":"divider"}""")]
    [InlineData("""{"type":"header","block_id":"h","text":{"type":"plain_text","text":"x","emoji":false}}""")]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"x","verbatim":true}],"expand":true}""")]
    [InlineData(
        """{"type":"context","elements":[{"type":"mrkdwn","text":"x"},{"type":"image","alt_text":"a","image_url":"https://x.y/z.png"}]}"""
    )]
    [InlineData(
        """{"type":"image","alt_text":"a","slack_file":{"id":"F1"},"title":{"type":"plain_text","text":"t"}}"""
    )]
    [InlineData(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x","style":{"code":true}},{"type":"user","user_id":"U1"},{"type":"date","timestamp":1,"format":"{date}"}]},{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[]}]}]}"""
    )]
    public void What_Slack_takes_everywhere_passes(string block)
    {
        InMessage(block).ShouldBeEmpty();
        InModal(block).ShouldBeEmpty();
        InHome(block).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"section"}""", "must provide either `text` or `fields` [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"section","text":"x"}""", "must provide an object [json-pointer:/blocks/0/text]")]
    [InlineData(
        """{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}""",
        "invalid additional property: emoji [json-pointer:/blocks/0/text]"
    )]
    [InlineData(
        """{"type":"section","text":{"type":"mrkdwn","text":null}}""",
        "must provide a string [json-pointer:/blocks/0/text/text]"
    )]
    [InlineData(
        """{"type":"header","text":{"type":"mrkdwn","text":"x"}}""",
        "must be a valid enum value [json-pointer:/blocks/0/text/type]"
    )]
    [InlineData("""{"type":"divider","text":"x"}""", "invalid additional property: text [json-pointer:/blocks/0]")]
    [InlineData(
        """{"type":"actions","elements":[]}""",
        "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"
    )]
    [InlineData("""{"type":"actions"}""", "missing required field: elements [json-pointer:/blocks/0]")]
    [InlineData(
        """{"type":"context","elements":[{"type":"button"}]}""",
        "unsupported type: button [json-pointer:/blocks/0/elements/0/type]"
    )]
    [InlineData(
        """{"type":"image","image_url":"https://x.y/z.png"}""",
        "missing required field: alt_text [json-pointer:/blocks/0]"
    )]
    [InlineData(
        """{"type":"image","alt_text":"a"}""",
        "must provide either `image_url` or `slack_file` [json-pointer:/blocks/0]"
    )]
    [InlineData("""{"type":"carousel","elements":[]}""", "unsupported type: carousel [json-pointer:/blocks/0/type]")]
    [InlineData("""{"elements":[]}""", "missing required field: type [json-pointer:/blocks/0]")]
    [InlineData("""7""", "must provide an object [json-pointer:/blocks/0]")]
    [InlineData(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"shout"}]}]}""",
        "unsupported type: shout [json-pointer:/blocks/0/elements/0/elements/0/type]"
    )]
    [InlineData(
        """{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}""",
        "`block_id` \"a\" already exists [json-pointer:/blocks/1/block_id]"
    )]
    public void A_faulty_block_is_named_where_it_stands(string block, string problem) =>
        InMessage(block).ShouldBe(problem);

    [Theory]
    [InlineData(
        """{"type":"button","text":{"type":"mrkdwn","text":"x"}}""",
        "must be a valid enum value [json-pointer:/view/blocks/0/accessory/text/type]"
    )]
    [InlineData(
        """{"type":"button","text":{"type":"plain_text","text":"x"},"style":"default"}""",
        "must be a valid enum value [json-pointer:/view/blocks/0/accessory/style]"
    )]
    [InlineData(
        """{"type":"button","text":{"type":"plain_text","text":"x"},"url":"nowhere"}""",
        "must be a valid URL [json-pointer:/view/blocks/0/accessory/url]"
    )]
    [InlineData(
        """{"type":"button","text":{"type":"plain_text","text":"x"},"confirm":{"title":{"type":"plain_text","text":"x"},"text":{"type":"plain_text","text":"x"},"confirm":{"type":"plain_text","text":"x"}}}""",
        "missing required field: deny [json-pointer:/view/blocks/0/accessory/confirm]"
    )]
    [InlineData(
        """{"type":"datetimepicker"}""",
        "unsupported type: datetimepicker [json-pointer:/view/blocks/0/accessory/type]"
    )]
    [InlineData(
        """{"type":"plain_text_input"}""",
        "unsupported type: plain_text_input [json-pointer:/view/blocks/0/accessory/type]"
    )]
    [InlineData(
        """{"type":"datepicker","initial_date":"2026-13-01"}""",
        "must be a date in the format YYYY-MM-DD [json-pointer:/view/blocks/0/accessory/initial_date]"
    )]
    [InlineData(
        """{"type":"timepicker","timezone":"Mars/Olympus"}""",
        "must be a valid IANA time zone [json-pointer:/view/blocks/0/accessory/timezone]"
    )]
    [InlineData(
        """{"type":"conversations_select","filter":{}}""",
        "must define at least one filter [json-pointer:/view/blocks/0/accessory/filter]"
    )]
    [InlineData(
        """{"type":"static_select"}""",
        "must provide either `options` or `option_groups` [json-pointer:/view/blocks/0/accessory]"
    )]
    [InlineData(
        """{"type":"static_select","options":[{"text":{"type":"plain_text","text":"a"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"b"},"value":"1"}}""",
        "must match exactly one of the provided options [json-pointer:/view/blocks/0/accessory/initial_option]"
    )]
    [InlineData(
        """{"type":"multi_users_select","max_selected_items":0}""",
        "must be greater than or equal to 1 [json-pointer:/view/blocks/0/accessory/max_selected_items]"
    )]
    public void A_faulty_element_is_named_where_it_stands(string element, string problem) =>
        InModal(Accessory(element)).ShouldBe(problem);

    [Fact]
    public void Lengths_and_counts_end_where_Slack_says()
    {
        InMessage($$"""{"type":"section","text":{{Text(3000, "mrkdwn")}}}""").ShouldBeEmpty();
        InMessage($$"""{"type":"section","text":{{Text(3001, "mrkdwn")}}}""")
            .ShouldBe("must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
        InMessage($$"""{"type":"header","text":{{Text(151)}}}""")
            .ShouldBe("must be less than 151 characters [json-pointer:/blocks/0/text/text]");
        InMessage(Accessory($$"""{"type":"static_select","options":[{{Options(100)}}]}""")).ShouldBeEmpty();
        InMessage(Accessory($$"""{"type":"static_select","options":[{{Options(101)}}]}"""))
            .ShouldBe("no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]");
        InMessage(Accessory($$"""{"type":"overflow","options":[{{Options(6)}}]}"""))
            .ShouldBe("no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]");
        InMessage(Accessory($$"""{"type":"button","text":{{Text(76)}}}"""))
            .ShouldBe("must be less than 76 characters [json-pointer:/blocks/0/accessory/text/text]");
    }

    [Fact]
    public void Messages_hold_fifty_blocks_and_views_a_hundred()
    {
        static string Dividers(int count) => string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", count));
        InMessage(Dividers(50)).ShouldBeEmpty();
        InMessage(Dividers(51)).ShouldBe("no more than 50 items allowed [json-pointer:/blocks]");
        InHome(Dividers(100)).ShouldBeEmpty();
        InModal(Dividers(101)).ShouldBe("no more than 100 items allowed [json-pointer:/view/blocks]");
    }

    [Fact]
    public void Some_elements_are_not_for_every_place()
    {
        const string picker = """{"type":"datetimepicker","initial_date_time":1772442000}""";
        InModal(Input(picker)).ShouldBeEmpty();
        InMessage(Row(picker)).ShouldBeEmpty();
        InHome(Row(picker)).ShouldBe("unsupported type: datetimepicker [json-pointer:/view/blocks/0/elements/0/type]");
        InHome(Input("""{"type":"number_input","is_decimal_allowed":false}"""))
            .ShouldBe("unsupported type: number_input [json-pointer:/view/blocks/0/element/type]");
    }

    [Fact]
    public void An_action_id_occurs_once_in_a_block() =>
        InMessage(Row($"{Sample.Button},{Sample.Button}"))
            .ShouldBe("`action_id` \"unlock\" already exists for block_id \"\" [json-pointer:/blocks/0/elements]");

    [Theory]
    [InlineData("""{"type":"modal","blocks":[]}""", "missing required field: title [json-pointer:/view]")]
    [InlineData(
        """{"type":"modal","title":{"type":"plain_text","text":"A title of 25 characters."},"blocks":[]}""",
        "must be less than 25 characters [json-pointer:/view/title/text]"
    )]
    [InlineData(
        """{"type":"home","title":{"type":"plain_text","text":"x"},"blocks":[]}""",
        "invalid additional property: title [json-pointer:/view]"
    )]
    [InlineData("""{"type":"home"}""", "missing required field: blocks [json-pointer:/view]")]
    [InlineData("""{"type":"poster","blocks":[]}""", "unsupported type: poster [json-pointer:/view]")]
    [InlineData("""[]""", "must provide an object [json-pointer:/view]")]
    public void A_faulty_view_is_named(string view, string problem) =>
        Problems(Rules.CheckView(JsonElement.Parse(view))).ShouldBe(problem);

    [Fact]
    public void A_modal_with_an_input_needs_a_submit() =>
        Problems(
                Rules.CheckView(
                    JsonElement.Parse(
                        $$$"""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{{{Sample.Reason}}}]}"""
                    )
                )
            )
            .ShouldBe("must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]");

    [Fact]
    public void Metadata_has_its_bounds()
    {
        Problems(
                Rules.CheckView(
                    JsonElement.Parse(
                        $$"""{"type":"home","blocks":[],"private_metadata":"{{new string('x', 3001)}}"}"""
                    )
                )
            )
            .ShouldBe("must be less than 3001 characters [json-pointer:/view/private_metadata]");
        Problems(
                Rules.CheckView(
                    JsonElement.Parse($$"""{"type":"home","blocks":[],"callback_id":"{{new string('x', 256)}}"}""")
                )
            )
            .ShouldBe("must be less than 256 characters [json-pointer:/view/callback_id]");
    }

    [Fact]
    public void A_message_says_something_and_not_too_much()
    {
        Problems(Rules.CheckMessage(JsonElement.Parse("{}"))).ShouldBe("missing required field: text [json-pointer:]");
        InMessage(string.Join(',', Enumerable.Repeat(Sample.Section(new('x', 2900)), 5)))
            .ShouldBe("must hold no more than 13000 characters of text [json-pointer:/blocks]");
    }

    [Fact]
    public void Focus_is_asked_for_once()
    {
        const string focused = """{"type":"plain_text_input","focus_on_load":true}""";
        InModal($"{Input(focused)},{Input(focused).Replace("\"i\"", "\"j\"", StringComparison.Ordinal)}")
            .ShouldBe("only one element may have `focus_on_load` [json-pointer:/view]");
    }
}
