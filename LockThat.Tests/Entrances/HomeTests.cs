using LockThat.Playground;

namespace LockThat.Tests.Entrances;

/// <summary>The Home: everything at a glance, and true while others change it.</summary>
public abstract class HomeTests(Stage stage) : IAsyncLifetime
{
    private readonly Stage _stage = stage;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task An_empty_workspace_is_told_how_to_begin()
    {
        var grace = await _stage.OnHome("grace");
        grace.Sees.ShouldContain("There is nothing yet");
        await grace.Clicks("New resource");
        await _stage.Shows(grace, "# New resource");
        await grace.Fills("Name", "test-site");
        await grace.Clicks("Create");
        await _stage.Shows(grace, "Created. test-site is free.");
        await _stage.Shows(grace, "1 free · 0 yours · 0 held by others");
    }

    [Fact]
    public async Task What_another_changes_is_on_my_Home_without_pressing_anything()
    {
        await Typed("grace", "create test-site");
        var ada = await _stage.OnHome("ada");
        await Typed("grace", "lock test-site 2 h demo");
        await _stage.Shows(ada, "test-site is held by @Grace Hopper");
        await Typed("grace", "unlock test-site");
        await _stage.Shows(ada, "test-site is free.");
    }

    [Fact]
    public async Task An_end_is_on_every_Home_without_pressing_anything()
    {
        await Typed("grace", "lock test-site 1 h demo");
        var (grace, ada) = (await _stage.OnHome("grace"), await _stage.OnHome("ada"));
        await grace.MovesClockAhead(TimeSpan.FromHours(1));
        await _stage.Shows(grace, "1 free · 0 yours · 0 held by others");
        await _stage.Shows(ada, "1 free · 0 yours · 0 held by others");
    }

    [Fact]
    public async Task Lock_extend_and_unlock_by_pointing()
    {
        await Typed("grace", "create test-site");
        var grace = await _stage.OnHome("grace");
        await grace.Clicks("Lock");
        await _stage.Shows(grace, "# Lock a resource");
        await grace.Clicks("Lock");
        await _stage.Shows(grace, "0 free · 1 yours · 0 held by others");
        await grace.Clicks("Extend");
        await _stage.Shows(grace, "# Extend a lock");
        await grace.Clicks("Extend");
        await _stage.Shows(grace, "Extended by 1 hour.");
        await grace.Clicks("Unlock");
        await _stage.Shows(grace, "1 free · 0 yours · 0 held by others");
    }

    [Fact]
    public async Task The_menu_overrides_and_deletes_after_asking()
    {
        await Typed("grace", "lock test-site 2 h demo");
        var ada = await _stage.OnHome("ada");
        await ada.Clicks("Override");
        await _stage.Shows(ada, "# Override a lock");
        ada.Sees.ShouldContain("test-site is held by @Grace Hopper");
        await ada.Clicks("Override");
        await _stage.Shows(ada, "0 free · 1 yours · 0 held by others");
        await ada.Clicks("Delete");
        await _stage.Shows(ada, "Delete test-site for everybody?");
        ada.Sees.ShouldContain("Your lock on it");
        await ada.Clicks("Delete");
        await _stage.Shows(ada, "There is nothing yet");
    }

    [Fact]
    public async Task What_somebody_else_deleted_first_is_said_and_what_I_deleted_twice_is_answered_alike()
    {
        await Typed("grace", "create test-site");
        await Typed("grace", "create other-site");
        var ada = await _stage.OnHome("ada");
        await ada.Clicks("Delete", near: "test-site");
        await _stage.Shows(ada, "Delete test-site for everybody?");
        await Typed("grace", "delete test-site");
        await ada.Clicks("Delete");
        await _stage.Shows(ada, "because test-site has been deleted since.");
        await ada.Dismisses();
        await ada.Clicks("Delete", near: "other-site");
        await _stage.Shows(ada, "Delete other-site for everybody?");
        _stage.Slack.Faults.DuplicatesNextDelivery();
        await ada.Clicks("Delete");
        await _stage.Shows(ada, "There is nothing yet");
    }

    [Fact]
    public async Task Pages_and_filter_survive_what_others_do()
    {
        foreach (var number in Enumerable.Range(10, 50))
            await Typed("grace", $"create site-{number}");
        var ada = await _stage.OnHome("ada");
        await ada.Clicks("Next");
        await _stage.Shows(ada, "Page 2 of 2, 50 resources");
        await Typed("grace", "lock site-59");
        await _stage.Shows(ada, "1 held by others");
        ada.Sees.ShouldContain("Page 2 of 2");
        await ada.Fills("Filter", "\0site\a-1");
        await _stage.Hides(ada, "Page 2 of 2");
        ada.Sees.ShouldContain("site-19");
        await Typed("grace", "lock site-11");
        await _stage.Shows(ada, "2 held by others");
        ada.Sees.ShouldNotContain("site-20");
        await ada.Clicks("Show all");
        await _stage.Shows(ada, "Page 1 of 2");
    }

    [Fact]
    public async Task The_filter_finds_what_was_typed_on_another_keyboard()
    {
        await Typed("grace", "create bob's--phone");
        await Typed("grace", "create other-site");
        var ada = await _stage.OnHome("ada");
        await ada.Fills("Filter", "B’S—p");
        await _stage.Hides(ada, "other-site");
        ada.Sees.ShouldContain("bob's--phone");
    }

    [Fact]
    public async Task A_burst_of_changes_costs_a_handful_of_calls_and_ends_in_the_newest_state()
    {
        await Typed("grace", "create test-site");
        var ada = await _stage.OnHome("ada");
        var before = Published();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Typed("grace", $"create burst-{number}")));
        await _stage.Shows(ada, "201 free");
        (Published() - before).ShouldBeLessThan(40);
    }

    private int Published() => _stage.Workspace.Journal.Calls.Count(call => call.Method == "views.publish");

    private async Task Typed(string handle, string typed) =>
        await (await _stage.As(handle)).Types($"/lockthat {typed}");
}

public sealed class HomeOverHttpTests() : HomeTests(new Stage());

public sealed class HomeOverSocketModeTests() : HomeTests(new Stage(Entrance.SocketMode));

public sealed class HomeInASharedChannelTests() : HomeTests(new Stage(OtherWorkspaces.SharedChannel));

public sealed class HomeInAnOrganisationTests() : HomeTests(new Stage(OtherWorkspaces.InOrganisation));
