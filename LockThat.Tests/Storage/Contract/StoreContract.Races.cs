using LockThat.App.Locks;
using LockThat.App.Slack.Requests;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Linear;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Many at once.</summary>
public abstract partial class StoreContract
{
    private const int Callers = 64;

    [Fact]
    public async Task Of_64_callers_for_one_resource_exactly_one_wins_each_of_100_rounds()
    {
        for (var round = 0; round < 100; round++)
        {
            var name = Name($"round-{round}");
            var outcomes = await AtOnce(caller =>
                Lock(new($"U{caller}"), $"{round}-{caller}", name, Some.For(TimeSpan.FromHours(1)))
            );

            var winner = outcomes.OfType<Outcome.Accepted>().ShouldHaveSingleItem().ShouldHave<Locked>();
            outcomes
                .OfType<Outcome.Refused>()
                .Count(refused => refused.Why is Refusal.HeldBy(var lease, _) && lease == winner.Lease)
                .ShouldBe(Callers - 1);
            (await Stored(new(Some.Acme.Team, name)))!.Lease.ShouldBe(winner.Lease);
        }
    }

    [Fact]
    public async Task Callers_for_many_resources_all_get_theirs()
    {
        var outcomes = await AtOnce(async caller =>
        {
            var locked = new List<Outcome>();
            for (var number = 0; number < 10; number++)
                locked.Add(
                    await Lock(
                        Some.Ada,
                        $"{caller}-{number}",
                        Name($"mine-{caller}of{number}"),
                        Some.For(TimeSpan.FromHours(1))
                    )
                );
            return locked;
        });

        outcomes.SelectMany(locked => locked).ShouldAllBe(outcome => outcome is Outcome.Accepted);
        await Reopen();
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(Callers * 10);
    }

    [Fact]
    public async Task A_workspace_never_gets_more_resources_than_it_may_have()
    {
        var few = Some.Service(Store, Some.Rules with { MaxResources = 10 });

        var outcomes = await AtOnce(async caller =>
            await few.Execute(Some.Ada.Asks($"{caller}"), new Create(Name($"new-{caller}")), Cancel)
        );

        outcomes.OfType<Outcome.Accepted>().Count().ShouldBe(10);
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(10);
        var first = outcomes.OfType<Outcome.Accepted>().First().Event.Origin.Name;
        (await few.Execute(Some.Ada.Asks("d"), new Delete(first, Expected.Anything), Cancel)).ShouldHave<Deleted>();
        (await few.Execute(Some.Ada.Asks("c"), new Create(Name("one-more")), Cancel)).ShouldHave<Created>();
    }

    [Fact]
    public async Task Ends_and_locks_at_once_leave_one_holder_and_tell_everybody_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = Name($"ends-{round}");
            await Put(
                name,
                now =>
                    Free(name) with
                    {
                        Holding = Held(now, TimeSpan.FromSeconds(-1), $"old-{round}"),
                        Watchers = [Some.Cleo],
                    }
            );
            var taker = Task.Run(() => Lock(Some.Bob, $"r{round}", name, Some.For(TimeSpan.FromHours(1))), Cancel);
            await Task.WhenAll(
                Task.Run(() => Locks.ProcessAllDue(Cancel), Cancel),
                Task.Run(() => Locks.ProcessAllDue(Cancel), Cancel),
                taker
            );

            (await taker).ShouldHave<Locked>();
            (await Outbox.ClaimNotices(99, Cancel))
                .Select(told => told.Notice.To)
                .ShouldBe([Some.Ada, Some.Cleo], ignoreOrder: true);
            await Reopen();
            foreach (var told in await Outbox.ClaimNotices(99, Cancel))
                await Outbox.Delivered(told, Cancel);
        }
    }

    [Fact]
    public async Task Whatever_many_do_at_once_could_have_been_done_one_after_the_other()
    {
        var histories = new Histories(Store, Outbox, Pass, seed: 20_261_122);

        (await histories.FirstWrong(Rounds.Of("HISTORIES", 300), Cancel)).ShouldBeNull();

        TestContext.Current.TestOutputHelper?.WriteLine($"{histories.Calls} calls");
    }

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> act) => AtOnce(Callers, act);

    private static async Task<T[]> AtOnce<T>(int callers, Func<int, Task<T>> act)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable
            .Range(0, callers)
            .Select(caller =>
                Task.Run(async () =>
                {
                    await go.Task;
                    return await act(caller);
                })
            )
            .ToList();
        go.SetResult();
        return await Task.WhenAll(all);
    }
}
