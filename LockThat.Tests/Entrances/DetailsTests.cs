using LockThat.Playground.People;

namespace LockThat.Tests.Entrances;

/// <summary>The page of a resource: everything about it, and everything that can be done.</summary>
public sealed class DetailsTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task It_shows_the_state_and_the_last_events()
    {
        await Typed("ada", "lock page-site 2 h demo");
        var grace = await Typed("grace", "show page-site");
        await stage.Shows(grace, "Last events");
        grace.Sees.ShouldContain("page-site is held by @Ada Lovelace since");
        foreach (var button in new[] { "Join the line", "Tell me when it's free", "Ask for it", "Override" })
            grace.Sees.ShouldContain($"[{button}]");
        grace.Sees.ShouldContain("@Ada Lovelace created and locked page-site for 2 hours — “demo”");
        await grace.Closes();
    }

    [Fact]
    public async Task A_press_on_it_is_shown_on_it_and_under_the_command()
    {
        var ada = await Typed("ada", "lock pressed-site 2 h", "show pressed-site");
        await stage.Shows(ada, "Last events");
        await ada.Clicks("Unlock");
        await stage.Shows(ada, "Unlocked. pressed-site is free now.");
        await stage.Shows(ada, "@Ada Lovelace unlocked pressed-site");
        await ada.Closes();
        await stage.Shows(ada, "Unlocked. pressed-site is free now.");
    }

    [Fact]
    public async Task A_form_lies_on_it_and_its_result_takes_the_forms_place()
    {
        var ada = await Typed("ada", "lock longer-site 2 h", "show longer-site");
        await stage.Shows(ada, "Last events");
        await ada.Clicks("Extend");
        await stage.Shows(ada, "By how long");
        await ada.Submits();
        await stage.Shows(ada, "Extended by");
        await ada.Closes();
        await stage.Shows(ada, "@Ada Lovelace extended longer-site by");
        await ada.Closes();
    }

    [Fact]
    public async Task A_lock_is_given_away_from_it()
    {
        var ada = await Typed("ada", "lock given-site 2 h", "show given-site");
        await stage.Shows(ada, "Last events");
        await ada.Clicks("Give to…");
        await stage.Shows(ada, "Person");
        await ada.Chooses("Person", "Grace Hopper");
        await ada.Submits();
        await stage.Shows(ada, "@Grace Hopper");
        await ada.Closes();
        await stage.Shows(ada, "@Ada Lovelace gave given-site to @Grace Hopper");
        await ada.Dismisses();
    }

    [Fact]
    public async Task A_takeover_from_it_is_given_back_on_its_result_or_on_the_page()
    {
        await Typed("ada", "lock taken-site 2 h");
        var grace = await Typed("grace", "show taken-site");
        await stage.Shows(grace, "Last events");
        await Override(grace);
        await grace.Clicks("Give it back");
        await stage.Shows(grace, "Given back. taken-site is held by @Ada Lovelace");
        await grace.Closes();
        await stage.Shows(grace, "[Override]");
        await Override(grace);
        await grace.Closes();
        await stage.Shows(grace, "[Give it back]");
        await grace.Clicks("Give it back");
        await stage.Shows(grace, "Given back. taken-site is held by @Ada Lovelace");
        await grace.Dismisses();
    }

    [Fact]
    public async Task A_refused_undo_on_it_offers_to_be_next()
    {
        var grace = await Typed("grace", "lock lost-page 2 h", "show lost-page");
        await stage.Shows(grace, "Last events");
        await grace.Clicks("Unlock");
        await stage.Shows(grace, "Unlocked.");
        await Typed("ada", "lock lost-page 1 h");
        await stage.Shows(grace, "[Undo]");
        await grace.Clicks("Undo");
        await stage.Shows(grace, "Not undone. lost-page is held by @Ada Lovelace");
        await stage.Shows(grace, "[Be next in line]");
        await grace.Clicks("Be next in line");
        await stage.Shows(grace, "You are 1st in line for lost-page");
        await grace.Dismisses();
    }

    [Fact]
    public async Task It_opens_from_Home_and_leads_to_the_history()
    {
        await Typed("grace", "lock home-site 2 h");
        var grace = await stage.OnHome("grace");
        await grace.Clicks("Details", near: "home-site");
        await stage.Shows(grace, "Last events");
        await grace.Clicks("History");
        await stage.Shows(grace, "History of home-site");
        await grace.Dismisses();
    }

    [Fact]
    public async Task The_page_of_what_is_gone_says_so()
    {
        var ada = await Typed("ada", "create leaving-site", "show leaving-site");
        await stage.Shows(ada, "Last events");
        await Typed("grace", "delete leaving-site");
        await ada.Clicks("Lock");
        await stage.Shows(ada, "For how long");
        ada.Sees.ShouldContain("deleted");
        await ada.Dismisses();
    }

    [Fact]
    public async Task What_does_not_exist_has_no_page() =>
        await stage.Shows(await Typed("ada", "show no-such-site"), "There is no resource no-such-site");

    private async Task Override(Person grace)
    {
        await stage.Shows(grace, "[Override]");
        await grace.Clicks("Override");
        await stage.Shows(grace, "For how long");
        await grace.Submits();
        await stage.Shows(grace, "[Give it back]");
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
