using System.Text.Json;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks.Kit;

public sealed class ViewStateTests
{
    private static readonly ViewState Filled = Of(
        """
        {"why":{"v":{"type":"plain_text_input","value":"demo"}},
         "long":{"v":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"1 hour"},"value":"1h"}}},
         "until":{"v":{"type":"datetimepicker","selected_date_time":1800000000}},
         "now":{"v":{"type":"checkboxes","selected_options":[{"value":"yes"},{"value":"too"}]}}}
        """
    );

    [Fact]
    public void What_was_filled_in_is_read()
    {
        Filled.Text("why", "v").ShouldBe("demo");
        Filled.Selected("long", "v").ShouldBe("1h");
        Filled.DateTime("until", "v").ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        Filled.Checked("now", "v").ShouldBe(["yes", "too"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"b":null}""")]
    [InlineData("""{"b":{"v":null}}""")]
    [InlineData(
        """{"b":{"v":{"value":null,"selected_option":null,"selected_date_time":null,"selected_options":[]}}}"""
    )]
    [InlineData("""{"b":{"v":{"value":7,"selected_option":"x","selected_date_time":"soon","selected_options":{}}}}""")]
    [InlineData(
        """{"b":{"v":{"selected_option":{"value":1},"selected_date_time":9e30,"selected_options":[null,7,{}]}}}"""
    )]
    [InlineData("""{"b":{"v":{"selected_date_time":253402300800}}}""")]
    [InlineData("""{"b":{"v":{"selected_date_time":1.5}}}""")]
    public void What_is_missing_or_odd_is_no_value(string json)
    {
        var state = Of(json);
        state.Text("b", "v").ShouldBeNull();
        state.Selected("b", "v").ShouldBeNull();
        state.DateTime("b", "v").ShouldBeNull();
        state.Checked("b", "v").ShouldBeEmpty();
    }

    [Fact]
    public void No_state_holds_nothing() => ViewState.Empty.Text("b", "v").ShouldBeNull();

    private static ViewState Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ViewState.From(document.RootElement);
    }
}
