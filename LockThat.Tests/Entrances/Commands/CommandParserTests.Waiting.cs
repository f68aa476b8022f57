using LockThat.App.Entrances.Commands;

namespace LockThat.Tests.Entrances.Commands;

public sealed partial class CommandParserTests
{
    [Theory]
    [InlineData("queue x", null, null)]
    [InlineData("QUEUE X 2h", 120, null)]
    [InlineData("queue x for 1 day 12 hours on-call", 2160, "on-call")]
    [InlineData("queue “x” (2h) “big demo”", 120, "big demo")]
    [InlineData("queue x 45", 45, null)]
    [InlineData("queue x big demo", null, "big demo")]
    [InlineData("queue x 2h urgent override", 120, "urgent override")]
    [InlineData("queue\u00A0x\u30002\u2003h", 120, null)]
    [InlineData("queue x 2h with <@U1|pat>", 120, "with pat")]
    public void Queue_reads_like_lock(string text, int? minutes, string? reason) =>
        CommandParser.Parse(text).ShouldBe(Do((Lock(minutes, reason) with { Word = CommandWord.Queue }).Command));

    [Theory]
    [InlineData("queue")]
    [InlineData("Queue. \u200B")]
    public void Queue_alone_asks_where_one_waits(string text) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.Waits());

    [Theory]
    [InlineData("leave x"), InlineData("LEAVE “x” now"), InlineData("leave x 2h override")]
    public void Leave_ignores_all_further_words(string text) =>
        CommandParser.Parse(text).ShouldBe(Do(new Leave(ResourceName.Of("x"))));

    [Fact]
    public void Leave_alone_means_the_only_line() =>
        CommandParser.Parse("leave!").ShouldBe(new ParsedCommand.LeaveAny());

    [Fact]
    public void Queue_refuses_and_asks_as_lock_does()
    {
        var x = ResourceName.Of("x");
        CommandParser
            .Parse("queue x -5m")
            .ShouldBe(new ParsedCommand.BadDuration(CommandWord.Queue, x, DurationProblem.Negative));
        CommandParser
            .Parse("queue \"a b\" 2h")
            .ShouldBe(
                new ParsedCommand.BadName(CommandWord.Queue, "\"a b\"", NameProblem.WhiteSpace, ResourceName.Of("a-b"))
            );
        CommandParser
            .Parse("queue x 2h " + Repeat("y", 201))
            .ShouldBe(new ParsedCommand.ReasonTooLong(CommandWord.Queue, x));
        var unclear = CommandParser.Parse("queue x 1:30h demo").ShouldBeOfType<ParsedCommand.UnclearDuration>();
        unclear.Command.ShouldBe(CommandWord.Queue);
        unclear.Meant.ShouldAllBe(meant => meant is Join);
    }

    [Fact]
    public void A_length_in_the_place_of_the_name_is_no_name()
    {
        var asked = CommandParser.Parse("queue 30 m x demo").ShouldBeOfType<ParsedCommand.LengthAsName>();
        asked.Command.ShouldBe(CommandWord.Queue);
        asked.Named.ShouldBe(Lock(null, "demo") with { Word = CommandWord.Queue });
        CommandParser.Parse("queue 2h").ShouldBeOfType<ParsedCommand.LengthAsName>().Named.ShouldBeNull();
    }

    [Theory]
    [InlineData("help more")]
    [InlineData("HELP More!")]
    public void Help_more_lists_all_commands(string text) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.Help(IsWhole: true));
}
