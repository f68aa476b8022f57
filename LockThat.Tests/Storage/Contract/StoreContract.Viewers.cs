using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The people who have opened the Home, and whether it is up to date.</summary>
public abstract partial class StoreContract
{
    private protected static readonly Viewer AdasHome = new(Some.Acme, Some.Ada, Some.Noon, Page: 2, Filter: "tést ☃");

    [Fact]
    public async Task A_viewer_comes_back_with_page_and_filter()
    {
        await Homes.SaveViewer(AdasHome with { Page = 1 }, Cancel);
        await Homes.SaveViewer(AdasHome, Cancel);
        await Reopen();

        (await Homes.FindViewer(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(AdasHome);
        (await Homes.FindViewer(Some.Globex.Team, Some.Ada, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_viewers_asked_for_at_once_are_each_the_right_one()
    {
        var known = Enumerable
            .Range(0, 20)
            .Select(page => AdasHome with { User = new($"U{page}"), Page = page })
            .ToList();
        await Task.WhenAll(known.Select(viewer => Homes.SaveViewer(viewer, Cancel)));

        var found = await Task.WhenAll(
            Enumerable
                .Range(0, 600)
                .Select(one => Homes.FindViewer(Some.Acme.Team, new($"U{one % 30}"), Cancel).AsTask())
        );

        found.ShouldBe(Enumerable.Range(0, 600).Select(one => known.ElementAtOrDefault(one % 30)));
    }

    [Fact]
    public async Task A_home_is_behind_until_it_shows_the_newest_revision()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        (await Behind()).ShouldBe([AdasHome]);

        await Show();
        (await Behind()).ShouldBeEmpty();

        await Put(Some.TestSite, _ => Free(Some.TestSite));
        (await Behind()).ShouldBe([AdasHome]);
    }

    [Fact]
    public async Task Other_workspaces_and_refused_decisions_put_no_home_behind()
    {
        await Put(Some.TestSite, _ => Free(Some.TestSite));
        await Homes.SaveViewer(AdasHome, Cancel);
        await Show();

        await Tell();
        await Store.Change(
            new Scope(Some.Globex.Team, Some.TestSite),
            (_, _) => Some.Becomes(Some.Resource(Some.Globex, Some.TestSite)),
            Cancel
        );

        (await Behind()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_opened_it_long_ago_is_left_alone()
    {
        await Homes.SaveViewer(AdasHome, Cancel);

        (await Homes.ViewersBehind(Some.Noon.AddSeconds(1), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_an_organisation_the_workspace_opened_last_is_on_the_one_home()
    {
        var (first, second) = (
            AdasHome with
            {
                Workspace = InGrid,
            },
            AdasHome with
            {
                Workspace = AlsoInGrid,
                OpenedAt = Some.Noon.AddMinutes(1),
            }
        );
        await Homes.SaveViewer(first, Cancel);
        await Homes.SaveViewer(second, Cancel);
        await Homes.SaveViewer(AdasHome, Cancel);
        await Homes.SaveViewer(first with { User = Some.Bob }, Cancel);

        (await Behind()).ShouldBe([AdasHome, first with { User = Some.Bob }, second], ignoreOrder: true);
        (await Homes.FindViewer(InGrid.Team, Some.Ada, Cancel)).ShouldBe(first with { IsOnHome = false });
        await Reopen();

        (await Homes.FindViewer(InGrid.Team, Some.Ada, Cancel)).ShouldBe(first with { IsOnHome = false });
        (await Homes.FindViewer(AlsoInGrid.Team, Some.Ada, Cancel)).ShouldBe(second);
        // The clock may go back, or be another instance's.
        await Homes.SaveViewer(first, Cancel);
        await Reopen();
        (await Homes.FindViewer(InGrid.Team, Some.Ada, Cancel)).ShouldNotBeNull().IsOnHome.ShouldBeTrue();
        (await Homes.FindViewer(AlsoInGrid.Team, Some.Ada, Cancel)).ShouldNotBeNull().IsOnHome.ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_drawn_too_late_for_another_workspace_puts_the_one_home_behind()
    {
        var (first, second) = (
            AdasHome with
            {
                Workspace = InGrid,
            },
            AdasHome with
            {
                Workspace = AlsoInGrid,
                OpenedAt = Some.Noon.AddMinutes(1),
            }
        );
        await Homes.SaveViewer(first, Cancel);
        await Homes.SaveViewer(second, Cancel);
        await Homes.Shown(AlsoInGrid.Team, Some.Ada, long.MaxValue, Cancel);
        (await Behind()).ShouldBeEmpty();

        await Homes.Shown(InGrid.Team, Some.Ada, long.MaxValue, Cancel);

        (await Behind()).ShouldBe([second]);
    }

    [Fact]
    public async Task A_viewer_who_is_forgotten_has_no_home()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        await Homes.SaveViewer(AdasHome with { User = Some.Bob }, Cancel);

        await Homes.ForgetViewer(Some.Acme.Team, Some.Ada, Cancel);
        await Homes.ForgetViewer(Some.Acme.Team, Some.Cleo, Cancel);

        (await Homes.FindViewer(Some.Acme.Team, Some.Ada, Cancel)).ShouldBeNull();
        (await Behind()).ShouldBe([AdasHome with { User = Some.Bob }]);
        await Reopen();
        (await Homes.FindViewer(Some.Acme.Team, Some.Ada, Cancel)).ShouldBeNull();
        await Homes.SaveViewer(AdasHome, Cancel);
        (await Homes.FindViewer(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(AdasHome);
    }

    private static readonly Workspace InGrid = new(new("T0GRID001"), new EnterpriseId("E0GRID"));
    private static readonly Workspace AlsoInGrid = new(new("T0GRID002"), new EnterpriseId("E0GRID"));

    private protected async Task Show() =>
        await Homes.Shown(
            Some.Acme.Team,
            Some.Ada,
            (await Store.List(Some.Acme.Team, reader: null, Cancel)).Revision,
            Cancel
        );

    private protected async Task<IReadOnlyList<Viewer>> Behind() => await Homes.ViewersBehind(Some.Noon, Cancel);
}
