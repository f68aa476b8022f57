using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Storage.Moving;

/// <summary>Events move from one kind of store to the other and back, with their positions.</summary>
public sealed class MovedEventsTests(PostgresServer server) : MigrateTest(server, "migrate_events")
{
    private static readonly (long, string)[] Moments = [(1, "one"), (2, "two"), (3, "three")];

    [Fact]
    public async Task Events_keep_their_positions_there_and_back_filed_or_not()
    {
        await InFile(File, store => Happen(store, store));
        var database = await Database();

        await Moved(File, database);
        (await Migrate(File, database)).Line.ShouldContain("3 events");
        await Moved(database, OtherFile);

        await InDatabase(database, ShouldGoOn);
        await InFile(OtherFile, async store => (await Followed(store)).ShouldBe(Moments));
    }

    [Fact]
    public async Task What_is_in_the_tail_of_a_database_comes_behind_what_is_filed()
    {
        var database = await Database();
        await InDatabase(database, store => Happen(store, store));
        Time.SetUtcNow(TimeProvider.System.GetUtcNow());

        await Moved(database, File);

        await InFile(File, async store => (await Followed(store)).ShouldBe(Moments));
    }

    [Fact]
    public async Task A_position_is_never_given_again_though_all_events_are_deleted_before_the_move()
    {
        await InFile(File, HappenAndPrune);
        var database = await Database();

        await Moved(File, database);
        await Moved(database, OtherFile);

        await InFile(OtherFile, ShouldGoOnAfterThree);
        await InDatabase(database, ShouldGoOnAfterThree);
    }

    [Fact]
    public async Task The_same_of_a_database()
    {
        var database = await Database();
        await InDatabase(database, HappenAndPrune);
        Time.SetUtcNow(TimeProvider.System.GetUtcNow());

        await Moved(database, File);
        await Moved(File, OtherFile);

        await InFile(OtherFile, ShouldGoOnAfterThree);
    }

    [Fact]
    public async Task Positions_that_a_damaged_history_gave_are_not_given_by_the_database_that_follows_it()
    {
        await InFile(
            File,
            async store =>
            {
                await Happen(store, store);
                await store.File(9, Cancel);
            }
        );
        await System.IO.File.WriteAllTextAsync(File + "-history", "no history any more", Cancel);
        await InFile(File, async store => (await Followed(store)).ShouldBeEmpty());
        var database = await Database();

        await Moved(File, database);

        await InDatabase(
            database,
            async store =>
            {
                await Create(store, "four");
                await store.File(9, Cancel);
                (await store.Position(Some.Acme.Team, Cancel)).ShouldBe(Time.GetUtcNow().ToUnixTimeMilliseconds() + 1);
            }
        );
    }

    private static async Task HappenAndPrune<TStore>(TStore store)
        where TStore : IResourceStore, IHistoryStore
    {
        await Happen(store, store);
        while (await store.File(9, Cancel) > 0) { }
        await store.Prune(DateTimeOffset.MaxValue, 9, Cancel);
        (await Followed(store)).ShouldBeEmpty();
    }

    private static async Task ShouldGoOnAfterThree<TStore>(TStore store)
        where TStore : IResourceStore, IHistoryStore
    {
        (await store.Position(Some.Acme.Team, Cancel)).ShouldBe(3);
        await Create(store, "four");
        await store.File(9, Cancel);
        (await Followed(store)).ShouldBe([(4, "four")]);
    }

    private static async Task Happen(IResourceStore store, IHistoryStore history)
    {
        await Create(store, "one");
        await Create(store, "two");
        await history.File(9, Cancel);
        await Create(store, "three");
    }

    private static async Task ShouldGoOn(PostgresStore store)
    {
        (await Followed(store)).ShouldBe(Moments);
        await Create(store, "four");
        await store.File(9, Cancel);
        (await Followed(store)).ShouldBe([.. Moments, (4, "four")]);
    }

    private static async Task<List<(long, string)>> Followed(IHistoryStore store) =>
        [
            .. (await store.After(Some.Acme.Team, 0, 9, Cancel)).Select(stored =>
                (stored.Position, stored.Event.Origin.Name.Display)
            ),
        ];

    private static Task<Outcome> Create(IResourceStore store, string name) =>
        Some.Service(store).Execute(Some.Ada.Asks(name), new Create(ResourceName.Of(name)), Cancel);
}
