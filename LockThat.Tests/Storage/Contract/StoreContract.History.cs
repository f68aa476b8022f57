using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>An event is kept with the change that it tells of, and is filed in the order of the
/// commits.</summary>
public abstract partial class StoreContract
{
    private static readonly HistoryQuery OfAcme = new(Some.Acme.Team);

    [Fact]
    public async Task A_page_shows_the_newest_first_whether_it_is_filed_or_not()
    {
        var history = History;
        await AdaLocksAndFrees();
        await history.File(99, Cancel);
        await Lock(Some.Bob, "r3", Some.TestSite, Some.For(TimeSpan.FromHours(1)));

        var page = await history.Page(OfAcme, Cancel);

        page.HasMore.ShouldBeFalse();
        Kinds(page).ShouldBe([nameof(Locked), nameof(Unlocked), nameof(Locked)]);
        page.Events.Select(stored => stored.Event.Origin.By).ShouldBe([Some.Bob, Some.Ada, Some.Ada]);
    }

    [Fact]
    public async Task What_is_filed_has_positions_without_a_gap()
    {
        var history = History;
        (await history.Position(Some.Acme.Team, Cancel)).ShouldBe(0);
        await AdaLocksAndFrees();
        (await history.After(Some.Acme.Team, 0, 9, Cancel)).ShouldBeEmpty("Only what is filed has a position");

        (await history.File(99, Cancel)).ShouldBe(2);
        (await history.File(99, Cancel)).ShouldBe(0);

        (await history.Position(Some.Acme.Team, Cancel)).ShouldBe(2);
        var filed = await history.After(Some.Acme.Team, 0, 9, Cancel);
        filed.Select(stored => stored.Position).ShouldBe([1, 2]);
        filed[0].Event.ShouldBeOfType<Locked>();
        (await history.After(Some.Acme.Team, 1, 9, Cancel)).ShouldHaveSingleItem().ShouldBe(filed[1]);
        (await history.After(Some.Acme.Team, 0, 1, Cancel)).ShouldHaveSingleItem().ShouldBe(filed[0]);
    }

    [Fact]
    public async Task No_more_is_filed_at_a_time_than_was_asked_for()
    {
        var history = History;
        await AdaLocksAndFrees();
        await Lock(Some.Bob, "r3", Some.TestSite, Some.For(TimeSpan.FromHours(1)));

        var filed = new List<int>();
        do filed.Add(await history.File(1, Cancel));
        while (filed[^1] > 0);

        filed.Sum().ShouldBe(3);
        (await history.After(Some.Acme.Team, 0, 9, Cancel)).Select(stored => stored.Position).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task History_outlives_the_app_filed_or_not()
    {
        var history = History;
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        await history.File(99, Cancel);
        await Locks.Execute(Some.Ada.Asks("r2"), new Delete(Some.TestSite, Expected.Anything), Cancel);
        await Reopen();

        Kinds(await History.Page(OfAcme, Cancel)).ShouldBe([nameof(Deleted), nameof(Locked)]);
        // A store may file what it shows on a page.
        await History.File(99, Cancel);
        (await History.Position(Some.Acme.Team, Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task What_changes_nothing_that_people_see_is_not_kept()
    {
        var history = History;
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        await Lock(Some.Bob, "r2", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        await Locks.Execute(Some.Bob.Asks("r3"), new Watch(Some.TestSite, Expected.Anything), Cancel);
        await Locks.Execute(Some.Bob.Asks("r4"), new Unwatch(Some.TestSite), Cancel);
        await Pass(TimeSpan.FromMinutes(110));
        await Locks.ProcessAllDue(Cancel);

        Kinds(await history.Page(OfAcme, Cancel)).ShouldBe([nameof(Locked)]);
    }

    [Fact]
    public async Task An_end_that_a_refused_request_comes_upon_is_kept()
    {
        var history = History;
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromMinutes(1)));
        await Pass(TimeSpan.FromMinutes(2));
        await Locks.Execute(
            Some.Ada.Asks("r2"),
            new Extend(Some.TestSite, TimeSpan.FromHours(1), Expected.Anything),
            Cancel
        );

        var ended = (await history.Page(OfAcme, Cancel)).Events[0].Event.ShouldBeOfType<Ended>();
        ended.Origin.By.ShouldBe(Actor.Clock.Instance);
        ended.Origin.Through.ShouldBe(Entrance.Clock.Instance);
    }

    [Fact]
    public async Task An_event_comes_back_with_everything_it_had()
    {
        var history = History;
        var events = Events(Held(Some.Noon, TimeSpan.FromHours(2)));
        foreach (var happened in events)
            await Happens(happened);
        var before = await history.Page(OfAcme, Cancel);
        await history.File(99, Cancel);
        await Reopen();
        var since = await History.Page(OfAcme, Cancel);

        foreach (var page in new[] { before, since })
            page.Events.Reverse().Select(stored => Alike.Of(stored.Event)).ShouldBe(events.Select(Alike.Of));
    }

    [Fact]
    public async Task A_resource_that_is_created_again_has_a_history_of_its_own()
    {
        var history = History;
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        var first = (await Stored(Some.TestSiteKey)).ShouldNotBeNull().Id;
        await Locks.Execute(Some.Ada.Asks("r2"), new Delete(Some.TestSite, Expected.Anything), Cancel);
        await Locks.Execute(Some.Bob.Asks("r3"), new Create(Some.TestSite), Cancel);
        var second = (await Stored(Some.TestSiteKey)).ShouldNotBeNull().Id;

        for (var round = 0; round < 2; round++)
        {
            Kinds(await history.Page(OfAcme with { Resource = first }, Cancel))
                .ShouldBe([nameof(Deleted), nameof(Locked)]);
            Kinds(await history.Page(OfAcme with { Resource = second }, Cancel)).ShouldBe([nameof(Created)]);
            await history.File(99, Cancel);
        }

        (await Store.Find(Some.Acme.Team, first, Cancel)).Resource.ShouldBeNull();
        (await Store.Find(Some.Acme.Team, second, Cancel)).Resource.ShouldNotBeNull().Name.ShouldBe(Some.TestSite);
    }

    [Fact]
    public async Task A_page_is_of_one_person_or_of_one_group()
    {
        var history = History;
        await AdaLocksAndFrees();
        await Lock(Some.Bob, "r3", Some.TestSite, Some.For(TimeSpan.FromHours(1)));

        for (var round = 0; round < 2; round++)
        {
            Kinds(await history.Page(OfAcme with { Person = Some.Bob }, Cancel)).ShouldBe([nameof(Locked)]);
            Kinds(await history.Page(OfAcme with { Group = EventGroup.Unlocks }, Cancel)).ShouldBe([nameof(Unlocked)]);
            Kinds(await history.Page(OfAcme with { Group = EventGroup.Resources }, Cancel)).ShouldBeEmpty();
            Kinds(await history.Page(OfAcme with { Person = Some.Bob, Group = EventGroup.Unlocks }, Cancel))
                .ShouldBeEmpty();
            Kinds(await history.Page(new(Some.Globex.Team), Cancel)).ShouldBeEmpty();
            await history.File(99, Cancel);
        }
    }

    private static IEnumerable<string> Kinds(HistoryPage page) =>
        page.Events.Select(stored => stored.Event.GetType().Name);

    private async Task AdaLocksAndFrees()
    {
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        await Locks.Execute(
            Some.Ada.Asks("r2"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
    }

    private Task<Outcome> Happens(ResourceEvent happened) =>
        Store.Change(
            new Scope(happened.Origin.Workspace.Team, happened.Origin.Name),
            (found, _) => new(found, new Outcome.Accepted(happened), [happened]),
            Cancel
        );

    private static ResourceEvent[] Events(Lease lease)
    {
        var grid = new Workspace(Some.Acme.Team, new("E0GRID"));
        var origin = Some.Origin(Some.Bob, Some.Noon, grid);
        var run = new Actor.Run(new("token-1"), "build 812 of <main>", Some.Cleo);
        var former = lease with { Id = new("former"), Holder = run, Reason = Reason.Of("release & <b> 日本") };
        var taken = lease with { Id = new("taken"), Former = former, RemindAt = Some.Noon.AddHours(1) };
        return
        [
            new Created(origin with { Name = ResourceName.Of("Ｔｅｓｔ"), Id = new("another-id") }),
            new Locked(origin, lease, IsCreated: true),
            new Locked(origin with { By = run, Through = new Entrance.Token(new("token-1")) }, lease, IsCreated: false),
            new Renewed(origin with { Through = new Entrance.Token(new("token-2")) }, lease, former),
            new Extended(origin, lease with { Until = Some.Noon.AddHours(9) }, lease),
            new TakenOver(origin, taken, former),
            new GivenBack(origin, former, taken, [Some.Cleo, Some.Ada]),
            new Unlocked(origin, former, [Some.Ada]),
            new Ended(origin with { By = Actor.Clock.Instance, Through = Entrance.Clock.Instance }, lease, [Some.Cleo]),
            new Released(origin, Some.Ada, lease, [Some.Bob]),
            new Deleted(origin, null, [Some.Cleo], Line.Empty),
            new Deleted(origin, lease, [], Line.Empty),
            new Deleted(origin, lease, [], Line.Of([AWait(Some.Cleo)]))
            {
                Pleas = [new(new("plea"), Some.Cleo, Some.Noon) { AskedAt = Some.Noon, IsAnswered = true }],
                Losses = [new(former.Id, run, Some.Noon, Some.Noon.AddHours(1), former.Reason)],
                Freed = new(former, Some.Ada, Some.Noon, [Some.Cleo])
                {
                    Pleas = [new(new("before"), Some.Cleo, Some.Noon) { AskedAt = Some.Noon }],
                },
                Stops = [new(Some.Bob, Some.Noon) { Left = AWait(Some.Bob) }, new(Some.Cleo, Some.Noon)],
            },
        ];
    }
}
