using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The workspaces of an organisation, by whichever row tells of them.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task The_workspaces_of_an_organisation_are_those_reached_through_it()
    {
        await Elsewhere(new(new("T1"), Grid), "one", Some.Ada);
        await Elsewhere(new(new("T1"), Grid), "two", Some.Ada);
        await Elsewhere(new(new("T2")), "one", Some.Ada);
        await Elsewhere(new(new("T3"), new EnterpriseId("E0OTHER")), "one", Some.Ada);
        await Tell(To(Some.Ada, "1") with { Workspace = new(new("T4"), Grid) });
        await Homes.SaveViewer(AdasHome with { Workspace = new(new("T5"), Grid) }, Cancel);
        await Reopen();

        (await Installs.TeamsOf(Grid, Cancel)).ShouldBe([new("T1"), new("T4"), new("T5")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_workspace_of_which_only_the_history_is_left_is_one_of_its_organisation()
    {
        var there = new Workspace(new("T6"), Grid);
        await Elsewhere(there, "one", Some.Ada);
        await Locks.Execute(
            new(there, Some.Ada, Request: null),
            new Delete(ResourceName.Of("one"), Expected.Anything),
            Cancel
        );
        await History.File(99, Cancel);
        await Reopen();

        (await Installs.TeamsOf(Grid, Cancel)).ShouldBe([new("T6")]);
    }

    [Fact]
    public async Task A_workspace_of_which_only_an_event_that_just_happened_is_left_is_one_of_its_organisation()
    {
        var there = new Workspace(new("T7"), Grid);
        await Happens(new Created(Some.Origin(Some.Ada, Some.Noon, there)));

        (await Installs.TeamsOf(Grid, Cancel)).ShouldBe([new("T7")]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_history_that_an_organisation_uses_is_not_forgotten_with_the_workspaces_own_install(bool isFiled)
    {
        await Happens(new Created(Some.Origin(Some.Ada, Some.Noon, new(Some.Acme.Team, Grid))));
        if (isFiled)
            await History.File(9, Cancel);
        await Installs.Change(
            new(Grid.Value),
            (_, now) => new(new(Grid.Value)) { Token = new("sealed"), InstalledAt = now },
            Cancel
        );

        (await Forget(Some.Acme.Team)).ShouldBe(default);

        (await History.Page(OfAcme, Cancel)).Events.ShouldHaveSingleItem();
    }
}
