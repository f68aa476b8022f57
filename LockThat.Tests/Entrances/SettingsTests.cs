using LockThat.Playground.People;

namespace LockThat.Tests.Entrances;

/// <summary>An administrator changes the rules of the team, and everybody is held to them.</summary>
public sealed class SettingsTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task An_administrator_sees_what_holds_and_changes_it_in_a_form()
    {
        var bose = await Typed("bose", "settings");
        await stage.Shows(bose, "# Settings");
        bose.Sees.ShouldContain("Longest lock: As usual: 366 days");
        bose.Sees.ShouldContain("Who may delete: Anybody");

        await bose.Clicks("Change", near: "Rights");
        await stage.Shows(bose, "# Rights");
        await bose.Chooses("Who may delete", "Administrators");
        await bose.Clicks("Save");
        await stage.Shows(bose, "Saved. The new rules hold from now on.");
        await stage.Shows(bose, "Who may delete: Administrators");
        await bose.Dismisses();

        var ada = await Typed("ada", "create ruled-site", "delete ruled-site");
        await stage.Shows(ada, "Only administrators may delete here: the workspace's owners and admins.");
        await Typed("bose", "delete ruled-site");
        await stage.Shows(await stage.As("bose"), "Deleted. ruled-site is gone");
        var history = await Typed("ada", "history");
        await stage.Shows(history, "@Satyendra Bose changed the rules of the team: Who may delete");
    }

    [Fact]
    public async Task A_default_length_beyond_the_longest_lock_is_an_error_at_its_field()
    {
        var bose = await Typed("bose", "settings");
        await stage.Shows(bose, "# Settings");
        await bose.Clicks("Change", near: "Locks");
        await stage.Shows(bose, "# Locks");
        await bose.Chooses("Longest lock", "2 hours");
        await bose.Chooses("Default length", "4 hours");
        await bose.Clicks("Save");

        await stage.Shows(bose, "At most 2 hours.");
        await bose.Chooses("Default length", "1 hour");
        await bose.Clicks("Save");
        await stage.Shows(bose, "Saved.");
        await bose.Dismisses();
        await stage.Shows(await Typed("ada", "lock limited-site 3h"), "2 hours");
        await stage.Shows(await Typed("ada", "lock limited-site"), "limited-site is yours for 1 hour");
        await Sets("Locks", ("Longest lock", "As usual: 366 days"), ("Default length", "As usual: 1 day"));
    }

    [Fact]
    public async Task Others_are_told_who_may_and_have_no_such_choice_on_home()
    {
        await stage.Shows(await Typed("ada", "settings"), "Only administrators may change the rules here");

        (await stage.OnHome("ada")).Sees.ShouldNotContain("Settings");
        var bose = await stage.OnHome("bose");
        await bose.Clicks("Settings");
        await stage.Shows(bose, "# Settings");
    }

    [Fact]
    public async Task A_button_that_a_rule_would_refuse_is_not_shown()
    {
        await Sets("Rights", ("Who may override", "Nobody"));
        await Typed("grace", "lock kept-site 2h");
        var ada = await Typed("ada", "lock kept-site");
        await stage.Shows(ada, "Not locked. kept-site");
        ada.Sees.ShouldNotContain("[Override]");
        await Typed("ada", "lock kept-site override");
        await stage.Shows(ada, "The rules of this team let nobody override.");

        await Sets("Rights", ("Who may override", "Anybody"));
    }

    private async Task Sets(string line, params (string Field, string Choice)[] choices)
    {
        var bose = await Typed("bose", "settings");
        await stage.Shows(bose, "# Settings");
        await bose.Clicks("Change", near: line);
        await stage.Shows(bose, $"# {line}");
        foreach (var (field, choice) in choices)
            await bose.Chooses(field, choice);
        await bose.Clicks("Save");
        await stage.Shows(bose, "Saved.");
        await bose.Dismisses();
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
