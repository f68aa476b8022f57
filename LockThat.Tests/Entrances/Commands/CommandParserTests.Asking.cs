using LockThat.App.Entrances.Commands;

namespace LockThat.Tests.Entrances.Commands;

public sealed partial class CommandParserTests
{
    [Theory]
    [InlineData("ask x", null, null)]
    [InlineData("ASK X 2h", 120, null)]
    [InlineData("ask “x” for 1h quick fix", 60, "quick fix")]
    [InlineData("ask x quick fix", null, "quick fix")]
    [InlineData("ask x 2h urgent override", 120, "urgent override")]
    [InlineData("ask x 2h for <@U1|pat>", 120, "for pat")]
    public void Ask_reads_like_lock(string text, int? minutes, string? message) =>
        CommandParser.Parse(text).ShouldBe(Do((Lock(minutes, message) with { Word = CommandWord.Ask }).Command));

    [Theory]
    [InlineData("ask", CommandWord.Ask), InlineData("Give!", CommandWord.Give)]
    public void Without_a_name_there_is_nobody_to_ask_and_nothing_to_give(string text, CommandWord word) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.MissingName(word));

    [Fact]
    public void A_length_in_the_place_of_the_name_is_no_name_to_ask_for() =>
        CommandParser
            .Parse("ask 30 m x demo")
            .ShouldBeOfType<ParsedCommand.LengthAsName>()
            .Named.ShouldBe(Lock(null, "demo") with { Word = CommandWord.Ask });

    // The person is a mention, which the plain text does not have any more.
    [Theory]
    [InlineData("give x", false)]
    [InlineData("GIVE “x” pat", true)]
    [InlineData("give x <@U1|pat>", true)]
    [InlineData("give x to <@U1>", true)]
    public void Give_knows_whether_somebody_is_named(string text, bool isNamed) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.Give(ResourceName.Of("x"), isNamed));
}
