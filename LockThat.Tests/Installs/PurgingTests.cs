using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;

namespace LockThat.Tests.Installs;

/// <summary>The data of workspaces that left.</summary>
public sealed class PurgingTests : StoreOnDisk
{
    private static readonly InstallKey Acme = InstallKey.Of(Some.Acme);
    private static readonly EnterpriseId Grid = new("E0GRID");
    private static readonly Workspace InGrid = new(new("T0GRID001"), Grid);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private Installations Installs => new(Store);

    [Fact]
    public async Task After_thirty_days_everything_is_gone_and_not_a_moment_before()
    {
        await Install(Acme);
        await Locks(Some.Acme);
        await Leave(Acme);

        Time.Advance(Month - TimeSpan.FromMilliseconds(1));
        (await Purge(Acme)).ShouldBeNull();
        Time.Advance(TimeSpan.FromMilliseconds(1));

        (await Purge(Acme)).ShouldBe(new Forgotten(1, 0, 0, 1));
        await ShouldHave();
        (await Store.List(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_came_back_keeps_everything()
    {
        await Install(Acme);
        await Locks(Some.Acme);
        await Leave(Acme);
        Time.Advance(TimeSpan.FromDays(29));
        await Install(Acme);
        Time.Advance(Month);

        (await Purge(Acme)).ShouldBeNull();
        await ShouldHave("test-site");
    }

    [Fact]
    public async Task Who_was_never_known_is_forgotten_with_whatever_there_is()
    {
        await Locks(Some.Acme);
        await Leave(Acme);
        Time.Advance(Month);

        await Purge(Acme);

        await ShouldHave();
    }

    [Fact]
    public async Task An_organisation_takes_its_workspaces_along_except_those_with_an_install_of_their_own()
    {
        await Install(new("E0GRID"));
        await Install(Acme);
        await Locks(InGrid);
        await Locks(Some.Acme with { OrgInstall = Grid });
        await Leave(new("E0GRID"));
        Time.Advance(Month);

        (await Purge(new("E0GRID"))).ShouldBe(new Forgotten(1, 0, 0, 1));

        (await Store.List(InGrid.Team, reader: null, Cancel)).Resources.ShouldBeEmpty();
        await ShouldHave("test-site");
    }

    [Fact]
    public async Task A_workspace_that_its_organisation_serves_now_keeps_its_data_until_that_leaves_too()
    {
        await Install(Acme, Grid);
        await Locks(Some.Acme);
        await Leave(Acme);
        await Install(new("E0GRID"));
        Time.Advance(Month);
        await PurgeAll();
        await ShouldHave("test-site");

        await Leave(new("E0GRID"));
        Time.Advance(Month - TimeSpan.FromDays(1));
        await PurgeAll();
        await ShouldHave("test-site");
        Time.Advance(TimeSpan.FromDays(1));
        await PurgeAll();
        await ShouldHave();
        (await Store.List(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_of_those_who_used_the_same_data_has_a_month_to_come_back()
    {
        await Install(new("E0GRID"));
        await Install(Acme);
        await Locks(Some.Acme with { OrgInstall = Grid });
        await Leave(new("E0GRID"));
        Time.Advance(TimeSpan.FromDays(20));
        await Leave(Acme);
        Time.Advance(TimeSpan.FromDays(10));
        await PurgeAll();
        await ShouldHave("test-site");

        Time.Advance(TimeSpan.FromDays(20));
        await PurgeAll();
        await ShouldHave();
    }

    [Fact]
    public async Task A_workspace_whose_data_are_reached_through_an_organisation_keeps_them()
    {
        await Install(new("E0GRID"));
        await Locks(Some.Acme with { OrgInstall = Grid });
        await Leave(Acme);
        Time.Advance(Month);

        (await Purge(Acme)).ShouldBe(default(Forgotten));

        await ShouldHave("test-site");
    }

    [Fact]
    public async Task A_workspace_taken_out_of_an_organisations_install_is_forgotten_alone()
    {
        await Install(new("E0GRID"));
        await Locks(InGrid);
        await Locks(Some.Acme with { OrgInstall = Grid });
        await Installs.ChangeAccess(Grid, InGrid.Team, isGranted: false, Time.GetUtcNow(), Cancel);
        Time.Advance(Month);

        (await Purge(InstallKey.OfAccess(Grid, InGrid.Team))).ShouldBe(new Forgotten(1, 0, 0, 1));

        (await Store.List(InGrid.Team, reader: null, Cancel)).Resources.ShouldBeEmpty();
        await ShouldHave("test-site");
    }

    [Fact]
    public async Task Who_comes_back_in_the_middle_of_it_begins_anew_and_loses_nothing_after_that()
    {
        foreach (var number in Enumerable.Range(0, 300))
            await Locks(Some.Acme, $"old-{number}");
        await Leave(Acme);
        Time.Advance(Month);

        var purge = Purge(Acme);
        await Install(Acme);
        await Locks(Some.Acme, "new");
        await purge;
        await PurgeAll();

        await ShouldHave("new");
        (await Installs.Find(Acme, Cancel))!.IsInstalled.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_crash_cut_short_is_ended_by_the_next_hour_or_by_the_return()
    {
        foreach (var key in (InstallKey[])[Acme, InstallKey.Of(Some.Globex)])
        {
            await Locks(new(key.Team));
            await Leave(key);
            await Store.Change(key, (found, _) => found!.Purge(), Cancel);
        }

        await Reopen();
        await Purge(Acme);
        await Install(InstallKey.Of(Some.Globex));

        await ShouldHave();
        (await Store.List(Some.Globex.Team, reader: null, Cancel)).Resources.ShouldBeEmpty();
        (await Store.List(Cancel)).ShouldHaveSingleItem().Key.ShouldBe(InstallKey.Of(Some.Globex));
    }

    private Task Install(InstallKey key, EnterpriseId? enterprise = null) =>
        Installs.Arrive(new(key) { Token = new("sealed"), Enterprise = enterprise }, Cancel);

    private Task Leave(InstallKey key) => Installs.Leave(key, Time.GetUtcNow(), Cancel);

    private async Task<Forgotten?> Purge(InstallKey key) =>
        await Store.Purge((await Installs.Find(key, Cancel))!, Cancel);

    private async Task PurgeAll()
    {
        foreach (var gone in (await Store.List(Cancel)).Where(install => install.LeftAt is not null))
            await Store.Purge(gone, Cancel);
    }

    private Task Locks(Workspace workspace, string name = "test-site") =>
        Some.Service(Store)
            .Execute(
                new(workspace, Some.Ada, new RequestId(name)),
                Some.For(TimeSpan.FromDays(300)) with
                {
                    Name = ResourceName.Of(name),
                },
                Cancel
            );
}
