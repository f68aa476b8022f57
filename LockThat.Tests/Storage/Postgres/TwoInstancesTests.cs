using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Contract;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>The whole contract on two instances with one database, and how they share what is to be done.</summary>
public sealed class TwoInstancesTests(PostgresServer server) : StoreContract
{
    private static readonly TimeSpan ClaimsHold = TimeSpan.FromSeconds(12);

    private TestDatabase? _database;
    private PostgresStore[] _open = [];

    protected override IInstallStore Installs => (TwoInstances)Store;

    private PostgresStore One => _open[0];

    private PostgresStore Other => _open[1];

    [Fact]
    public async Task What_one_has_claimed_the_other_leaves_alone_until_the_claim_runs_out()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Ada, "2"), To(Some.Bob, "3"));
        (await One.ClaimNotices(1, Cancel)).ShouldHaveSingleItem().Notice.To.ShouldBe(Some.Ada);
        (await Other.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.To.ShouldBe(Some.Bob);
        var waiting = Other.ClaimNotices(9, Cancel);

        await Pass(ClaimsHold);

        var again = await waiting.WaitAsync(Patience, Cancel);
        again.Select(told => told.Notice.Resource.Display).ShouldBe(["1", "3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_was_too_slow_does_not_put_off_what_another_delivers_by_now()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Ada, "2"));
        var slow = (await One.ClaimNotices(1, Cancel))[0];
        await Pass(ClaimsHold);
        var taken = (await Other.ClaimNotices(1, Cancel))[0];

        await One.DeliverLater(slow, TimeSpan.FromHours(1), isAttempt: true, Cancel);
        await Other.Delivered(taken, Cancel);

        (await One.ClaimNotices(1, Cancel).WaitAsync(Patience, Cancel))[0].Notice.Resource.Display.ShouldBe("2");
    }

    [Fact]
    public async Task What_is_due_is_worked_upon_by_one_at_a_time()
    {
        foreach (var name in (string[])["a", "b"])
            await Put(Name(name), now => Free(Name(name)) with { Holding = Held(now, TimeSpan.FromSeconds(-1)) });
        IReadOnlyList<ResourceKey> others = [];

        var mine = await One.ChangeDue(
            1,
            (found, _) =>
            {
                // A decision cannot wait for a task, so that a thread does.
                others = Task.Run(() => Other.Due(9, Cancel), Cancel).GetAwaiter().GetResult();
                return Some.Becomes(found.Only);
            },
            Cancel
        );

        others
            .ShouldHaveSingleItem()
            .ShouldNotBe(mine.ShouldHaveSingleItem().ShouldBeOfType<Outcome.Unchanged>().Present!.Key);
        (await Other.Due(9, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_ends_together_is_told_once_whoever_ends_it()
    {
        const int Many = 700;
        await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(number => Name($"{number}"))
                .Select(name => Put(name, now => Free(name) with { Holding = Held(now, TimeSpan.FromSeconds(-1)) }))
        );

        var ended = await Task.WhenAll(
            new[] { One, Other }.Select(store => Task.Run(() => Some.Service(store).ProcessAllDue(Cancel), Cancel))
        );

        ended.Sum().ShouldBe(Many);
        var tally = await One.Statistics(Cancel);
        (tally.Held, tally.Notices).ShouldBe((0, Many));
    }

    [Fact]
    public async Task Who_locks_what_another_instance_is_ending_gets_it_once_it_is_ended()
    {
        await Put(Some.TestSite, now => Free(Some.TestSite) with { Holding = Held(now, TimeSpan.FromSeconds(-1)) });
        var locks = Some.Service(Other, Some.Rules);
        Task<Outcome>? taken = null;

        await One.ChangeDue(
            1,
            (found, facts) =>
            {
                taken ??= Task.Run(
                    () => locks.Execute(Some.Bob.Asks("lock"), Some.For(TimeSpan.FromHours(1)), Cancel),
                    Cancel
                );
                return ProcessDue.Decide(found.Only, facts);
            },
            Cancel
        );

        (await taken!).ShouldHave<Locked>();
        (await One.Statistics(Cancel)).Notices.ShouldBe(1);
    }

    [Fact]
    public async Task A_home_is_drawn_by_one_at_a_time()
    {
        await Homes.SaveViewer(AdasHome, Cancel);

        (await One.ViewersBehind(Some.Noon, Cancel)).ShouldBe([AdasHome]);
        (await Other.ViewersBehind(Some.Noon, Cancel)).ShouldBeEmpty();
        (await One.ViewersBehind(Some.Noon, Cancel)).ShouldBe([AdasHome]);
        await Pass(TimeSpan.FromSeconds(3));
        (await Other.ViewersBehind(Some.Noon, Cancel)).ShouldBe([AdasHome]);
    }

    [Fact]
    public async Task A_change_of_long_ago_that_could_not_be_drawn_is_not_forgotten()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        await Show();
        (await One.ViewersBehind(Some.Noon, Cancel)).ShouldBeEmpty();
        await Put(Some.TestSite, _ => Free(Some.TestSite));
        (await One.ViewersBehind(Some.Noon, Cancel)).ShouldBe([AdasHome]);

        await Pass(TimeSpan.FromMinutes(1));

        (await One.ViewersBehind(Some.Noon, Cancel)).ShouldBe([AdasHome]);
    }

    [Fact]
    public async Task A_home_that_an_older_state_may_have_reached_last_is_drawn_again()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        var older = (await One.List(Some.Acme.Team, reader: null, Cancel)).Revision;
        await Put(Some.TestSite, _ => Free(Some.TestSite));
        var newer = (await Other.List(Some.Acme.Team, reader: null, Cancel)).Revision;
        newer.ShouldBeGreaterThan(older);

        await Other.Shown(Some.Acme.Team, Some.Ada, newer, Cancel);
        await One.Shown(Some.Acme.Team, Some.Ada, older, Cancel);

        (await Behind()).ShouldBe([AdasHome]);
    }

    [Fact]
    public async Task A_revision_rises_with_every_change_whatever_it_is()
    {
        var revisions = new List<long>();
        foreach (
            var next in (Resource?[])
                [
                    Free(Some.TestSite),
                    Free(Some.TestSite) with
                    {
                        Watchers = [Some.Bob],
                    },
                    null,
                    Free(Some.TestSite),
                    null,
                ]
        )
        {
            await Store.Change(Some.TestSiteKey, (_, _) => Some.Becomes(next), Cancel);
            revisions.Add((await Store.List(Some.Acme.Team, reader: null, Cancel)).Revision);
        }

        revisions.ShouldBe(revisions.Distinct().Order());
    }

    [Fact]
    public async Task Instances_that_start_together_make_the_tables_once()
    {
        await Close();
        await _database!.Empty();

        var stores = Enumerable.Range(0, 8).Select(_ => New()).ToList();
        await Task.WhenAll(stores.Select(store => store.Open(Cancel)));

        await stores[0].Change(Some.TestSiteKey, (_, _) => Some.Becomes(Free(Some.TestSite)), Cancel);
        (await stores[7].List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldHaveSingleItem();
        await Task.WhenAll(stores.Select(store => store.Close(Cancel)));
    }

    protected override async Task<IResourceStore> Open()
    {
        _database ??= await server.Database("instances");
        _open = [New(), New()];
        foreach (var store in _open)
            await store.Open(Cancel);
        await _database.HasClock();
        return new TwoInstances(One, Other);
    }

    protected override async Task Close()
    {
        await Task.WhenAll(_open.Select(store => store.Close(CancellationToken.None)));
        await (_database?.ShouldHaveSoundLines() ?? Task.CompletedTask);
    }

    protected override Task Discard() => Task.CompletedTask;

    protected override Task Pass(TimeSpan time) => _database?.MoveClock(time) ?? Task.CompletedTask;

    private PostgresStore New() =>
        new(_database?.Patient ?? "", TimeProvider.System, NullLogger<PostgresStore>.Instance);
}
