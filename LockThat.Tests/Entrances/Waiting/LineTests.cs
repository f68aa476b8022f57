using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Waiting;

/// <summary>The line of a resource, by commands and by the buttons under their answers.</summary>
public sealed class LineTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Queue_says_the_place_who_comes_first_and_when_the_turn_is_expected()
    {
        await Typed("grace", "lock first-site 2 h demo");
        var ada = await Typed("ada", "queue first-site 1h tests");
        Last(ada).ShouldContain("You are 1st in line for first-site, for 1 hour — “tests”.");
        Last(ada).ShouldContain("@Grace Hopper has it until");
        var hedy = await Typed("hedy", "queue first-site 30m");
        Last(hedy).ShouldContain("You are 2nd in line for first-site, for 30 minutes.");
        Last(hedy).ShouldContain("then @Ada Lovelace wants it for 1 hour: your turn comes about");
        Last(hedy).ShouldEndWith("[Leave the line]");
    }

    [Fact]
    public async Task Queue_for_what_nobody_has_locks_it_and_says_so()
    {
        await Typed("ada", "create calm-site");
        Last(await Typed("grace", "queue calm-site 2h demo")).ShouldContain("Locked. calm-site is yours for 2 hours");
        Last(await Typed("grace", "queue calm-site")).ShouldContain("You have it already");
        Last(await Typed("grace", "queue brand-new-site 1h")).ShouldContain("It is new here: I created it.");
    }

    [Fact]
    public async Task Queue_again_keeps_the_place_and_says_what_changed()
    {
        await Typed("grace", "lock again-site 2 h");
        await Typed("ada", "queue again-site 1h tests");
        await Typed("hedy", "queue again-site");
        Last(await Typed("ada", "queue again-site 3h"))
            .ShouldContain("Changed. You want it for 3 hours now, instead of 1 hour. You are 1st in line");
        Last(await Typed("ada", "queue again-site")).ShouldContain("You are 1st in line already");
        Last(await Typed("ada", "queue again-site more tests")).ShouldContain("The reason is “more tests” now.");
    }

    [Fact]
    public async Task A_refusal_offers_the_line_first_and_says_what_it_is()
    {
        await Typed("grace", "lock full-site 2 h");
        var ada = await Typed("ada", "lock full-site");
        Last(ada).ShouldContain("In line, it is kept for you when your turn comes.");
        Last(ada).ShouldEndWith("[Join the line] [Tell me when it's free] [Ask for it] [Override]");
        await Typed("ada", "queue full-site");
        Last(await Typed("ada", "lock full-site"))
            .ShouldEndWith("[Leave the line] [Tell me when it's free] [Ask for it] [Override]");
    }

    [Fact]
    public async Task Leave_also_stops_telling()
    {
        await Typed("grace", "lock quiet-site 2 h");
        var ada = await Typed("ada", "lock quiet-site");
        await ada.Clicks("Tell me when it's free");
        await stage.Shows(ada, "I will tell you when it is free.");
        Last(await Typed("ada", "leave quiet-site")).ShouldContain("You will not be told.");
    }

    [Fact]
    public async Task A_list_says_how_many_wait()
    {
        await Typed("grace", "lock counted-site 2 h");
        await Typed("ada", "queue counted-site");
        await Typed("hedy", "queue counted-site");
        Last(await Typed("grace", "list counted")).ShouldContain("2 people wait in line. [Unlock]");
        Last(await Typed("bose", "list counted")).ShouldContain("2 people wait in line. [Join the line]");
        Last(await Typed("hedy", "list counted")).ShouldContain("You are 2nd in line");
    }

    [Fact]
    public async Task The_button_of_the_answer_leaves_the_line()
    {
        await Typed("grace", "lock pressed-site 2 h");
        var ada = await Typed("ada", "queue pressed-site");
        await ada.Clicks("Leave the line");
        await stage.Shows(ada, "You are not in line any more. pressed-site is held by @Grace Hopper");
    }

    [Fact]
    public async Task The_button_of_an_older_answer_does_not_leave_a_newer_place()
    {
        await Typed("grace", "lock older-site 2 h");
        var ada = await Typed("ada", "queue older-site 1h", "leave older-site", "queue older-site 3h");
        await ada.Clicks("Leave the line", near: "for 1 hour");
        await stage.Shows(ada, "Nothing was done");
        Last(await Typed("ada", "queue older-site")).ShouldContain("You are 1st in line already");
    }

    [Fact]
    public async Task A_length_that_is_unclear_or_in_the_names_place_is_asked_about()
    {
        await Typed("grace", "lock clear-site 2 h");
        var hedy = await Typed("hedy", "queue clear-site 1:30h tests");
        Last(hedy).ShouldContain("I can't read “1:30h” as a duration.");
        await hedy.Clicks("Join the line of clear-site for 1 hour 30 minutes");
        await stage.Shows(hedy, "You are 1st in line for clear-site, for 1 hour 30 minutes — “tests”.");
        await (await Typed("bose", "queue 30 m clear-site")).Clicks("Join the line of clear-site for 30 minutes");
        await stage.Shows(await stage.As("bose"), "You are 2nd in line for clear-site, for 30 minutes.");
        Last(await Typed("bose", "queue 2h")).ShouldContain("What do you want to wait for?");
        Last(await Typed("bose", "ask 2h")).ShouldContain("What do you want to ask for?");
        Last(await Typed("bose", "queue clear-site -5m")).ShouldContain("A duration can't be negative.");
        Last(await Typed("bose", "quue clear-site")).ShouldContain("[queue clear-site]");
        Last(await Typed("bose", "clear-site queue 1h")).ShouldContain("[Join the line of clear-site for 1 hour]");
    }

    [Fact]
    public async Task A_lock_that_is_too_long_is_not_waited_for()
    {
        await Typed("grace", "lock long-site 2 h");
        Last(await Typed("ada", "queue long-site 800 days")).ShouldContain("Not in line. A lock can last");
        Last(await Typed("ada", "leave long-site")).ShouldContain("You are not in line.");
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }

    private static string Last(Person person)
    {
        var seen = person.Sees;
        return seen[(seen.LastIndexOf("LockThat (Only visible to you)", StringComparison.Ordinal) + 1)..].TrimEnd();
    }
}
