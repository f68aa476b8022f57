using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Gifts;

/// <summary>Asking the holder, as people do it, and the holder's answer.</summary>
public sealed class AskTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_refusal_offers_to_wait_to_be_told_to_ask_and_to_take_it_in_this_order()
    {
        await Typed("grace", "lock four-site 2h");
        var ada = await Typed("ada", "lock four-site");
        ada.Sees.ShouldContain("[Join the line] [Tell me when it's free] [Ask for it] [Override]");
    }

    [Fact]
    public async Task Asking_tells_the_holder_who_for_how_long_why_and_how_many_wait()
    {
        await Typed("grace", "lock asked-site 2h demo");
        await Typed("hedy", "queue asked-site 1h");
        var ada = await Typed("ada", "ask asked-site 1h quick fix");
        await stage.Shows(ada, "Asked. @Grace Hopper is told that you want asked-site for 1 hour — “quick fix”.");
        var grace = await stage.InMessages("grace");
        await stage.Shows(grace, "asks for asked-site, which you hold until");
        grace.Sees.ShouldContain("and wants it for 1 hour — “quick fix”. 1 person waits in line.");
        grace.Sees.ShouldContain("[Hand it over] [I still need it]");
    }

    [Fact]
    public async Task Handing_over_gives_it_at_once_ahead_of_the_line_and_everybody_is_told()
    {
        await Typed("grace", "lock handed-site 2h");
        await Typed("hedy", "queue handed-site 1h");
        await Typed("ada", "ask handed-site 1h quick fix");
        var grace = await InMessages("grace", "asks for handed-site");
        await grace.Clicks("Hand it over", near: "handed-site");
        await stage.Shows(grace, "Handed over. @Ada Lovelace has handed-site for 1 hour, until");
        await stage.Hides(grace, "asks for handed-site");
        await InMessages("ada", "@Grace Hopper handed handed-site over to you. handed-site is yours until");
        await InMessages("hedy", "@Grace Hopper handed handed-site over to @Ada Lovelace, who had asked for it");
    }

    [Fact]
    public async Task Who_still_needs_it_says_so_in_a_form_and_the_asker_is_told()
    {
        var grace = await Keeps("kept-site", "an hour more");
        await stage.Shows(grace, "You keep it. @Ada Lovelace is told that you still need it — “an hour more”.");
        await stage.Hides(grace, "asks for kept-site");
        await InMessages("ada", "@Grace Hopper still needs kept-site — “an hour more”. kept-site is held by");
    }

    [Fact]
    public async Task Asking_again_right_after_the_answer_sends_nothing_and_says_from_when_on_it_does()
    {
        var grace = await Keeps("answered-site", "an hour more");
        await InMessages("ada", "@Grace Hopper still needs answered-site");
        var ada = await Typed("ada", "ask answered-site 2h answered demo");
        await stage.Shows(ada, "Nothing is sent. @Grace Hopper answered you a moment ago that they still need");
        await stage.Shows(ada, "You can ask again from");
        await stage.Hides(grace, "answered demo");
    }

    [Fact]
    public async Task An_answer_to_an_ask_whose_lock_is_over_says_so_and_does_nothing()
    {
        await Typed("grace", "lock over-site 2h");
        await Typed("ada", "ask over-site");
        await InMessages("grace", "asks for over-site");
        await Typed("grace", "unlock over-site", "lock over-site 3h");
        var grace = await InMessages("grace", "asks for over-site");
        await grace.Clicks("Hand it over", near: "over-site");
        await stage.Shows(grace, "Nothing was done: this ask is over. over-site is yours until");
    }

    [Fact]
    public async Task Asking_again_at_once_changes_the_words_and_tells_nobody_twice()
    {
        await Typed("grace", "lock again-site 2h");
        var ada = await Typed("ada", "ask again-site 1h", "ask again-site 2h demo");
        await stage.Shows(ada, "Changed. You want again-site for 2 hours — “demo”.");
    }

    [Fact]
    public async Task Handing_over_for_words_that_have_changed_asks_once_more()
    {
        await Typed("grace", "lock changed-site 2h");
        await Typed("ada", "ask changed-site 1h");
        var grace = await InMessages("grace", "asks for changed-site");
        await Typed("ada", "ask changed-site 2h demo");
        await grace.Clicks("Hand it over", near: "changed-site");
        await stage.Shows(grace, "Nothing was done: this ask has changed since. @Ada Lovelace wants changed-site");
        grace.Sees.ShouldContain("for 2 hours now — “demo”.");
        await grace.Clicks("Hand it over", near: "changed-site");
        await stage.Shows(grace, "has changed-site for 2 hours");
    }

    [Fact]
    public async Task The_form_under_a_refusal_asks_and_the_message_says_so()
    {
        var ada = await Opened("form-site");
        await ada.Chooses("For how long", "1 hour");
        await ada.Fills("Message", "quick fix");
        await ada.Submits();
        await stage.Shows(ada, "Asked. @Grace Hopper is told that you want form-site for 1 hour — “quick fix”.");
    }

    [Fact]
    public async Task The_menu_of_a_row_on_Home_asks_too()
    {
        await Typed("grace", "lock menu-site 2h");
        var ada = await stage.OnHome("ada");
        await stage.Shows(ada, "menu-site");
        await ada.Clicks("Ask for it", near: "menu-site");
        await stage.Shows(ada, "gets your message, and decides");
        await ada.Submits();
        await stage.Shows(ada, "Asked. @Grace Hopper is told that you want menu-site");
    }

    [Fact]
    public async Task A_form_for_what_is_free_by_now_becomes_the_lock_form()
    {
        await Typed("grace", "lock freed-site 2h");
        var ada = await Typed("ada", "lock freed-site");
        await Typed("grace", "unlock freed-site");
        await ada.Clicks("Ask for it");
        await stage.Shows(ada, "[Lock]");
        await ada.Dismisses();
    }

    [Fact]
    public async Task A_form_for_what_becomes_free_while_it_is_open_locks_it()
    {
        var ada = await Opened("ended-site");
        await ada.Fills("Message", "quick fix");
        await Typed("grace", "unlock ended-site");
        await ada.Submits();
        await stage.Shows(ada, "Locked. ended-site is yours for 1 day");
        ada.Sees.ShouldContain("“quick fix”");
        ada.Sees.ShouldContain("Nobody had it, so there was nobody to ask.");
    }

    [Fact]
    public async Task Asking_for_what_nobody_holds_locks_it_and_for_ones_own_is_refused()
    {
        var ada = await Typed("ada", "create idle-site", "ask idle-site 1h demo");
        await stage.Shows(ada, "idle-site is yours for 1 hour");
        ada.Sees.ShouldContain("Nobody had it, so there was nobody to ask.");
        await ada.Types("/lockthat ask idle-site");
        await stage.Shows(ada, "You have it already, so there is nobody to ask.");
        await ada.Types("/lockthat ask no-such-site");
        await stage.Shows(ada, "There is no resource no-such-site");
    }

    [Fact]
    public async Task During_a_turn_an_ask_is_refused_with_whose_turn_it_is()
    {
        await Typed("grace", "lock turn-site 2h");
        await Typed("hedy", "queue turn-site 1h");
        await Typed("grace", "unlock turn-site");
        var ada = await Typed("ada", "ask turn-site");
        await stage.Shows(ada, "Not asked. Nobody holds turn-site, and it is @Hedy Lamarr's turn until");
        ada.Sees[ada.Sees.IndexOf("Not asked", StringComparison.Ordinal)..].ShouldNotContain("[Ask for it]");
    }

    private async Task<Person> InMessages(string handle, string shows)
    {
        var person = await stage.InMessages(handle);
        await stage.Shows(person, shows);
        return person;
    }

    /// <summary>Ada asks, and Grace answers in the form.</summary>
    private async Task<Person> Keeps(string name, string answer)
    {
        await Typed("grace", $"lock {name} 2h");
        await Typed("ada", $"ask {name}");
        var grace = await InMessages("grace", $"asks for {name}");
        await grace.Clicks("I still need it", near: name);
        await stage.Shows(grace, "Answer");
        await grace.Fills("Answer", answer);
        await grace.Submits();
        return grace;
    }

    /// <summary>The form that asks Grace.</summary>
    private async Task<Person> Opened(string name)
    {
        await Typed("grace", $"lock {name} 2h");
        var ada = await Typed("ada", $"lock {name}");
        await ada.Clicks("Ask for it");
        await stage.Shows(ada, "gets your message, and decides");
        return ada;
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
