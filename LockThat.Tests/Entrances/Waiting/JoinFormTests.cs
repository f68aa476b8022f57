using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Waiting;

/// <summary>The form behind "Join the line".</summary>
public sealed class JoinFormTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task It_says_who_has_it_and_the_result_takes_the_place_of_the_refusal()
    {
        await Typed("grace", "lock form-site 2 h demo");
        var ada = await Opened("form-site");
        ada.Sees.ShouldContain("form-site is held by @Grace Hopper");
        ada.Sees.ShouldContain("Join now, and your turn comes about");
        ada.Sees.ShouldNotContain("Custom");
        await ada.Chooses("For how long", "1 hour");
        await ada.Fills("Reason", "tests");
        await ada.Clicks("Join");
        await stage.Shows(ada, "You are 1st in line for form-site, for 1 hour — “tests”.");
        ada.Sees.ShouldNotContain("Not locked. form-site");
    }

    [Fact]
    public async Task It_has_the_values_of_a_place_that_is_had_already_and_an_empty_reason_clears_it()
    {
        await Typed("grace", "lock filled-site 2 h");
        var ada = await Typed("ada", "lock filled-site");
        var refusal = stage.Workspace.Messages(ada.ActiveChannel.Id, ada.UserId)[^1];
        await ada.Types("/lockthat queue filled-site 45m tests");
        await ada.Clicks(refusal, "Join the line");
        await stage.Shows(ada, "For how long");
        ada.Sees.ShouldContain("45 minutes");
        ada.Sees.ShouldContain("tests");
        await ada.Fills("Reason", "");
        await ada.Clicks("Join");
        await stage.Shows(ada, "Changed. There is no reason any more.");
    }

    [Theory]
    [InlineData("typed-site", "", "You are 1st in line already for typed-site, for 45 minutes — “tests”.")]
    [InlineData("half-site", "demo", "Changed. The reason is “demo” now. You are 1st in line for half-site as before.")]
    public async Task A_field_that_nobody_touched_keeps_what_was_typed_while_the_form_was_open(
        string name,
        string reason,
        string answer
    )
    {
        await Typed("grace", $"lock {name} 2 h");
        var ada = await Opened(name);
        await ada.Types($"/lockthat queue {name} 45m tests");
        await ada.Fills("Reason", reason);
        await ada.Clicks("Join");
        await stage.Shows(ada, answer);
    }

    [Fact]
    public async Task A_lock_that_changed_hands_since_is_shown_in_the_form_and_what_was_typed_stays()
    {
        await Typed("grace", "lock moved-site 2 h");
        var ada = await Opened("moved-site");
        await ada.Fills("Reason", "tests");
        await Typed("hedy", "lock moved-site 1 h override");
        await ada.Clicks("Join");
        await stage.Shows(ada, "Nothing was done: it has changed since.");
        ada.Sees.ShouldContain("moved-site is held by @Hedy Lamarr");
        ada.Sees.ShouldContain("tests");
        await ada.Clicks("Join");
        await stage.Shows(ada, "You are 1st in line for moved-site, for 1 day — “tests”.");
    }

    [Fact]
    public async Task What_has_become_free_since_is_locked_at_once()
    {
        await Typed("grace", "lock freed-site 2 h");
        var ada = await Opened("freed-site");
        await ada.Fills("Reason", "tests");
        await Typed("grace", "unlock freed-site");
        await ada.Clicks("Join");
        await stage.Shows(ada, "Locked. freed-site is yours for 1 day");
        ada.Sees.ShouldContain("“tests”");
        ada.Sees.ShouldContain("Nobody had it, so there was no line to join.");
        ada.Modal.ShouldBeNull();
    }

    [Fact]
    public async Task A_submission_that_is_delivered_again_after_leaving_joins_nothing()
    {
        await Typed("grace", "lock again-site 2 h");
        var ada = await Opened("again-site");
        await ada.Clicks("Join");
        await stage.Shows(ada, "You are 1st in line for again-site, for 1 day.");
        var submission = stage.Workspace.Journal.Deliveries.Last(sent => sent.Kind == "view_submission");
        await ada.Types("/lockthat leave again-site");
        await stage.Slack.Deliveries.Redelivers(submission, TestContext.Current.CancellationToken);
        await Typed("grace", "unlock again-site");
        (await Typed("hedy", "lock again-site")).Sees.ShouldContain("Locked. again-site is yours");
    }

    [Fact]
    public async Task A_button_whose_lock_is_the_readers_own_by_now_opens_no_form()
    {
        await Typed("grace", "lock mine-site 2 h");
        var ada = await Typed("ada", "lock mine-site");
        var refusal = stage.Workspace.Messages(ada.ActiveChannel.Id, ada.UserId)[^1];
        await ada.Types("/lockthat lock mine-site override");
        await ada.Clicks(refusal, "Join the line");
        await stage.Shows(ada, "Nothing was done, because this has changed since. mine-site is yours until");
        ada.Modal.ShouldBeNull();
    }

    [Fact]
    public async Task A_form_of_what_was_deleted_says_so()
    {
        await Typed("grace", "lock deleted-site 2 h");
        var ada = await Opened("deleted-site");
        await Typed("grace", "delete deleted-site");
        await ada.Clicks("Join");
        await stage.Shows(ada, "it has been deleted since. Locking creates it anew.");
        await ada.Dismisses();
    }

    [Fact]
    public async Task It_opens_from_a_row_of_Home_and_Home_shows_the_place()
    {
        await Typed("grace", "lock home-site 2 h");
        var ada = await stage.OnHome("ada");
        await stage.Shows(ada, "home-site");
        await ada.Clicks("Join the line", near: "home-site");
        await stage.Shows(ada, "For how long");
        await ada.Clicks("Join");
        await stage.Shows(ada, "You are 1st in line for home-site, for 1 day.");
        await stage.Shows(ada, "Yours, and what you wait for");
        await ada.Clicks("Leave the line", near: "home-site");
        await stage.Shows(ada, "You are not in line any more. home-site is held by @Grace Hopper");
    }

    private async Task<Person> Opened(string name)
    {
        var ada = await Typed("ada", $"lock {name}");
        await ada.Clicks("Join the line");
        await stage.Shows(ada, "For how long");
        return ada;
    }

    private async Task<Person> Typed(string handle, string typed)
    {
        var person = await stage.As(handle);
        await person.Types($"/lockthat {typed}");
        return person;
    }
}
