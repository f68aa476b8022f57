using LockThat.Playground.People;

namespace LockThat.Tests.Entrances;

/// <summary>Buttons under answers and messages: each acts on the lock that it was drawn for, and its message says what
/// happened.</summary>
public abstract class ButtonTests(Stage stage)
{
    [Fact]
    public async Task Unlock_under_the_answer_frees_it_and_the_message_says_so()
    {
        var grace = await Typed("grace", "lock button-site");
        await grace.Clicks("Unlock");
        await stage.Shows(grace, "Unlocked. button-site is free now.");
    }

    [Fact]
    public async Task Tell_me_is_said_and_can_be_stopped()
    {
        await Typed("grace", "lock watched-site");
        var ada = await Typed("ada", "lock watched-site");
        await ada.Clicks("Tell me when it's free");
        await stage.Shows(ada, "I will tell you when it is free. watched-site is held by @Grace Hopper");
        await ada.Clicks("Stop telling me");
        await stage.Shows(ada, "You will not be told.");
    }

    [Fact]
    public async Task Give_it_back_restores_the_former_holder_and_tells_them()
    {
        await Typed("grace", "lock lent-site 3 h theirs");
        var ada = await Typed("ada", "lock lent-site 1 h the override");
        await ada.Clicks("Give it back");
        await stage.Shows(ada, "Given back. lent-site is held by @Grace Hopper");
        await stage.Shows(await stage.InMessages("grace"), "@Ada Lovelace gave you back lent-site. It is yours until");
    }

    [Fact]
    public async Task A_button_whose_lock_changed_hands_does_nothing_and_shows_the_present_state()
    {
        var grace = await Typed("grace", "lock stale-site");
        await Typed("ada", "lock stale-site 1 h now override");
        await grace.Clicks("Unlock");
        await stage.Shows(
            grace,
            "Nothing was done, because this has changed since. stale-site is held by @Ada Lovelace"
        );
    }

    [Fact]
    public async Task A_button_of_what_was_deleted_says_that_it_is_gone()
    {
        var grace = await Typed("grace", "lock gone-site");
        var unlock = stage.Workspace.Messages(grace.ActiveChannel.Id, grace.UserId)[^1];
        await grace.Types("/lockthat delete gone-site");
        await grace.Clicks(unlock, "Unlock");
        await stage.Shows(grace, "because gone-site has been deleted since.");
    }

    [Fact]
    public async Task The_same_click_delivered_twice_is_answered_alike()
    {
        var hedy = await Typed("hedy", "lock twice-site");
        stage.Slack.Faults.DuplicatesNextDelivery();
        await hedy.Clicks("Unlock");
        await stage.Shows(hedy, "Unlocked. twice-site is free now.");
        hedy.Sees.ShouldNotContain("Nothing was done");
    }

    [Fact]
    public async Task A_row_of_the_list_is_drawn_again_with_what_happened_on_top()
    {
        var bose = await Typed("bose", "lock listed-site");
        await bose.Types("/lockthat mine");
        await bose.Clicks("Unlock", near: "listed-site");
        await stage.Shows(bose, "Unlocked. listed-site is free now.");
        await stage.Shows(bose, "You hold nothing.");
    }

    private async Task<Person> Typed(string handle, string typed)
    {
        var person = await stage.As(handle);
        await person.Types($"/lockthat {typed}");
        return person;
    }
}

public sealed class ButtonOverHttpTests(Stage stage) : ButtonTests(stage), IClassFixture<Stage>;

public sealed class ButtonOverSocketModeTests(SocketStage socket)
    : ButtonTests(socket.Stage),
        IClassFixture<SocketStage>;
