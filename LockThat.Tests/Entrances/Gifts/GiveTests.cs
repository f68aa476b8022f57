using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Gifts;

/// <summary>Giving a lock to another person, as people do it.</summary>
public sealed class GiveTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_mention_gives_it_with_the_same_end_and_reason_and_tells_the_receiver()
    {
        var grace = await Typed("grace", "lock given-site 2h demo", "give given-site @ada");
        await stage.Shows(grace, "Given. @Ada Lovelace has given-site now, until");
        var ada = await InMessages("ada", "@Grace Hopper gave given-site to you. given-site is yours until");
        ada.Sees.ShouldContain("“demo”");
        ada.Sees.ShouldContain("[Unlock] [Extend] [Give it back]");
    }

    [Fact]
    public async Task Giving_back_what_was_given_tells_the_giver()
    {
        await Typed("grace", "lock back-site 2h", "give back-site @ada");
        var ada = await InMessages("ada", "gave back-site to you");
        await ada.Clicks("Give it back", near: "back-site");
        await stage.Shows(ada, "Given back. back-site is held by @Grace Hopper");
        await InMessages("grace", "@Ada Lovelace gave you back back-site.");
    }

    [Fact]
    public async Task A_name_without_a_mention_opens_the_form()
    {
        var grace = await Typed("grace", "lock typed-site 2h", "give typed-site somebody");
        await stage.Shows(grace, "Person");
        await grace.Chooses("Person", "Hedy Lamarr");
        await grace.Submits();
        await stage.Shows(grace, "Given. @Hedy Lamarr has typed-site now");
    }

    [Fact]
    public async Task The_menu_of_a_row_on_Home_gives_too()
    {
        await Typed("grace", "lock home-gift 2h");
        var grace = await stage.OnHome("grace");
        await stage.Shows(grace, "home-gift");
        await grace.Clicks("Give to…", near: "home-gift");
        await stage.Shows(grace, "Person");
        await grace.Chooses("Person", "Ada Lovelace");
        await grace.Submits();
        await stage.Shows(grace, "Given. @Ada Lovelace has home-gift now");
    }

    [Fact]
    public async Task A_lock_is_not_given_to_oneself_or_to_a_bot()
    {
        var grace = await Typed("grace", "lock own-gift 2h", "give own-gift @grace");
        await stage.Shows(grace, "Not given. own-gift stays as it is. You have it already: choose somebody else.");
        await grace.Types("/lockthat give own-gift @lockthat");
        await stage.Shows(grace, "A bot cannot have a lock: choose a person.");
        await grace.Types("/lockthat give own-gift @slackbot");
        await grace.Types("/lockthat mine");
        await stage.Shows(grace, "own-gift is yours until");
    }

    [Fact]
    public async Task A_wrong_person_is_an_error_at_the_field()
    {
        var grace = await Typed("grace", "lock field-gift 2h", "give field-gift");
        await stage.Shows(grace, "Person");
        await grace.Chooses("Person", "Grace Hopper");
        await grace.Submits();
        await stage.Shows(grace, "You have it already: choose somebody else.");
        await grace.Closes();
    }

    [Fact]
    public async Task A_lock_is_given_to_one_person_only()
    {
        var grace = await Typed("grace", "lock one-gift 2h", "give one-gift @ada @hedy");
        await stage.Shows(
            grace,
            "Not given. one-gift stays as it is. A lock can be given to one person: name only one."
        );
        await grace.Types("/lockthat show one-gift");
        await stage.Shows(grace, "one-gift is yours until");
        await grace.Dismisses();
    }

    [Theory]
    [InlineData("near-gift", "giv near-gift @ada")]
    [InlineData("first-gift", "first-gift give @ada")]
    public async Task A_mistyped_word_or_a_name_in_front_is_offered_with_the_person(string name, string typed)
    {
        var grace = await Typed("grace", $"lock {name} 2h", typed);
        await stage.Shows(grace, $"Did you mean /lockthat give {name} ada?");
        await grace.Clicks($"give {name} ada");
        await stage.Shows(grace, $"Given. @Ada Lovelace has {name} now");
    }

    [Fact]
    public async Task A_name_in_front_without_a_mention_offers_the_form()
    {
        var grace = await Typed("grace", "lock form-gift 2h", "form-gift give somebody");
        await grace.Clicks("give form-gift somebody");
        await stage.Shows(grace, "Person");
        await grace.Closes();
        await grace.Types("/lockthat form-gift give");
        await stage.Shows(grace, "[give form-gift]");
        await grace.Types("/lockthat form-gift give us a break");
        await stage.Shows(grace, "Did you mean /lockthat lock form-gift give us a break?");
    }

    [Fact]
    public async Task A_name_in_front_of_several_people_says_that_it_is_given_to_one()
    {
        var grace = await Typed("grace", "lock many-gift 2h", "many-gift give @ada @hedy");
        await stage.Shows(grace, "Not given. many-gift stays as it is. A lock can be given to one person");
    }

    [Fact]
    public async Task Only_what_one_holds_is_given()
    {
        await Typed("grace", "lock other-gift 2h");
        var ada = await Typed("ada", "give other-gift @hedy");
        await stage.Shows(ada, "Not given. other-gift is held by @Grace Hopper");
        await ada.Types("/lockthat give other-gift");
        await stage.Shows(ada, "Not given. other-gift is held by @Grace Hopper");
        await ada.Types("/lockthat create free-gift");
        await ada.Types("/lockthat give free-gift @hedy");
        await stage.Shows(ada, "Not given. free-gift is not yours, so there is no lock to give.");
    }

    [Fact]
    public async Task A_mention_in_a_reason_is_shown_as_a_name()
    {
        var grace = await Typed("grace", "lock pair-site 2h pairing with @ada");
        await stage.Shows(grace, "“pairing with ada”");
    }

    private async Task<Person> InMessages(string handle, string shows)
    {
        var person = await stage.InMessages(handle);
        await stage.Shows(person, shows);
        return person;
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
