using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The history page by page, while it is filed and followed, and when it goes.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        var history = History;
        for (var number = 0; number < 25; number++)
            await Happens(new Created(Some.Origin(Some.Ada, Some.Noon.AddSeconds(number))));
        await history.File(99, Cancel);

        var pages = new List<HistoryPage>();
        do pages.Add(await history.Page(OfAcme with { Count = 10, Before = Oldest(pages) }, Cancel));
        while (pages[^1].HasMore);

        pages.Select(page => page.Events.Length).ShouldBe([10, 10, 5]);
        pages
            .SelectMany(page => page.Events)
            .Select(stored => stored.Position)
            .ShouldBe(Enumerable.Range(1, 25).Reverse().Select(number => (long)number));
    }

    /// <summary>People change things, a filer files a little at a time, and a reader follows.</summary>
    [Fact]
    public async Task A_reader_that_follows_positions_sees_each_event_once_and_in_its_order()
    {
        const int People = 12;
        const int Each = 25;
        var history = History;
        var acting = Task.WhenAll(
            Enumerable
                .Range(0, People)
                .Select(person =>
                    Task.Run(
                        async () =>
                        {
                            for (var number = 0; number < Each; number++)
                                await Happens(Numbered(person, number));
                        },
                        Cancel
                    )
                )
        );

        var seen = new List<StoredEvent>();
        var isLast = false;
        while (!isLast)
        {
            isLast = acting.IsCompleted;
            while (await history.File(7, Cancel) > 0)
                await Follow(history, seen);
            await Follow(history, seen);
        }

        await acting;
        seen.Select(stored => stored.Position).ShouldBe(Enumerable.Range(1, People * Each).Select(at => (long)at));
        foreach (var person in seen.GroupBy(stored => stored.Event.Origin.Name))
            person.Select(stored => stored.Event.Origin.At).ShouldBe(Enumerable.Range(0, Each).Select(Moment));
    }

    [Fact]
    public async Task What_is_old_is_pruned_a_little_at_a_time_and_positions_go_on()
    {
        var history = History;
        for (var number = 0; number < 5; number++)
            await Happens(Numbered(1, number));
        await history.File(99, Cancel);

        var pruned = new List<int>();
        do pruned.Add(await history.Prune(Moment(3), 2, Cancel));
        while (pruned[^1] > 0);
        await Reopen();

        pruned.Sum().ShouldBe(3);
        (await History.Page(OfAcme, Cancel)).Events.Select(stored => stored.Position).ShouldBe([5, 4]);
        while (await History.Prune(Moment(9), 99, Cancel) > 0)
            (await History.Page(OfAcme, Cancel)).Events.ShouldBeEmpty();
        await Reopen();
        (await History.Position(Some.Acme.Team, Cancel)).ShouldBe(5);
        await Happens(Numbered(1, 9));
        await History.File(99, Cancel);
        (await History.After(Some.Acme.Team, 0, 9, Cancel)).ShouldHaveSingleItem().Position.ShouldBe(6);
    }

    [Fact]
    public async Task A_workspace_that_is_forgotten_has_no_history_and_others_have_theirs()
    {
        var history = History;
        await Happens(Numbered(1, 1));
        await history.File(99, Cancel);
        await Happens(Numbered(1, 2));
        await Happens(new Created(Some.Origin(Some.Ada, Some.Noon, Some.Globex)));
        await Purging(new(Some.Acme.Team.Value));

        await Installs.Forget(new(Some.Acme.Team.Value), Some.Acme.Team, Cancel);
        await history.File(99, Cancel);
        await Reopen();

        (await History.Page(OfAcme, Cancel)).Events.ShouldBeEmpty();
        (await History.After(Some.Acme.Team, 0, 9, Cancel)).ShouldBeEmpty();
        (await History.Page(new(Some.Globex.Team), Cancel)).Events.ShouldHaveSingleItem();
    }

    private static long? Oldest(List<HistoryPage> pages) => pages is [] ? null : pages[^1].Events[^1].Position;

    private static DateTimeOffset Moment(int number) => Some.Noon.AddSeconds(number);

    private static Created Numbered(int person, int number) =>
        new(Some.Origin(Some.Ada, Moment(number)) with { Name = Name($"thing-{person}") });

    private static async Task Follow(IHistoryStore history, List<StoredEvent> seen)
    {
        while (
            await history.After(Some.Acme.Team, seen is [] ? 0 : seen[^1].Position, 5, Cancel) is { Count: > 0 } more
        )
            seen.AddRange(more);
    }
}
