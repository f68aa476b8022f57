using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Gifts;

/// <summary>Taking an unlock or a deletion back, as people do it.</summary>
public sealed class UndoTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Undo_under_an_unlock_brings_the_lock_back_as_it_was()
    {
        var grace = await Typed("grace", "lock undone-site 2h demo", "unlock undone-site");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Undone: the lock is back as it was. undone-site is yours until");
        grace.Sees.ShouldContain("“demo”");
    }

    [Fact]
    public async Task Who_freed_anothers_lock_undoes_it_and_the_holder_is_told()
    {
        await Typed("grace", "lock freed-undo 2h");
        var ada = await Typed("ada", "unlock freed-undo override");
        await ada.Clicks("Undo");
        await stage.Shows(ada, "Undone: the lock is back as it was. freed-undo is held by @Grace Hopper");
        await stage.Shows(await stage.InMessages("grace"), "@Ada Lovelace gave you back freed-undo.");
    }

    [Fact]
    public async Task Once_another_has_it_the_refusal_says_who_and_one_press_makes_them_next()
    {
        var grace = await Typed("grace", "lock lost-undo 2h demo", "unlock lost-undo");
        await Typed("ada", "lock lost-undo 1h");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Not undone. lost-undo is held by @Ada Lovelace");
        await grace.Clicks("Be next in line");
        await stage.Shows(grace, "You are 1st in line for lost-undo");
    }

    [Fact]
    public async Task It_is_not_offered_where_the_first_in_line_has_the_turn_by_the_unlock()
    {
        await Typed("grace", "lock turn-undo 2h");
        await Typed("ada", "queue turn-undo 1h");
        var grace = await Typed("grace", "unlock turn-undo");
        var answer = grace.Sees[grace.Sees.IndexOf("Unlocked. Nobody holds turn-undo", StringComparison.Ordinal)..];
        answer.ShouldContain("it is @Ada Lovelace's turn");
        answer.ShouldNotContain("[Undo]");
    }

    [Fact]
    public async Task A_person_who_gets_the_turn_by_freeing_anothers_lock_can_undo_it()
    {
        await Typed("grace", "lock own-turn-undo 2h");
        var ada = await Typed("ada", "queue own-turn-undo 1h", "unlock own-turn-undo override");
        await stage.Shows(ada, "it is your turn");
        await ada.Clicks("Undo");
        await stage.Shows(ada, "Undone: the lock is back as it was. own-turn-undo is held by @Grace Hopper");
    }

    [Fact]
    public async Task After_ten_minutes_it_says_that_it_is_too_late()
    {
        var grace = await Typed("grace", "lock late-undo 2h", "unlock late-undo");
        await grace.MovesClockAhead(TimeSpan.FromMinutes(11));
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Not undone: it is too late. That works for 10 minutes. late-undo is free.");
    }

    [Fact]
    public async Task Watchers_who_were_told_that_it_is_free_are_told_that_it_is_not()
    {
        await Typed("grace", "lock watched-undo 2h");
        await (await Typed("hedy", "lock watched-undo")).Clicks("Tell me when it's free");
        var grace = await Typed("grace", "unlock watched-undo");
        await stage.Shows(await stage.InMessages("hedy"), "watched-undo is free now");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Undone");
        await stage.Shows(
            await stage.InMessages("hedy"),
            "watched-undo is back: @Grace Hopper has undone it. watched-undo is held by"
        );
    }

    [Fact]
    public async Task Undo_under_a_deletion_brings_back_the_lock_the_line_and_the_watchers()
    {
        await Typed("grace", "lock deleted-undo 2h demo");
        await Typed("ada", "queue deleted-undo 1h");
        await (await Typed("hedy", "lock deleted-undo")).Clicks("Tell me when it's free");
        var grace = await Typed("grace", "delete deleted-undo");
        await stage.Shows(await stage.InMessages("hedy"), "@Grace Hopper deleted deleted-undo");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Undone: deleted-undo is back as it was. deleted-undo is yours until");
        await stage.Shows(
            await stage.InMessages("hedy"),
            "deleted-undo is back: @Grace Hopper has undone it. deleted-undo is held by"
        );
        await stage.Shows(await stage.InMessages("ada"), "You are 1st in line");
    }

    [Fact]
    public async Task The_answer_to_a_deletion_says_how_many_lose_by_it()
    {
        await Typed("grace", "lock awaited-gone 2h");
        await Typed("ada", "queue awaited-gone 1h");
        foreach (var watcher in new[] { "ada", "hedy" })
            await (await Typed(watcher, "lock awaited-gone")).Clicks("Tell me when it's free");
        var grace = await Typed("grace", "delete awaited-gone");
        grace.Sees.ShouldContain(
            "Deleted. awaited-gone is gone, and your lock with it. "
                + "1 person has lost their place in line, and is told. "
                + "1 person who was to be told when it is free is told that it is gone."
        );
    }

    [Fact]
    public async Task A_person_whose_turn_it_is_deletes_their_turn_with_it()
    {
        await Typed("grace", "lock turn-gone 2h");
        var ada = await Typed("ada", "queue turn-gone 1h");
        await Typed("hedy", "queue turn-gone 1h");
        await Typed("grace", "unlock turn-gone");
        await ada.Types("/lockthat delete turn-gone");
        ada.Sees.ShouldContain("turn-gone is gone, and your turn with it. 1 person has lost their place in line");
    }

    [Fact]
    public async Task A_deletion_whose_name_is_taken_by_now_is_not_undone()
    {
        var grace = await Typed("grace", "create taken-undo", "delete taken-undo");
        await Typed("ada", "lock taken-undo 1h");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Not undone: there is another resource of that name by now. taken-undo is held by");
    }

    [Fact]
    public async Task The_same_press_delivered_twice_undoes_once_and_is_answered_alike()
    {
        var bose = await Typed("bose", "create twice-undo", "delete twice-undo");
        stage.Slack.Faults.DuplicatesNextDelivery();
        await bose.Clicks("Undo");
        await stage.Shows(bose, "Undone: twice-undo is back as it was.");
        bose.Sees.ShouldNotContain("Nothing was done");
    }

    [Fact]
    public async Task Home_offers_it_in_a_line_at_the_top_that_stays_when_others_act()
    {
        await Typed("grace", "lock home-undo 2h");
        var grace = await stage.OnHome("grace");
        await stage.Shows(grace, "home-undo is yours");
        await grace.Clicks("Unlock", near: "home-undo");
        await stage.Shows(grace, "Unlocked. home-undo is free now.");
        await Typed("ada", "create other-undo");
        await stage.Shows(grace, "You unlocked home-undo.");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Undone: the lock is back as it was. home-undo is yours until");
        await stage.Hides(grace, "[Undo]");
    }

    [Fact]
    public async Task Home_undoes_a_deletion_too()
    {
        await Typed("grace", "create home-gone");
        var grace = await stage.OnHome("grace");
        await stage.Shows(grace, "home-gone is free");
        await grace.Clicks("Delete", near: "home-gone");
        await stage.Shows(grace, "Delete home-gone for everybody?");
        await grace.Submits();
        await stage.Shows(grace, "Deleted. home-gone is gone.");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Undone: home-gone is back as it was.");
    }

    [Fact]
    public async Task Home_gives_back_what_was_taken_over_there()
    {
        await Typed("ada", "lock home-taken 2h");
        var grace = await stage.OnHome("grace");
        await stage.Shows(grace, "home-taken is held by");
        await grace.Clicks("Override", near: "home-taken");
        await stage.Shows(grace, "For how long");
        await grace.Submits();
        await stage.Shows(grace, "home-taken is yours");
        await grace.Clicks("Give it back");
        await stage.Shows(grace, "Given back. home-taken is held by @Ada Lovelace");
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
