using LockThat.App.Entrances;
using LockThat.App.Entrances.Commands;
using LockThat.App.Locks;

namespace LockThat.Tests.Entrances.Commands;

public sealed partial class CommandParserTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\r\n")]
    [InlineData("\u200B")]
    [InlineData("help")]
    [InlineData("HELP!")]
    [InlineData("help me please")]
    [InlineData("?")]
    public void Help_is_given(string? text) => CommandParser.Parse(text).ShouldBe(new ParsedCommand.Help());

    [Theory]
    [InlineData("help lock", CommandWord.Lock)]
    [InlineData("help Release now", CommandWord.Unlock)]
    [InlineData("help help", CommandWord.Help)]
    [InlineData("help create:", CommandWord.Create)]
    public void Help_is_given_on_a_command(string text, CommandWord topic) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.Help(topic));

    [Theory]
    [InlineData("lok x", "lok")]
    [InlineData("? x", "?")]
    [InlineData("“lock x”", "“lock")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("locks", "locks")]
    [InlineData("override", "override")]
    public void An_unknown_word_gets_help_that_names_it(string text, string word) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.Help(UnknownWord: word));

    [Fact]
    public void An_unknown_word_is_cut_to_what_can_be_shown()
    {
        CommandParser.Parse(Repeat("x", 60)).ShouldBe(new ParsedCommand.Help(UnknownWord: Repeat("x", 60)));
        CommandParser.Parse(Repeat("x", 61)).ShouldBe(new ParsedCommand.Help(UnknownWord: Repeat("x", 60) + "…"));
        CommandParser.Parse(Repeat("😀", 4_000)).ShouldBe(new ParsedCommand.Help(UnknownWord: Repeat("😀", 37) + "…"));
    }

    [Fact]
    public void A_command_alone_asks_for_what_it_needs()
    {
        CommandParser.Parse("create").ShouldBe(new ParsedCommand.CreateForm());
        CommandParser.Parse(" Lock ").ShouldBe(new ParsedCommand.LockForm());
        CommandParser.Parse("unlock").ShouldBe(new ParsedCommand.UnlockAny());
        CommandParser.Parse("release.").ShouldBe(new ParsedCommand.UnlockAny());
        CommandParser.Parse("extend").ShouldBe(new ParsedCommand.ExtendForm());
        CommandParser.Parse("delete\n").ShouldBe(new ParsedCommand.MissingName(CommandWord.Delete));
    }

    [Theory]
    [
        InlineData("list"),
        InlineData("LIST"),
        InlineData("list."),
        InlineData("list;"),
        InlineData("\uFEFFlist"),
        InlineData("\u3000list\u00A0")
    ]
    public void List_alone_lists_everything(string text) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.List(ListFilter.None));

    [Theory]
    [
        InlineData("list free", "free"),
        InlineData("list, site please", "site"),
        InlineData("list “test-site”", "test-site")
    ]
    public void List_reads_one_word_behind_it(string text, string word) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.List(new(word)));

    [Theory]
    [InlineData("mine"), InlineData("Mine"), InlineData("mine\nplease")]
    public void Mine_ignores_what_follows(string text) => CommandParser.Parse(text).ShouldBe(new ParsedCommand.Mine());

    [Theory]
    [InlineData("create resource-name", "resource-name")]
    [InlineData("CREATE  Resource-Name ", "Resource-Name")]
    [InlineData("create “my-site”", "my-site")]
    [InlineData("create <http://test-site.io|test-site.io>", "test-site.io")]
    [InlineData("create R&amp;D", "R&D")]
    [InlineData("create &lt;b&gt;", "<b>")]
    [InlineData("create override", "override")]
    public void Create_takes_one_word(string text, string name)
    {
        CommandParser.Parse(text).ShouldBe(Do(new Create(ResourceName.Of(name))));
        CommandParser.Parse(text).About.ShouldNotBeNull().Display.ShouldBe(name);
    }

    [Theory]
    [InlineData("create my site", CommandWord.Create, "my site", NameProblem.WhiteSpace, "my-site")]
    [InlineData("create “my site”", CommandWord.Create, "“my site”", NameProblem.WhiteSpace, "my-site")]
    [InlineData(
        "create “my-site” please",
        CommandWord.Create,
        "“my-site” please",
        NameProblem.WhiteSpace,
        "my-site-please"
    )]
    [InlineData("create a\r\nb", CommandWord.Create, "a b", NameProblem.WhiteSpace, "a-b")]
    [InlineData("create \"\"", CommandWord.Create, "\"\"", NameProblem.Empty, null)]
    [InlineData("lock \"test site\" 2h", CommandWord.Lock, "\"test site\"", NameProblem.WhiteSpace, "test-site")]
    [InlineData("lock ‘test site’ 2h", CommandWord.Lock, "‘test site’", NameProblem.WhiteSpace, "test-site")]
    [InlineData("lock `test site` 2h", CommandWord.Lock, "`test site`", NameProblem.WhiteSpace, "test-site")]
    [InlineData("lock `x` 2h", CommandWord.Lock, "`x`", NameProblem.Backtick, "x")]
    [InlineData("unlock a`b override", CommandWord.Unlock, "a`b", NameProblem.Backtick, "ab")]
    [InlineData("extend x\u200By 2h", CommandWord.Extend, "x\uFFFDy", NameProblem.Invisible, "xy")]
    [InlineData("delete \"a b\"", CommandWord.Delete, "\"a b\"", NameProblem.WhiteSpace, "a-b")]
    public void A_bad_name_is_refused_with_one_that_would_do(
        string text,
        CommandWord command,
        string typed,
        NameProblem problem,
        string? suggestion
    ) =>
        CommandParser
            .Parse(text)
            .ShouldBe(
                new ParsedCommand.BadName(
                    command,
                    typed,
                    problem,
                    suggestion is null ? null : ResourceName.Of(suggestion)
                )
            );

    [Fact]
    public void A_name_that_is_too_long_is_refused_and_shown_in_part() =>
        CommandParser
            .Parse("lock " + Repeat("x", 8_000))
            .ShouldBe(
                new ParsedCommand.BadName(
                    CommandWord.Lock,
                    Repeat("x", 60) + "…",
                    NameProblem.TooLong,
                    ResourceName.Of(Repeat("x", 60))
                )
            );

    [Theory]
    [InlineData("lock x", null, null)]
    [InlineData("lock x 12 d", 12 * 1440, null)]
    [InlineData("lock x 12 months", 360 * 1440, null)]
    [InlineData("lock x 12 w some reason", 84 * 1440, "some reason")]
    [InlineData("lock x 2h", 120, null)]
    [InlineData("lock x 2 hrs demo", 120, "demo")]
    [InlineData("lock x project", null, "project")]
    [InlineData("lock x big demo", null, "big demo")]
    [InlineData("LOCK X 2H Demo", 120, "Demo")]
    [InlineData("lock\u00A0x\u30002\u2003h\n big\tdemo ", 120, "big demo")]
    [InlineData("lock \"x\" 2h", 120, null)]
    [InlineData("lock « x » 2h", 120, null)]
    [InlineData("lock ““x”” 2h", 120, null)]
    [InlineData("lock x 45 demo", 45, "demo")]
    [InlineData("lock x 1 day 12 hours on-call", 2160, "on-call")]
    [InlineData("lock x for 2h for the demo", 120, "for the demo")]
    [InlineData("lock x for testing", null, "for testing")]
    [InlineData("lock x 2h with <@U1|pat> &amp; <#C1|general>", 120, "with pat & general")]
    [InlineData("lock x 2h see <https://x.y/z>", 120, "see https://x.y/z")]
    [InlineData("lock x “2h demo”", null, "2h demo")]
    [InlineData("lock x 2h \"big demo\"", 120, "big demo")]
    [InlineData("lock x \"Hamlet\" and \"Othello\"", null, "\"Hamlet\" and \"Othello\"")]
    [InlineData("lock x \"", null, "\"")]
    [InlineData("lock x \"\"", null, null)]
    [InlineData("lock x 2h \u200B", 120, null)]
    [InlineData("lock x 2 h\u200B demo", 120, "demo")]
    [InlineData("lock x 2h\uFEFF", 120, null)]
    [InlineData("lock x \u200E2h demo", 120, "demo")]
    [InlineData("lock x 2h\u00AD", 120, null)]
    [InlineData("lock x “2h”", 120, null)]
    [InlineData("lock x (2h) “big demo”", 120, "big demo")]
    [InlineData("lock x 1,5h demo", 90, "demo")]
    [InlineData("lock x 2h: demo", 120, "demo")]
    [InlineData("ｌｏｃｋ x ２ｈ demo", 120, "demo")]
    [InlineData("lock x 2h 👩‍🚀 ❤️", 120, "👩‍🚀 ❤️")]
    [InlineData("lock x 10:30 standup", null, "10:30 standup")]
    [InlineData("lock <@U1|x> 2h", 120, null)]
    public void Lock_takes_a_duration_and_a_reason(string text, int? minutes, string? reason) =>
        CommandParser.Parse(text).ShouldBe(Do(Lock(minutes, reason).Command));

    [Theory]
    [InlineData("lock x override", null, null)]
    [InlineData("lock x OverRide", null, null)]
    [InlineData("lock x 12 h some reason override", 720, "some reason")]
    [InlineData("lock x 2h override", 120, null)]
    [InlineData("lock x 2 override", 2, null)]
    [InlineData("lock x \"demo\" override", null, "demo")]
    [InlineData("lock x override override", null, "override")]
    [InlineData("lock x demo\noverride\u00A0", null, "demo")]
    public void Override_as_the_last_word_is_no_part_of_the_reason(string text, int? minutes, string? reason) =>
        CommandParser.Parse(text).ShouldBe(Do((Lock(minutes, reason) with { IsOverride = true }).Command));

    [Theory]
    [InlineData("lock x \"demo override\"", "demo override")]
    [InlineData("lock x “demo override”", "demo override")]
    [InlineData("lock x 'override'", "override")]
    [InlineData("lock x override the brakes", "override the brakes")]
    [InlineData("lock x demo override!", "demo override!")]
    [InlineData("lock x do not \"override\"", "do not \"override\"")]
    public void Override_anywhere_else_takes_nothing_over(string text, string reason) =>
        CommandParser.Parse(text).ShouldBe(Do(Lock(null, reason).Command));

    [Fact]
    public void Override_right_behind_the_command_is_a_name()
    {
        CommandParser
            .Parse("lock override")
            .ShouldBe(Do((Lock(null, null) with { Name = ResourceName.Of("override") }).Command));
        CommandParser
            .Parse("unlock override")
            .ShouldBe(Do(new Unlock(ResourceName.Of("override"), false, Expected.Anything)));
    }

    [Theory]
    [InlineData("unlock x", false)]
    [InlineData("release X", false)]
    [InlineData("UNLOCK “x” thank you", false)]
    [InlineData("unlock x override", true)]
    [InlineData("release x I must OVERRIDE", true)]
    [InlineData("unlock x override please", false)]
    public void Unlock_ignores_all_further_words_but_override(string text, bool isOverride) =>
        CommandParser.Parse(text).ShouldBe(Do(new Unlock(ResourceName.Of("x"), isOverride, Expected.Anything)));

    [Theory]
    [InlineData("delete x"), InlineData("Delete 'X'"), InlineData("delete x now override")]
    public void Delete_ignores_all_further_words(string text) =>
        CommandParser.Parse(text).ShouldBe(Do(new Delete(ResourceName.Of("x"), Expected.Anything)));

    [Theory]
    [
        InlineData("extend x 2h"),
        InlineData("EXTEND X 120"),
        InlineData("extend \"x\" for 2 hours"),
        InlineData("extend x by 2h please"),
        InlineData("extend x by: “2h”"),
        InlineData("extend x By for 2h")
    ]
    public void Extend_takes_a_duration(string text) =>
        CommandParser
            .Parse(text)
            .ShouldBe(Do(new Extend(ResourceName.Of("x"), TimeSpan.FromHours(2), Expected.Anything)));

    [Theory]
    [InlineData("extend x"), InlineData("extend x by"), InlineData("extend x a bit"), InlineData("extend x demo 2h")]
    public void Extend_without_a_duration_asks_for_one(string text) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.MissingDuration(ResourceName.Of("x")));

    [Theory]
    [InlineData("lock x 0", CommandWord.Lock, DurationProblem.Zero)]
    [InlineData("lock x -5 m", CommandWord.Lock, DurationProblem.Negative)]
    [InlineData("lock x 99999999999 d", CommandWord.Lock, DurationProblem.TooLong)]
    [InlineData("lock x 0.5s demo override", CommandWord.Lock, DurationProblem.TooShort)]
    [InlineData("extend x 0h", CommandWord.Extend, DurationProblem.Zero)]
    [InlineData("extend x by -5m", CommandWord.Extend, DurationProblem.Negative)]
    public void A_duration_that_cannot_be_meant_is_refused(string text, CommandWord command, DurationProblem problem) =>
        CommandParser.Parse(text).ShouldBe(new ParsedCommand.BadDuration(command, ResourceName.Of("x"), problem));

    [Fact]
    public void Every_command_of_the_catalogue_is_read() =>
        CommandCatalog
            .Words.Where(word =>
                CommandParser.Parse($"{word} x") is ParsedCommand.Help { Topic: null, UnknownWord: not null }
            )
            .ShouldBeEmpty();

    private static ParsedCommand.Do Do(ResourceCommand command) => new(command);

    private static TypedWish Lock(int? minutes, string? reason) =>
        new(
            CommandWord.Lock,
            ResourceName.Of("x"),
            minutes is { } m ? TimeSpan.FromMinutes(m) : null,
            reason is null ? null : Reason.Of(reason)
        );

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
