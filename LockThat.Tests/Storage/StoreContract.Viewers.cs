using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

/// <summary>Who has opened the Home, and whether it is true.</summary>
public abstract partial class StoreContract
{
    private protected static readonly Viewer AdasHome = new(Some.Acme, Some.Ada, Some.Noon, Page: 2, Filter: "tést ☃");

    [Fact]
    public async Task A_viewer_comes_back_with_page_and_filter()
    {
        await Store.SaveViewer(AdasHome with { Page = 1 }, Cancel);
        await Store.SaveViewer(AdasHome, Cancel);
        await Reopen();

        (await Store.FindViewer(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(AdasHome);
        (await Store.FindViewer(Some.Globex.Team, Some.Ada, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_viewers_asked_for_at_once_are_each_the_right_one()
    {
        var known = Enumerable.Range(0, 20).Select(page => AdasHome with { User = new($"U{page}"), Page = page }).ToList();
        await Task.WhenAll(known.Select(viewer => Store.SaveViewer(viewer, Cancel)));

        var found = await Task.WhenAll(Enumerable.Range(0, 600).Select(one => Store.FindViewer(Some.Acme.Team, new($"U{one % 30}"), Cancel).AsTask()));

        found.ShouldBe(Enumerable.Range(0, 600).Select(one => known.ElementAtOrDefault(one % 30)));
    }

    [Fact]
    public async Task A_home_is_behind_until_it_shows_the_newest_revision()
    {
        await Store.SaveViewer(AdasHome, Cancel);
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
        await Store.SaveViewer(AdasHome, Cancel);
        await Show();

        await Tell();
        await Store.Change(new(Some.Globex.Team, Some.TestSite), (_, _) => new Decision<bool>(new(Some.Globex, Some.TestSite), true, []), Cancel);

        (await Behind()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_opened_it_long_ago_is_left_alone()
    {
        await Store.SaveViewer(AdasHome, Cancel);

        (await Store.ViewersBehind(Some.Noon.AddSeconds(1), Cancel)).ShouldBeEmpty();
    }

    private protected async Task Show() => await Store.Shown(Some.Acme.Team, Some.Ada, (await Store.List(Some.Acme.Team, Cancel)).Revision, Cancel);

    private protected async Task<IReadOnlyList<Viewer>> Behind() => await Store.ViewersBehind(Some.Noon, Cancel);
}
