using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Waiting;

/// <summary>Turns, as the people in line are told of them and take them. The clock is everybody's, so each test has a
/// stage of its own.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private readonly Stage _stage = new();

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task The_first_in_line_locks_by_one_press_as_they_asked_for()
    {
        await Waiting("ada 1h tests");
        var ada = await Turn("ada");
        ada.Sees.ShouldContain("Lock takes it, for 1 hour — “tests”.");
        ada.Sees.ShouldContain("[Lock] [Leave the line]");
        await ada.Clicks("Lock");
        await _stage.Shows(ada, "Locked. test-site is yours for 1 hour");
        ada.Sees.ShouldContain("“tests”");
    }

    [Fact]
    public async Task Nobody_else_gets_it_while_the_turn_lasts()
    {
        await Waiting("ada", "hedy");
        await Turn("ada");
        var bose = await Typed("bose", "lock test-site");
        bose.Sees.ShouldContain("Not locked. Nobody holds test-site, and it is @Ada Lovelace's turn until");
        bose.Sees.ShouldContain("1 person waits behind them.");
        bose.Sees.ShouldContain("[Join the line] [Tell me when it's free] [Override]");
        (await Typed("hedy", "lock test-site")).Sees.ShouldContain("[Leave the line] [Tell me when it's free]");
        (await Typed("bose", "delete test-site")).Sees.ShouldContain("Until then, nobody else can delete it.");
        (await Typed("ada", "lock test-site 3h")).Sees.ShouldContain("Locked. test-site is yours for 3 hours");
    }

    [Fact]
    public async Task The_first_lets_the_next_go_first()
    {
        await Waiting("ada 1h", "hedy 2h");
        var ada = await Turn("ada");
        await ada.Clicks("Let the next go first");
        await _stage.Shows(ada, "@Hedy Lamarr goes first. You are 2nd in line for test-site.");
        ada.Sees.ShouldContain("It is @Hedy Lamarr's turn until");
        await Turn("hedy");
    }

    [Fact]
    public async Task A_turn_that_passes_ends_the_waiting_and_the_next_one_has_it()
    {
        await Waiting("ada 3h some tests", "hedy 30m");
        var ada = await Turn("ada");
        await ada.MovesClockAhead(TimeSpan.FromMinutes(11));
        await _stage.Shows(ada, "Your turn for test-site has passed, and you are not in line any more.");
        await Turn("hedy");
        await ada.Clicks("Join the line");
        await _stage.Shows(ada, "it is @Hedy Lamarr's turn until");
        await ada.Clicks("Join");
        await _stage.Shows(ada, "You are 2nd in line for test-site");
        ada.Sees.ShouldContain("“some tests”");
    }

    [Fact]
    public async Task A_clock_that_is_moved_far_ahead_lets_every_turn_on_the_way_pass()
    {
        var grace = await Waiting("ada", "hedy");
        await grace.MovesClockAhead(TimeSpan.FromDays(1));
        await _stage.Shows(await _stage.InMessages("ada"), "Your turn for test-site has passed");
        await _stage.Shows(await _stage.InMessages("hedy"), "Your turn for test-site has passed");
        (await Typed("bose", "lock test-site")).Sees.ShouldContain("Locked. test-site is yours");
    }

    [Fact]
    public async Task Whoever_leaves_in_their_turn_gives_it_to_the_next_one()
    {
        await Waiting("ada", "hedy");
        var ada = await Turn("ada");
        await ada.Clicks("Leave the line");
        await _stage.Shows(ada, "You are not in line any more. Nobody holds test-site, and it is @Hedy Lamarr's turn");
        await Turn("hedy");
    }

    [Fact]
    public async Task A_turn_is_taken_by_override_and_given_back()
    {
        await Waiting("ada");
        await Turn("ada");
        var bose = await Typed("bose", "lock test-site 1h hotfix override");
        bose.Sees.ShouldContain("It was @Ada Lovelace's turn: they stay first in line, and are told now.");
        var ada = await _stage.InMessages("ada");
        await _stage.Shows(ada, "@Satyendra Bose took test-site by override in your turn, until");
        ada.Sees.ShouldContain("You are 1st in line as before");
        await bose.Clicks("Give it back");
        await _stage.Shows(bose, "Given back. It is @Ada Lovelace's turn again");
        await _stage.Shows(ada, "[Lock] [Leave the line]");
    }

    [Fact]
    public async Task The_override_form_of_a_turn_says_whose_it_is()
    {
        await Waiting("ada");
        await Turn("ada");
        var bose = await Typed("bose", "lock test-site");
        await bose.Clicks("Override");
        await _stage.Shows(bose, "Overriding takes it in their turn; they stay first in line");
        await bose.Clicks("Override");
        await _stage.Shows(bose, "It was @Ada Lovelace's turn");
    }

    [Fact]
    public async Task A_person_who_lost_their_lock_is_next_in_line_by_one_press()
    {
        var grace = await Waiting("ada 1h", "hedy 1h");
        await Typed("bose", "lock test-site 30m hotfix override");
        await _stage.Shows(
            await _stage.InMessages("grace"),
            "[Take it back] [Be next in line] [Tell me when it's free]"
        );
        grace = await _stage.InMessages("grace");
        await grace.Clicks("Be next in line");
        await _stage.Shows(
            grace,
            "You are 1st in line for test-site, for the time that you had left: 2 hours — “demo”."
        );
        await _stage.Shows(
            await _stage.InMessages("ada"),
            "@Grace Hopper, whose lock was taken over, goes before you in line for test-site. You are 2nd in line now"
        );
        await Typed("bose", "unlock test-site");
        await (await Turn("grace")).Clicks("Lock");
        await _stage.Shows(grace, "Locked. test-site is yours for 2 hours");
    }

    [Fact]
    public async Task The_holder_is_told_once_that_somebody_waits_and_how_many_at_the_end()
    {
        await Waiting("ada 1h", "hedy");
        var grace = await _stage.InMessages("grace");
        await _stage.Shows(grace, "@Ada Lovelace waits for test-site, which you hold until");
        grace.Sees.ShouldNotContain("@Hedy Lamarr waits");
        await grace.MovesClockAhead(TimeSpan.FromMinutes(106));
        await _stage.Shows(grace, "ends soon");
        grace.Sees.ShouldContain("2 people wait in line.");
    }

    [Fact]
    public async Task The_first_in_line_is_told_when_the_holder_moves_the_end()
    {
        await Waiting("ada", "hedy");
        await Typed("grace", "extend test-site 1h");
        await _stage.Shows(await _stage.InMessages("ada"), "@Grace Hopper has test-site for longer, until");
        (await _stage.InMessages("hedy")).Sees.ShouldNotContain("for longer");
    }

    [Fact]
    public async Task Unlocking_says_whose_turn_it_is_and_watchers_are_told_when_nobody_waits()
    {
        await Waiting("ada");
        var bose = await Typed("bose", "lock test-site");
        await bose.Clicks("Tell me when it's free");
        await _stage.Shows(bose, "I will tell you when it is free.");
        (await Typed("grace", "unlock test-site")).Sees.ShouldContain(
            "Unlocked. Nobody holds test-site, and it is @Ada Lovelace's turn until"
        );
        await Typed("ada", "leave test-site");
        await _stage.Shows(await _stage.InMessages("bose"), "test-site is free now: nobody is in line any more.");
    }

    [Fact]
    public async Task Home_shows_the_turn_with_its_buttons()
    {
        await Waiting("ada 1h", "hedy");
        await Typed("grace", "unlock test-site");
        var ada = await _stage.OnHome("ada");
        await _stage.Shows(ada, "and it is your turn until");
        ada.Sees.ShouldContain("[Lock] [Let the next go first] [Leave the line]");
        ada.Sees.ShouldContain("0 free · 0 yours · 0 held by others · 1 kept for a turn");
        await ada.Clicks("Lock", near: "test-site");
        await _stage.Shows(ada, "Locked. test-site is yours for 1 hour");
    }

    [Fact]
    public async Task A_press_on_Lock_that_is_delivered_twice_locks_once()
    {
        await Waiting("ada 1h");
        var ada = await Turn("ada");
        _stage.Slack.Faults.DuplicatesNextDelivery();
        await ada.Clicks("Lock");
        await _stage.Shows(ada, "Locked. test-site is yours for 1 hour");
        ada.Sees.ShouldNotContain("Nothing was done");
    }

    // Grace holds it; the others join in this order, each with the words behind their name.
    private async Task<Person> Waiting(params string[] others)
    {
        var grace = await Typed("grace", "lock test-site 2h demo");
        foreach (var other in others)
            await Typed(other.Split(' ')[0], $"queue test-site {string.Join(' ', other.Split(' ')[1..])}");
        return grace;
    }

    // The holder unlocks, if nobody has done so, and the person reads that it is their turn.
    private async Task<Person> Turn(string handle)
    {
        await Typed("grace", "unlock test-site");
        var person = await _stage.InMessages(handle);
        await _stage.Shows(person, "It is your turn: test-site is free, and kept for you until");
        return person;
    }

    private async Task<Person> Typed(string handle, string typed)
    {
        var person = await _stage.As(handle);
        await person.Types($"/lockthat {typed}");
        return person;
    }
}
