using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The people of resources, people who left, and workspaces that are forgotten.</summary>
public abstract partial class StoreContract
{
    private static readonly EnterpriseId Grid = new("E0GRID");

    [Fact]
    public async Task Holders_former_holders_and_watchers_are_involved_each_once()
    {
        await Put(
            Some.TestSite,
            now =>
                Free(Some.TestSite) with
                {
                    Holding = Held(now, TimeSpan.FromHours(1)) with
                    {
                        Former = Held(now, TimeSpan.FromHours(1), "former") with { Holder = Some.Bob },
                    },
                    Watchers = [Some.Cleo, Some.Bob],
                }
        );
        await Put(Name("other"), now => Free(Name("other")) with { Holding = Held(now, TimeSpan.FromHours(1)) });
        await Elsewhere(Some.Globex, "third", Some.Ada);
        await Elsewhere(new(new("T0GRID001"), Grid), "fourth", Some.Ada);
        await Reopen();

        (await Store.Participants(Cancel)).ShouldBe(
            [
                new(Some.Acme, Some.Ada),
                new(Some.Acme, Some.Bob),
                new(Some.Acme, Some.Cleo),
                new(Some.Globex, Some.Ada),
                new(new(new("T0GRID001"), Grid), Some.Ada),
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_departed_person_is_involved_no_more_and_watchers_are_told()
    {
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        await Lock(Some.Ada, "r2", Name("other"), Some.For(TimeSpan.FromHours(2)));
        await Lock(Some.Cleo, "r3", Name("third"), Some.For(TimeSpan.FromHours(2)));
        await Locks.Execute(Some.Bob.Asks("r4"), new Watch(Some.TestSite, Expected.Anything), Cancel);
        await Locks.Execute(Some.Ada.Asks("r5"), new Watch(Name("third"), Expected.Anything), Cancel);

        (await Locks.ReleaseAllOf(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(3);
        (await Locks.ReleaseAllOf(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(0);
        await Reopen();

        (await Store.Participants(Cancel)).ShouldBe([new(Some.Acme, Some.Cleo)]);
        (await Outbox.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.To.ShouldBe(Some.Bob);
    }

    [Fact]
    public async Task Departing_from_one_workspace_leaves_the_others_alone()
    {
        await Elsewhere(Some.Globex, "third", Some.Ada);

        (await Locks.ReleaseAllOf(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(0);

        (await Store.Participants(Cancel)).ShouldBe([new(Some.Globex, Some.Ada)]);
    }

    [Fact]
    public async Task A_workspace_that_is_forgotten_has_nothing_left()
    {
        await Fill(Some.Acme, 250);
        await Fill(Some.Globex, 3);
        for (var number = 0; number < 3; number++)
            await Happens(Numbered(1, number));
        await History.File(2, Cancel);

        (await Forget(Some.Acme.Team)).ShouldBe(new Forgotten(250, 500, 1, 3));

        await ShouldHave(Some.Acme, resources: 0, viewers: 0);
        await Reopen();
        await ShouldHave(Some.Acme, resources: 0, viewers: 0);
        await ShouldHave(Some.Globex, resources: 3, viewers: 1);
        (await Outbox.ClaimNotices(999, Cancel)).ShouldAllBe(pending => pending.Notice.Workspace == Some.Globex);
    }

    [Fact]
    public async Task Forgetting_again_or_an_unknown_workspace_does_nothing()
    {
        await Fill(Some.Acme, 2);
        await Forget(Some.Acme.Team);

        (await Forget(Some.Acme.Team)).ShouldBe(default);
        (await Forget(new("T0NOBODY"))).ShouldBe(default);
    }

    [Fact]
    public async Task A_workspace_that_was_forgotten_can_begin_anew()
    {
        await Fill(Some.Acme, 2);
        await Forget(Some.Acme.Team);
        await Fill(Some.Acme, 1);
        await Reopen();

        await ShouldHave(Some.Acme, resources: 1, viewers: 1);
        (await Outbox.ClaimNotices(9, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_notice_that_is_under_way_while_its_workspace_is_forgotten_is_simply_gone()
    {
        await Fill(Some.Acme, 2);
        var claimed = (await Outbox.ClaimNotices(1, Cancel)).ShouldHaveSingleItem();
        await Forget(Some.Acme.Team);

        await Outbox.DeliverLater(claimed, TimeSpan.Zero, isAttempt: true, Cancel);
        await Outbox.Delivered(claimed, Cancel);
        await Reopen();

        (await Forget(Some.Acme.Team)).ShouldBe(default);
    }

    [Fact]
    public async Task Others_lock_on_while_a_workspace_is_forgotten()
    {
        await Fill(Some.Acme, 250);

        var forgetting = Forget(Some.Acme.Team);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Elsewhere(Some.Globex, $"r{number}", Some.Ada)));
        await forgetting;
        await Reopen();

        await ShouldHave(Some.Acme, resources: 0, viewers: 0);
        await ShouldHave(Some.Globex, resources: 50, viewers: 0);
    }

    [Theory]
    [InlineData("T0ACME001", "T0ACME001", null, false)]
    [InlineData("E0OTHER", "T0ACME001", null, false)]
    [InlineData("T0ACME001", "E0GRID", null, false)]
    [InlineData("T0ACME001", "E0GRID", "E0GRID/T0ACME001", true)]
    [InlineData("T0ACME001", "E0OTHER", null, true)]
    public async Task A_workspace_whose_data_are_in_use_is_not_forgotten(
        string purging,
        string installed,
        string? takenOut,
        bool isForgotten
    )
    {
        await Fill(new(Some.Acme.Team, Grid), 3);
        await Installs.Change(
            new(installed),
            (_, now) => new(new(installed)) { Token = new("sealed"), InstalledAt = now },
            Cancel
        );
        if (takenOut is not null)
            await Installs.Change(new(takenOut), (_, now) => new(new(takenOut)) { LeftAt = now.AddDays(-30) }, Cancel);
        if (purging != installed)
            await Purging(new(purging));

        (await Installs.Forget(new(purging), Some.Acme.Team, Cancel)).Resources.ShouldBe(isForgotten ? 3 : 0);
    }

    [Fact]
    public async Task What_is_stored_after_a_return_is_not_forgotten()
    {
        await Fill(Some.Acme, 250);
        await Purging(AcmesKey);

        var forgetting = Installs.Forget(AcmesKey, Some.Acme.Team, Cancel);
        var back = Installs.Change(
            AcmesKey,
            (found, now) => found! with { IsPurging = false, InstalledAt = now, Token = new("new") },
            Cancel
        );
        await Task.WhenAll(forgetting, back);
        await Lock(Some.Ada, "after", Some.TestSite, Some.For(TimeSpan.FromHours(1)));
        await Installs.Forget(AcmesKey, Some.Acme.Team, Cancel);

        (await Stored(Some.TestSiteKey)).ShouldNotBeNull();
    }

    private async Task<Forgotten> Forget(TeamId team)
    {
        await Purging(new(team.Value));
        return await Installs.Forget(new(team.Value), team, Cancel);
    }

    private Task<Installation?> Purging(InstallKey key) =>
        Installs.Change(key, (_, now) => new(key) { LeftAt = now, IsPurging = true }, Cancel);

    private Task<Outcome> Elsewhere(Workspace workspace, string name, UserId holder) =>
        Store.Change(
            new Scope(workspace.Team, Name(name)),
            (_, facts) =>
                Some.Becomes(
                    Some.Resource(workspace, Name(name)) with
                    {
                        Holding = Held(facts.Now, TimeSpan.FromHours(1)) with { Holder = holder },
                    }
                ),
            Cancel
        );

    /// <summary>So many resources, two notices for each of them, and a Home.</summary>
    private async Task Fill(Workspace workspace, int resources)
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, resources)
                .Select(number =>
                    Store.Change(
                        new Scope(workspace.Team, Name($"r{number}")),
                        (_, _) =>
                            Some.Becomes(
                                Some.Resource(workspace, Name($"r{number}")),
                                [
                                    To(Some.Ada, "1") with
                                    {
                                        Workspace = workspace,
                                    },
                                    To(new($"U{number}"), "2") with
                                    {
                                        Workspace = workspace,
                                    },
                                ]
                            ),
                        Cancel
                    )
                )
        );
        await Homes.SaveViewer(AdasHome with { Workspace = workspace }, Cancel);
    }

    private async Task ShouldHave(Workspace workspace, int resources, int viewers)
    {
        (await Store.List(workspace.Team, reader: null, Cancel)).Resources.Count.ShouldBe(resources);
        (await Homes.FindViewer(workspace.Team, Some.Ada, Cancel) is null ? 0 : 1).ShouldBe(viewers);
    }
}
