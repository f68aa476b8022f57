using LockThat.Playground.People;

namespace LockThat.Tests.Entrances;

/// <summary>A mistyped command with a likely meaning: one press does what its button says.</summary>
public abstract class MeantTests(Stage stage)
{
    [Fact]
    public async Task A_word_that_is_nearly_a_command_is_offered_as_that_command_and_nothing_else()
    {
        var grace = await Typed("grace", "lok near-site 2h demo");
        grace.Sees.ShouldContain("I don't know “lok”. Did you mean /lockthat lock near-site 2h demo?");
        Last(grace).ShouldNotContain("honour system");
        await grace.Clicks("lock near-site 2h demo");
        await stage.Shows(grace, "Locked. near-site is yours for 2 hours");
        Last(grace).ShouldContain("“demo”. It is new here: I created it.");
        Last(grace).ShouldNotContain("Did you mean");
    }

    [Fact]
    public async Task A_resource_in_a_commands_place_is_offered_to_be_locked()
    {
        await Typed("grace", "create named-site");
        var grace = await Typed("grace", "Named-Site 2h demo");
        Last(grace)
            .ShouldContain(
                "named-site is a resource, and no command. Did you mean /lockthat lock named-site 2 hours demo?"
            );
        await grace.Clicks("Lock named-site for 2 hours");
        await stage.Shows(grace, "Locked. named-site is yours for 2 hours");
        Last(grace).ShouldContain("“demo”");
        Last(await Typed("grace", "named-site unlock")).ShouldContain("[unlock named-site]");
        Last(await Typed("grace", "named-site extend 30m")).ShouldContain("[Extend named-site by 30 minutes]");
        Last(await Typed("grace", "named-site history")).ShouldContain("[history named-site]");
        Last(await Typed("grace", "named-site release train, please")).ShouldContain("[Lock named-site]");
        Last(await Typed("ada", "named-site 1 h override")).ShouldContain("[Take named-site over for 1 hour]");
        Last(await Typed("grace", "named-site 0")).ShouldContain("A duration must be more than zero.");
    }

    [Fact]
    public async Task A_name_that_is_nearly_anothers_creates_nothing_until_it_is_said_what_was_meant()
    {
        await Typed("grace", "create typed-site");
        var grace = await Typed("grace", "lock tpyed-site 2 h demo");
        Last(grace).ShouldContain("There is no tpyed-site. Did you mean typed-site?");
        Last(grace).ShouldContain("[Lock typed-site] [Create tpyed-site]");
        Last(await Typed("grace", "list")).ShouldNotContain("tpyed-site");

        await (await Typed("grace", "lock tpyed-site 2 h demo")).Clicks("Lock typed-site");
        await stage.Shows(grace, "Locked. typed-site is yours for 2 hours");
        Last(grace).ShouldContain("“demo”");
        await (await Typed("grace", "lock tpyed-site 1 h demo")).Clicks("Create tpyed-site");
        await stage.Shows(grace, "Locked. tpyed-site is yours for 1 hour");
        Last(grace).ShouldContain("It is new here: I created it.");
    }

    [Fact]
    public async Task A_line_of_a_name_that_is_nearly_anothers_is_offered_as_that_ones()
    {
        await Typed("ada", "lock queued-site 2 h");
        var grace = await Typed("grace", "queue queued_site 1 h");
        Last(grace).ShouldContain("[Join the line of queued-site] [Create queued_site]");
        await grace.Clicks("Join the line of queued-site");
        await stage.Shows(grace, "You are 1st in line");
    }

    [Fact]
    public async Task A_name_that_no_resource_has_comes_with_those_that_are_near()
    {
        await Typed("grace", "create nearby-site");
        foreach (var command in new[] { "unlock {0}", "extend {0} 1h", "delete {0}", "show {0}", "history {0}" })
            Last(await Typed("grace", string.Format(null, command, "naerby-site")))
                .ShouldContain("There is no resource naerby-site here. Did you mean nearby-site?");
    }

    [Fact]
    public async Task Digits_and_single_letters_at_the_end_are_no_mistakes()
    {
        await Typed("grace", "create digit-site-1");
        Last(await Typed("grace", "lock digit-site-2 1h")).ShouldContain("It is new here: I created it.");
    }

    [Fact]
    public async Task A_resource_goes_before_a_command_that_is_near()
    {
        await Typed("grace", "create lick");
        Last(await Typed("grace", "lick 2h")).ShouldContain("[Lock lick for 2 hours]");
    }

    [Fact]
    public async Task A_length_that_cannot_be_read_does_nothing_until_it_is_said_what_was_meant()
    {
        var hedy = await Typed("hedy", "lock unclear-site 1:30h standup");
        Last(hedy).ShouldContain("Nothing was done: I can't read “1:30h” as a duration.");
        Last(hedy)
            .ShouldContain("[Lock unclear-site for 1 hour 30 minutes] [Lock unclear-site for 1 day (“1:30h standup”)]");
        Last(await Typed("hedy", "list")).ShouldNotContain("unclear-site");
        await (await Typed("hedy", "lock unclear-site 1:30h standup")).Clicks(
            "Lock unclear-site for 1 hour 30 minutes"
        );
        await stage.Shows(hedy, "Locked. unclear-site is yours for 1 hour 30 minutes");
        Last(hedy).ShouldContain("“standup”");
        await (await Typed("hedy", "lock other-unclear 1:30h standup")).Clicks(
            "Lock other-unclear for 1 day (“1:30h standup”)"
        );
        await stage.Shows(hedy, "Locked. other-unclear is yours for 1 day");
        Last(hedy).ShouldContain("“1:30h standup”");
        await (await Typed("hedy", "extend unclear-site +30m")).Clicks("Extend unclear-site by 30 minutes");
        await stage.Shows(hedy, "Extended by 30 minutes");
        Last(await Typed("hedy", "lock unclear-site +9999 days")).ShouldNotContain("9999 days]");
    }

    [Fact]
    public async Task A_length_is_no_name_unless_a_resource_has_it()
    {
        var bose = await Typed("bose", "lock 2h");
        Last(bose).ShouldContain("Nothing was done: “2h” is a duration. What is to be locked for so long?");
        Last(bose).ShouldContain("[Lock a resource] [create 2h]");
        Last(await Typed("bose", "list")).ShouldNotContain("2h is");
        await (await Typed("bose", "lock 30 m behind-site")).Clicks("Lock behind-site for 30 minutes");
        await stage.Shows(bose, "Locked. behind-site is yours for 30 minutes");
        await (await Typed("bose", "extend 30 m")).Clicks("Extend behind-site by 30 minutes");
        await stage.Shows(bose, "Extended by 30 minutes");
        await (await Typed("bose", "lock 2h")).Clicks("create 2h");
        await stage.Shows(bose, "Created. 2h is free");
        Last(await Typed("bose", "lock 2h 1 h demo")).ShouldContain("Locked. 2h is yours for 1 hour");
        await Typed("bose", "unlock 2h");
        await (await Typed("bose", "2h 1 h demo")).Clicks("Lock 2h for 1 hour");
        await stage.Shows(bose, "Locked. 2h is yours for 1 hour");
        await Typed("bose", "delete 2h");
    }

    [Fact]
    public async Task A_button_of_a_command_that_opens_a_form_opens_it()
    {
        var grace = await Typed("grace", "lok");
        await grace.Clicks("lock");
        await stage.Shows(grace, "For how long");
        await grace.Dismisses();
    }

    [Theory]
    [InlineData("page-site", "shw page-site")]
    [InlineData("page-first", "page-first show")]
    public async Task A_button_of_the_command_for_a_page_opens_it(string name, string typed)
    {
        await Typed("grace", $"create {name}");
        var grace = await Typed("grace", typed);
        await grace.Clicks($"show {name}");
        await stage.Shows(grace, "# Details");
        grace.Sees.ShouldContain($"{name} is free.");
        await grace.Dismisses();
    }

    [Fact]
    public async Task A_button_does_what_it_says_and_tells_the_present_state()
    {
        var grace = await Typed("grace", "lok since-site 2h");
        await Typed("ada", "lock since-site 1 h mine");
        await grace.Clicks("lock since-site 2h");
        await stage.Shows(grace, "Not locked. since-site is held by @Ada Lovelace");
    }

    [Fact]
    public async Task A_late_press_takes_nothing_from_another_person_than_the_one_that_was_shown()
    {
        await Typed("ada", "lock late-site 2h");
        var grace = await Typed("grace", "late-site 1h override");
        await Typed("ada", "unlock late-site");
        await Typed("hedy", "lock late-site 2h");
        await grace.Clicks("Take late-site over for 1 hour");
        await stage.Shows(grace, "Nothing was done, because this has changed");
        await (await Typed("grace", "late-site 1h override")).Clicks("Take late-site over for 1 hour");
        await stage.Shows(grace, "Taken over. late-site is yours for 1 hour");
    }

    [Theory]
    [InlineData("lok dup-site 2h", "lock dup-site 2h", "Locked. dup-site is yours for 2 hours")]
    [InlineData("delte dup-gone", "delete dup-gone", "Deleted. dup-gone is gone.")]
    public async Task The_same_press_delivered_twice_does_its_work_once_and_is_answered_alike(
        string typed,
        string label,
        string answer
    )
    {
        await Typed("hedy", "create dup-gone");
        var hedy = await Typed("hedy", typed);
        stage.Slack.Faults.DuplicatesNextDelivery();
        await hedy.Clicks(label);
        await stage.Shows(hedy, answer);
        hedy.Sees.ShouldNotContain("Renewed. dup-site");
        Last(hedy).ShouldNotContain("There is no resource dup-gone");
    }

    [Fact]
    public async Task A_second_press_of_a_message_that_is_still_there_is_answered_alike()
    {
        var grace = await Typed("grace", "lok pressed-site 2h");
        var asked = stage.Workspace.Messages(grace.ActiveChannel.Id, grace.UserId)[^1];
        await grace.Clicks(asked, "lock pressed-site 2h");
        await stage.Shows(grace, "Locked. pressed-site is yours for 2 hours");
        await grace.Clicks(asked, "lock pressed-site 2h");
        grace.Sees.ShouldNotContain("Renewed. pressed-site");
    }

    private static string Last(Person person)
    {
        var seen = person.Sees;
        return seen[(seen.LastIndexOf("LockThat (Only visible to you)", StringComparison.Ordinal) + 1)..];
    }

    private async Task<Person> Typed(string handle, string typed)
    {
        var person = await stage.As(handle);
        (await person.Types($"/lockthat {typed}")).ShouldBeTrue();
        return person;
    }
}

public sealed class MeantOverHttpTests(Stage stage) : MeantTests(stage), IClassFixture<Stage>;

public sealed class MeantOverSocketModeTests(SocketStage socket) : MeantTests(socket.Stage), IClassFixture<SocketStage>;
