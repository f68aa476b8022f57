using LockThat.App.Entrances.Commands;
using LockThat.App.Locks.Time.Moments;

namespace LockThat.Tests.Entrances.Commands;

public sealed partial class CommandParserTests
{
    [Theory]
    [InlineData("lock x until 17:30", "17:30", null)]
    [InlineData("LOCK X UNTIL 17:30 Big demo", "17:30", "Big demo")]
    [InlineData("lock x till fri 5pm “big demo”", "fri 17:00", "big demo")]
    [InlineData("lock “x” (until 24 dec) demo", "24 dec", "demo")]
    [InlineData("lock x until\u00A0end\u3000of day demo", "eod", "demo")]
    [InlineData("lock x until 17:30 until further notice", "17:30", "until further notice")]
    [InlineData("lock x until 17:30 2h", "17:30", "2h")]
    [InlineData("lock x until 17:30 with <@U1|pat>", "17:30", "with pat")]
    public void A_moment_is_read_in_the_place_of_a_length(string text, string moment, string? reason)
    {
        var wish = Until(moment, reason);
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.Until(wish));
        CommandParser.Parse(text + " override").ShouldBe(new ParsedCommand.Until(wish with { IsOverride = true }));
        foreach (var (word, command) in new[] { ("queue", CommandWord.Queue), ("ask", CommandWord.Ask) })
            CommandParser
                .Parse(word + text["lock".Length..])
                .ShouldBe(new ParsedCommand.Until(wish with { Word = command }));
    }

    [Theory]
    [InlineData("extend x until 17:30", "17:30")]
    [InlineData("extend x till fri please", "fri")]
    public void Extend_reads_a_moment_and_ignores_what_follows(string text, string moment) =>
        CommandParser
            .Parse(text)
            .ShouldBe(new ParsedCommand.Until(Until(moment, null) with { Word = CommandWord.Extend }));

    [Fact]
    public void The_same_words_mean_another_resource()
    {
        var read = CommandParser.Parse("lock x until 17:30 demo");
        (read.About, read.Of(ResourceName.Of("y")).About).ShouldBe((ResourceName.Of("x"), ResourceName.Of("y")));
        var unclear = CommandParser.Parse("lock x until 17 demo");
        unclear.About.ShouldBe(ResourceName.Of("x"));
        unclear
            .Of(ResourceName.Of("y"))
            .ShouldBeOfType<ParsedCommand.UnclearMoment>()
            .Meant.ShouldAllBe(meant => meant.About == ResourceName.Of("y"));
    }

    [Theory]
    [InlineData("lock x until further notice", "until further notice")]
    [InlineData("lock x demo until 17:30", "demo until 17:30")]
    [InlineData("lock x until", "until")]
    public void Until_may_begin_a_reason(string text, string reason) =>
        CommandParser.Parse(text).ShouldBe(Do(Lock(null, reason).Command));

    [Fact]
    public void A_length_may_be_followed_by_until() =>
        CommandParser.Parse("lock x 2h until 17:30").ShouldBe(Do(Lock(120, "until 17:30").Command));

    [Theory]
    [InlineData("lock x until 25:00", "25:00")]
    [InlineData("lock x until fri 25:00 demo", "fri 25:00")]
    [InlineData("lock x until friday's release", "friday's")]
    public void A_moment_that_cannot_be_read_may_be_a_reason(string text, string typed)
    {
        var unclear = CommandParser.Parse(text).ShouldBeOfType<ParsedCommand.UnclearMoment>();
        (unclear.Command, unclear.Name, unclear.Typed).ShouldBe((CommandWord.Lock, ResourceName.Of("x"), typed));
        unclear.Meant.ShouldBe([Do(Lock(null, text["lock x ".Length..]).Command)]);
    }

    [Fact]
    public void A_moment_that_cannot_be_read_is_asked_about_with_the_likeliest_first()
    {
        var unclear = CommandParser.Parse("queue x until 2h demo").ShouldBeOfType<ParsedCommand.UnclearMoment>();
        unclear.Meant.ShouldBe([
            Do((Lock(120, "demo") with { Word = CommandWord.Queue }).Command),
            new ParsedCommand.Until(Until("02:00", "demo") with { Word = CommandWord.Queue }),
            new ParsedCommand.Until(Until("14:00", "demo") with { Word = CommandWord.Queue }),
            Do((Lock(null, "until 2h demo") with { Word = CommandWord.Queue }).Command),
        ]);
        var extension = CommandParser.Parse("extend x until 17").ShouldBeOfType<ParsedCommand.UnclearMoment>();
        (extension.Command, extension.Typed).ShouldBe((CommandWord.Extend, "17"));
        extension.Meant.ShouldBe([new ParsedCommand.Until(Until("17:00", null) with { Word = CommandWord.Extend })]);
    }

    [Theory]
    [InlineData("lock x until 17:30 ")]
    [InlineData("lock x until 25:00 ")]
    public void A_reason_behind_a_moment_may_be_too_long(string text) =>
        CommandParser
            .Parse(text + Repeat("y", 201))
            .ShouldBe(new ParsedCommand.ReasonTooLong(CommandWord.Lock, ResourceName.Of("x")));

    [Theory]
    [InlineData("lock until 17:30", "until 17:30", "17:30", null)]
    [InlineData("lock until fri x", "until fri", "fri", "x")]
    [InlineData("lock TILL 17 x", "TILL 17", "17:00", "x")]
    [InlineData("lock until fri override", "until fri", "fri", null)]
    [InlineData("extend until fri", "until fri", "fri", null)]
    public void A_moment_in_a_names_place_is_asked_about(string text, string typed, string moment, string? name)
    {
        var asked = CommandParser.Parse(text).ShouldBeOfType<ParsedCommand.LengthAsName>();
        (asked.Typed, asked.IsMoment, asked.Named?.Name.Display).ShouldBe((typed, true, name));
        asked.Lengths.ShouldBe([new TypedLength.Until(Until(moment, null).Until.ShouldNotBeNull())]);
    }

    [Theory]
    [InlineData("lock until", "until")]
    [InlineData("lock till-machine 2h", "till-machine")]
    [InlineData("lock until further notice", "until")]
    [InlineData("lock ubuntu until 17:30", "ubuntu")]
    public void Other_words_that_begin_so_are_names(string text, string name) =>
        CommandParser.Parse(text).About.ShouldBe(ResourceName.Of(name));

    private static TypedWish Until(string moment, string? reason) =>
        Lock(null, reason) with
        {
            Until = MomentReader.Read(["until", .. moment.Split(' ')]).ShouldBeOfType<MomentRead.Found>().Moment,
        };
}
