using LockThat.Blocks;

namespace LockThat.Tests.Blocks;

/// <summary>The memory of a button about one resource.</summary>
public sealed class ButtonValueTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_lock_or_the_turn_that_was_shown_is_read_back()
    {
        ResourceLine free = new("test-site");
        ResourceLine[] shown =
        [
            free,
            free with
            {
                Lease = new("lease", "U1", Noon, Noon.AddHours(1), "demo"),
            },
            free with
            {
                Turn = new("wait", "U1", Noon.AddMinutes(10)),
            },
        ];
        foreach (var line in shown)
            ButtonValue.Read($"{ButtonValue.Of(line)}").ShouldBe(ButtonValue.Of(line));
    }

    [Fact]
    public void A_place_in_line_and_the_words_of_an_ask_are_read_back()
    {
        ButtonValue[] shown = [new("test-site", Wait: "wait"), new("test-site", Ask: "ask", Said: Noon)];
        foreach (var value in shown)
            ButtonValue.Read($"{value}").ShouldBe(value);
    }

    [Fact]
    public void A_button_without_the_end_of_a_turn_or_the_moment_of_an_ask_is_read()
    {
        ButtonValue.Read("test-site turn wait").ShouldBe(new("test-site", Turn: "wait"));
        ButtonValue.Read("test-site ask plea").ShouldBe(new("test-site", Ask: "plea"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("some  tests, for Ada")]
    public void A_wish_is_read_back(string? reason)
    {
        var wish = new ButtonValue("test-site") { Length = TimeSpan.FromHours(3), Reason = reason };
        ButtonValue.Read($"{wish}").ShouldBe(wish);
    }

    [Fact]
    public void A_reason_that_is_too_long_for_a_button_is_left_out()
    {
        var wish = new ButtonValue("test-site") { Length = TimeSpan.FromHours(3), Reason = new('y', 2_000) };
        ButtonValue.Read($"{wish}").ShouldBe(wish with { Reason = null });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("test-site lease")]
    [InlineData("test-site lease noon")]
    [InlineData("test-site turn ")]
    [InlineData("test-site turn wait noon")]
    [InlineData("test-site ask plea noon")]
    public void A_value_of_nobodys_making_is_none(string? value) => ButtonValue.Read(value).ShouldBeNull();
}
