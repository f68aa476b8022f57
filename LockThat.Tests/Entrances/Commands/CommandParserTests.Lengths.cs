using LockThat.App.Entrances.Commands;
using LockThat.App.Locks;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.Tests.Entrances.Commands;

public sealed partial class CommandParserTests
{
    [Theory]
    [InlineData("lock x 1:30h demo", "1:30h", 90, "demo")]
    [InlineData("lock x +2h", "+2h", 120, null)]
    [InlineData("lock x ~ 2 hours demo", "~ 2 hours", 120, "demo")]
    [InlineData("lock x 2h,demo of it", "2h,demo", 120, "demo of it")]
    public void A_length_that_cannot_be_read_is_asked_about(string text, string typed, int minutes, string? reason)
    {
        var unclear = CommandParser.Parse(text).ShouldBeOfType<ParsedCommand.UnclearDuration>();
        unclear.Typed.ShouldBe(typed);
        unclear.Meant.ShouldBe([Lock(minutes, reason).Command, Lock(null, text["lock x ".Length..]).Command]);
        var taking = CommandParser.Parse(text + " override").ShouldBeOfType<ParsedCommand.UnclearDuration>();
        taking.Meant.ShouldBe([
            (Lock(minutes, reason) with { IsOverride = true }).Command,
            (Lock(null, text["lock x ".Length..]) with { IsOverride = true }).Command,
        ]);
        CommandParser
            .Parse(text.Replace("lock", "extend", StringComparison.Ordinal))
            .ShouldBeOfType<ParsedCommand.UnclearDuration>()
            .Meant.ShouldBe([new Extend(ResourceName.Of("x"), TimeSpan.FromMinutes(minutes), Expected.Anything)]);
    }

    [Theory]
    [InlineData("lock 2h", "2h", 120, null)]
    [InlineData("lock 30 m x", "30 m", 30, "x")]
    [InlineData("lock for 2h", "for 2h", 120, null)]
    [InlineData("lock 2h override", "2h", 120, null)]
    [InlineData("lock 2h for demo", "2h", 120, null)]
    [InlineData("lock 2h30m x", "2h30m", 150, "x")]
    [InlineData("lock “2h” x", "“2h”", 120, "x")]
    [InlineData("lock 1:30h x", "1:30h", 90, "x")]
    [InlineData("extend 30 m", "30 m", 30, null)]
    public void A_length_in_a_names_place_is_asked_about(string text, string typed, int minutes, string? name)
    {
        var asked = CommandParser.Parse(text).ShouldBeOfType<ParsedCommand.LengthAsName>();
        (asked.Typed, asked.Lengths, asked.Named).ShouldBe(
            (typed, asked.Lengths, name is null ? null : Lock(null, null) with { Name = ResourceName.Of(name) })
        );
        asked.Lengths.ShouldBe([new TypedLength.For(TimeSpan.FromMinutes(minutes))]);
    }

    [Theory]
    [
        InlineData("lock 12", "12"),
        InlineData("lock 12 2h", "12"),
        InlineData("lock 3d-printer", "3d-printer"),
        InlineData("lock forge 2h", "forge"),
        InlineData("lock h2", "h2"),
        InlineData("lock 2nd", "2nd")
    ]
    public void A_bare_number_and_what_only_begins_like_a_length_are_names(string text, string name) =>
        CommandParser
            .Parse(text)
            .ShouldBeOfType<ParsedCommand.Do>()
            .Command.ShouldBeOfType<Lock>()
            .Name.ShouldBe(ResourceName.Of(name));

    [Fact]
    public void A_reason_that_is_too_long_is_refused_whatever_else_is_right()
    {
        CommandParser.Parse("lock x 2h " + Repeat("x", 200)).ShouldBe(Do(Lock(120, Repeat("x", 200)).Command));
        CommandParser
            .Parse("lock x 2h " + Repeat("x", 201))
            .ShouldBe(new ParsedCommand.ReasonTooLong(CommandWord.Lock, ResourceName.Of("x")));
        CommandParser
            .Parse("lock x " + Repeat("long ", 1_600))
            .ShouldBe(new ParsedCommand.ReasonTooLong(CommandWord.Lock, ResourceName.Of("x")));
    }
}
