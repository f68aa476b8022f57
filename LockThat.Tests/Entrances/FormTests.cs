using LockThat.Playground.People;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Entrances;

/// <summary>The forms, from each of their entrances.</summary>
public abstract class FormTests(Stage stage)
{
    [Fact]
    public async Task Lock_alone_opens_the_form_and_the_result_is_said_under_the_command()
    {
        await Typed("grace", "create form-site");
        var grace = await Typed("grace", "lock");
        await stage.Shows(grace, "# Lock a resource");
        await grace.Chooses("Resource", "form-site");
        await grace.Chooses("For how long", "2 hours");
        await grace.Fills("Reason", "demo");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "Locked. form-site is yours for 2 hours");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_can_be_chosen_and_is_created()
    {
        var grace = await Typed("grace", "lock");
        await stage.Shows(grace, "# Lock a resource");
        await grace.Chooses("Resource", "brand-new-site");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "Locked. brand-new-site is yours for 1 day");
    }

    [Fact]
    public async Task A_name_that_is_nearly_anothers_is_an_error_at_its_field()
    {
        await Typed("grace", "create chosen-site");
        var grace = await Typed("grace", "lock");
        await stage.Shows(grace, "# Lock a resource");
        await grace.Chooses("Resource", "chosne-site");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "There is no chosne-site. Did you mean chosen-site?");
    }

    [Fact]
    public async Task A_custom_end_is_picked_and_one_in_the_past_is_an_error_at_its_field()
    {
        var hedy = await Typed("hedy", "lock");
        await stage.Shows(hedy, "# Lock a resource");
        await hedy.Chooses("Resource", "custom-site");
        await hedy.Fills("Reason", "typed and kept");
        await hedy.Chooses("For how long", "Custom");
        await stage.Shows(hedy, "Until");
        await hedy.Fills("Until", "2020-01-01 12:00");
        await hedy.Clicks("Lock");
        await stage.Shows(hedy, "The end must be in the future.");
        hedy.Sees.ShouldContain("typed and kept");
    }

    [Fact]
    public async Task What_was_taken_meanwhile_becomes_the_override_form_with_the_typed_values()
    {
        var ada = await Typed("ada", "lock");
        await stage.Shows(ada, "# Lock a resource");
        await ada.Chooses("Resource", "raced-site");
        await ada.Fills("Reason", "my reason");
        await Typed("grace", "lock raced-site 3 h faster");
        await ada.Clicks("Lock");
        await stage.Shows(ada, "# Override a lock");
        ada.Sees.ShouldContain("Not locked.");
        ada.Sees.ShouldContain("raced-site is held by @Grace Hopper");
        ada.Sees.ShouldContain("my reason");
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_is_not_created_anew_unasked()
    {
        var grace = await Typed("grace", "create vanishing-site");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "# Lock a resource");
        await Typed("ada", "delete vanishing-site");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "Nothing was done: it has been deleted since. Locking creates it anew.");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "Locked. vanishing-site is yours");
    }

    [Fact]
    public async Task A_lock_form_without_a_reason_keeps_one_that_was_typed_while_it_was_open()
    {
        var grace = await Typed("grace", "create renewed-site");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "# Lock a resource");
        await grace.Types("/lockthat lock renewed-site 1 h demo");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "Renewed. renewed-site is yours for 1 day");
        await Typed("grace", "mine");
        await stage.Shows(grace, "— “demo”");
    }

    [Fact]
    public async Task Override_under_a_refusal_takes_over_and_the_refusal_becomes_the_result()
    {
        await Typed("grace", "lock override-site 3 h theirs");
        var ada = await Typed("ada", "lock override-site");
        await ada.Clicks("Override");
        await stage.Shows(ada, "# Override a lock");
        await ada.Chooses("For how long", "30 minutes");
        await ada.Clicks("Override");
        await stage.Shows(ada, "Taken over. override-site is yours for 30 minutes");
        ada.Sees.ShouldNotContain("Not locked. override-site");
        await stage.Shows(await stage.InMessages("grace"), "@Ada Lovelace took over your lock on override-site");
    }

    [Fact]
    public async Task An_override_form_whose_lock_has_ended_becomes_the_lock_form()
    {
        await Typed("grace", "lock freed-site 3 h");
        var ada = await Typed("ada", "lock freed-site");
        await ada.Clicks("Override");
        await stage.Shows(ada, "# Override a lock");
        await Typed("grace", "unlock freed-site");
        await ada.Clicks("Override");
        await stage.Shows(ada, "it has become free since.");
        ada.Sees.ShouldContain("# Lock a resource");
    }

    [Fact]
    public async Task Extend_under_the_answer_adds_to_the_end()
    {
        var grace = await Typed("grace", "lock stretched-site 1 h");
        await grace.Clicks("Extend");
        await stage.Shows(grace, "# Extend a lock");
        await grace.Chooses("By how long", "4 hours");
        await grace.Clicks("Extend");
        await stage.Shows(grace, "Extended by 4 hours. stretched-site is yours until");
    }

    [Fact]
    public async Task Extend_alone_offers_my_locks()
    {
        await Typed("bose", "lock satyendras-site 1 h");
        var bose = await Typed("bose", "extend");
        await stage.Shows(bose, "# Extend a lock");
        await bose.Chooses("Resource", "satyendras-site");
        await bose.Clicks("Extend");
        await stage.Shows(bose, "Extended by 1 hour. satyendras-site");
    }

    [Fact]
    public async Task Create_alone_opens_the_form_and_a_bad_name_is_an_error_at_its_field()
    {
        var hedy = await Typed("hedy", "create");
        await stage.Shows(hedy, "# New resource");
        await hedy.Fills("Name", "my site");
        await hedy.Clicks("Create");
        await stage.Shows(hedy, "A name has no spaces. Try my-site.");
        await hedy.Fills("Name", "hedys-form-site");
        await hedy.Chooses("Lock it now", "Lock it for the default time");
        await hedy.Clicks("Create");
        await stage.Shows(hedy, "Locked. hedys-form-site is yours for 1 day");
    }

    [Fact]
    public async Task The_shortcut_says_the_result_in_the_forms_last_view()
    {
        var grace = await stage.As("grace");
        await grace.UsesShortcut("Lock a resource");
        await stage.Shows(grace, "# Lock a resource");
        await grace.Chooses("Resource", "shortcut-site");
        await grace.Clicks("Lock");
        await stage.Shows(grace, "# LockThat");
        grace.Sees.ShouldContain("Locked. shortcut-site is yours for 1 day");
    }

    [Fact]
    public async Task A_submission_delivered_twice_is_done_once()
    {
        var grace = await Typed("grace", "lock double-site 1 h");
        await grace.Clicks("Extend");
        await stage.Shows(grace, "# Extend a lock");
        stage.Slack.Faults.DuplicatesNextDelivery();
        await grace.Clicks("Extend");
        await stage.Shows(grace, "Extended by 1 hour. double-site");
        (await Typed("ada", "lock double-site")).Sees.ShouldContain("Not locked. double-site is held by @Grace Hopper");
    }

    [Fact]
    public async Task A_form_that_Slack_opens_too_late_is_asked_for_again()
    {
        stage.Slack.Faults.Next(new Fault.Refused("expired_trigger_id"), "views.open");
        var grace = await Typed("grace", "lock");
        await stage.Shows(grace, "Slack could not open the form just now. Please enter it again.");
    }

    private async Task<Person> Typed(string handle, string typed)
    {
        var person = await stage.As(handle);
        await person.Types($"/lockthat {typed}");
        return person;
    }
}

public sealed class FormOverHttpTests(Stage stage) : FormTests(stage), IClassFixture<Stage>;

public sealed class FormOverSocketModeTests(SocketStage socket) : FormTests(socket.Stage), IClassFixture<SocketStage>;
