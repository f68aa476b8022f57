using CsCheck;
using LockThat.App.Entrances.Commands;
using LockThat.App.Locks;
using LockThat.Blocks.Kit;
using Some = LockThat.Tests.Locks.Some;

namespace LockThat.Tests.Entrances.Commands;

public sealed class SuggestionsTests
{
    private static readonly English English = new();
    private static readonly Gen<ResourceName> Name = Some.Text.Select(text =>
        (ResourceName.Parse(text) as NameParse.Parsed)?.Name ?? ResourceName.Of("test-site")
    );
    private static readonly Gen<Reason?> Reasons = Some.Text.Select(text =>
        (Reason.Parse(text) as ReasonParse.Parsed)?.Reason
    );
    private static readonly Gen<TimeSpan> Length = Gen.Long[1_000, (long)TimeSpan.FromDays(366).TotalMilliseconds]
        .Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void What_a_suggestion_does_is_what_was_meant() =>
        Gen.Select(
                Name,
                Gen.OneOf(Length.Select(length => (TimeSpan?)length), Gen.Const((TimeSpan?)null)),
                Reasons,
                Gen.OneOf(Gen.Const(CommandWord.Lock), Gen.Const(CommandWord.Queue), Gen.Const(CommandWord.Ask)),
                Gen.Bool
            )
            .Sample(
                (name, length, reason, word, isOverride) =>
                {
                    var isTaking = isOverride && word == CommandWord.Lock;
                    var ask = new TypedWish(word, name, length, reason, isTaking).Command;
                    return Suggestions.Of(English, ask) is not { } suggestion || Read(suggestion.Command) == ask;
                },
                iter: 5_000
            );

    [Theory]
    [InlineData("test-site", "demo")]
    [InlineData("bob’s-phone", "30 m walk")]
    [InlineData("\"odd", "say “hi” now")]
    [InlineData("a'b", "override")]
    [InlineData("x", "1:30h demo")]
    [InlineData("x", "2h")]
    public void Words_that_read_as_something_else_are_quoted(string name, string reason)
    {
        var ask = Lock(name, Reason.Of(reason), isOverride: false);
        Read(Suggestions.Of(English, ask).ShouldNotBeNull().Command).ShouldBe(ask);
    }

    [Fact]
    public void A_label_says_what_its_command_does()
    {
        Suggestions.Of(English, Lock("x", Reason.Of("demo"), isOverride: false))?.Label.ShouldBe("Lock x for 2 hours");
        Suggestions
            .Of(English, Lock("x", Reason.Of("demo"), isOverride: false), withReason: true)
            ?.Label.ShouldBe("Lock x for 2 hours (“demo”)");
        Suggestions.Of(English, Lock("x", null, isOverride: true))?.Label.ShouldBe("Take x over for 2 hours");
        Suggestions
            .Of(English, new Extend(ResourceName.Of("x"), TimeSpan.FromHours(2), Expected.Anything))
            ?.Label.ShouldBe("Extend x by 2 hours");
        Suggestions
            .Of(English, new Unlock(ResourceName.Of("x"), IsOverride: true, Expected.Anything))
            ?.Label.ShouldBe("unlock x override");
        Suggestions
            .Of(English, new TypedWish(CommandWord.Queue, ResourceName.Of("x"), TimeSpan.FromHours(2)).Command)
            ?.Label.ShouldBe("Join the line of x for 2 hours");
        Suggestions.Of(English, new Leave(ResourceName.Of("x")))?.Label.ShouldBe("leave x");
        Suggestions.Of(English, new Create(ResourceName.Of("2h")))?.Label.ShouldBe("create 2h");
    }

    [Fact]
    public void No_suggestion_is_more_than_a_button_can_carry()
    {
        Suggestions
            .Of("lock", "x " + new string('y', Limits.ButtonValue - "lock x ".Length), [])
            .ShouldNotBeNull()
            .Command.Length.ShouldBe(Limits.ButtonValue);
        Suggestions.Of("lock", "x " + new string('y', Limits.ButtonValue), []).ShouldBeNull();
        Suggestions
            .Of("lock", "te\u200Bst\u202E \n 2h\0 👩‍🚀", [])
            .ShouldNotBeNull()
            .Command.ShouldBe("lock test 2h 👩‍🚀");
    }

    [Theory]
    [
        InlineData("lok", "lock"),
        InlineData("lcok x", "lock x"),
        InlineData("LOCKS x", "lock x"),
        InlineData("look", "lock"),
        InlineData("/lock x", "lock x"),
        InlineData("ulock x", "unlock x")
    ]
    [
        InlineData("relase x", "release x"),
        InlineData("lst", "list"),
        InlineData("lists", "list"),
        InlineData("mien", "mine"),
        InlineData("hlep", "help"),
        InlineData("exend x 2h", "extend x 2h")
    ]
    [
        InlineData("“lock x 2h”", "lock x 2h"),
        InlineData("lok! x", "lock x"),
        InlineData("l\u200Bok\uFEFF x", "lock x"),
        InlineData("ｌｏｋ x", "lock x"),
        InlineData("delte x", "delete x")
    ]
    public void A_word_with_one_letter_wrong_is_nearly_a_command(string typed, string command)
    {
        var said = Guesses.AtNearCommand(English, typed, []).ShouldNotBeNull();
        said.Text.ShouldContain($"/lockthat {command}");
        var button = said
            .Blocks.ShouldNotBeNull()
            .OfType<ActionsBlock>()
            .ShouldHaveSingleItem()
            .Elements.ShouldHaveSingleItem()
            .ShouldBeOfType<Button>();
        (button.Text.Text, button.Value).ShouldBe((command, command));
    }

    [Theory]
    [
        InlineData("lo x"),
        InlineData("frobnicate"),
        InlineData("locked x"),
        InlineData("?"),
        InlineData(""),
        InlineData("ok"),
        InlineData("site"),
        InlineData("2h"),
        InlineData("add x"),
        InlineData("shelf x")
    ]
    public void Other_words_are_near_none(string typed) => Guesses.AtNearCommand(English, typed, []).ShouldBeNull();

    [Fact]
    public void A_long_label_is_shortened_and_its_command_is_not()
    {
        var said = Guesses.AtNearCommand(English, "lok x " + new string('y', 190), []).ShouldNotBeNull();
        var button = said
            .Blocks.ShouldNotBeNull()
            .OfType<ActionsBlock>()
            .ShouldHaveSingleItem()
            .Elements.ShouldHaveSingleItem()
            .ShouldBeOfType<Button>();
        button.Text.Text.Length.ShouldBe(Limits.ButtonText);
        button.Text.Text.ShouldEndWith("y…");
        button.Value.ShouldBe("lock x " + new string('y', 190));
    }

    private static ResourceCommand Lock(string name, Reason? reason, bool isOverride) =>
        new TypedWish(CommandWord.Lock, ResourceName.Of(name), TimeSpan.FromHours(2), reason, isOverride).Command;

    private static ResourceCommand? Read(string command) =>
        (
            CommandParser.Read(command) is ParsedCommand.LengthAsName length
                ? length.AsTyped
                : CommandParser.Read(command)
        )
            is ParsedCommand.Do(var read)
            ? read
            : null;
}
