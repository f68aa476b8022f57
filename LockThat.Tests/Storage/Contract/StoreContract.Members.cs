using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The people whose accounts ended.</summary>
public abstract partial class StoreContract
{
    private static readonly TimeSpan Month = FormerMember.NamedFor;

    private protected IFormerMemberStore Members => (IFormerMemberStore)Store;

    [Fact]
    public async Task A_person_who_left_is_known_as_such_from_the_given_time_on_also_after_a_restart()
    {
        await Members.AddFormerMember(Some.Acme, Some.Ada, Cancel);
        await Reopen();
        await Pass(Month - TimeSpan.FromMinutes(1));
        (await Former(Some.Acme.Team)).ShouldBeEmpty();

        await Pass(TimeSpan.FromMinutes(1));

        (await Former(Some.Acme.Team)).ShouldBe([Some.Ada]);
        (await Former(Some.Globex.Team)).ShouldBeEmpty();
        (await Members.FormerMembers(Some.Acme.Team, [Some.Bob], Month, Cancel)).ShouldBeEmpty();
        (await Members.FormerMembers(Some.Acme.Team, [], Month, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_who_is_said_to_have_left_again_left_the_first_time()
    {
        await Members.AddFormerMember(Some.Acme, Some.Ada, Cancel);
        await Pass(Month);

        await Members.AddFormerMember(Some.Acme, Some.Ada, Cancel);

        (await Former(Some.Acme.Team)).ShouldBe([Some.Ada]);
    }

    [Fact]
    public async Task A_person_who_is_back_has_not_left()
    {
        foreach (var user in (UserId[])[Some.Ada, Some.Bob])
            await Members.AddFormerMember(Some.Acme, user, Cancel);
        await Members.AddFormerMember(Some.Globex, Some.Ada, Cancel);
        await Members.RemoveFormerMember(Some.Acme, Some.Ada, Cancel);
        await Members.RemoveFormerMember(Some.Acme, Some.Cleo, Cancel);
        await Pass(Month);
        await Reopen();

        (await Former(Some.Acme.Team)).ShouldBe([Some.Bob]);
        (await Former(Some.Globex.Team)).ShouldBe([Some.Ada]);
    }

    [Fact]
    public async Task A_person_who_is_back_in_an_organisation_is_back_in_all_of_its_workspaces()
    {
        Workspace[] places = [new(new("T1"), Grid), new(new("T2"), Grid), Some.Acme];
        foreach (var place in places)
            await Members.AddFormerMember(place, Some.Ada, Cancel);

        await Members.RemoveFormerMember(new(new(Grid.Value), Grid), Some.Ada, Cancel);

        await Pass(Month);
        (await Former(new("T1"))).Concat(await Former(new("T2"))).ShouldBeEmpty();
        (await Former(Some.Acme.Team)).ShouldBe([Some.Ada]);
    }

    [Fact]
    public async Task A_workspace_that_is_forgotten_has_no_former_members()
    {
        for (var number = 0; number < 250; number++)
            await Members.AddFormerMember(new(Some.Acme.Team, Grid), new($"U{number}"), Cancel);
        await Members.AddFormerMember(Some.Globex, Some.Ada, Cancel);
        (await Installs.TeamsOf(Grid, Cancel)).ShouldBe([Some.Acme.Team]);

        (await Forget(Some.Acme.Team)).ShouldBe(new Forgotten(0, 0, People: 250, 0));

        await Reopen();
        await Pass(Month);
        (await Members.FormerMembers(Some.Acme.Team, [new("U0"), new("U249")], Month, Cancel)).ShouldBeEmpty();
        (await Former(Some.Globex.Team)).ShouldBe([Some.Ada]);
        (await Installs.TeamsOf(Grid, Cancel)).ShouldBeEmpty();
    }

    private async Task<IEnumerable<UserId>> Former(TeamId team) =>
        await Members.FormerMembers(team, [Some.Ada, Some.Bob, Some.Cleo], Month, Cancel);
}
