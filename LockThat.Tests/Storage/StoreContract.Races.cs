using System.Collections.Concurrent;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage;

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
            var outcomes = await AtOnce(caller => Lock(new($"U{caller}"), $"{round}-{caller}", name, Some.For(TimeSpan.FromHours(1))));

            var winner = outcomes.OfType<LockOutcome.Locked>().ShouldHaveSingleItem();
            outcomes.OfType<LockOutcome.HeldBy>().Count(refused => refused.Lease == winner.Lease).ShouldBe(Callers - 1);
            (await Stored(new(Some.Acme.Team, name)))!.Lease.ShouldBe(winner.Lease);
        }
    }

    [Fact]
    public async Task Callers_for_many_resources_all_get_theirs()
    {
        var outcomes = await AtOnce(async caller =>
        {
            var locked = new List<LockOutcome>();
            for (var number = 0; number < 10; number++)
                locked.Add(await Lock(Some.Ada, $"{caller}-{number}", Name($"mine-{caller}-{number}"), Some.For(TimeSpan.FromHours(1))));
            return locked;
        });

        outcomes.SelectMany(locked => locked).ShouldAllBe(outcome => outcome is LockOutcome.Locked);
        await Reopen();
        (await Store.List(Some.Acme.Team, Cancel)).Resources.Count.ShouldBe(Callers * 10);
    }

    [Fact]
    public async Task A_workspace_never_gets_more_resources_than_it_may_have()
    {
        var few = new LockService(Store, Some.Rules with { MaxResources = 10 });

        var outcomes = await AtOnce(async caller => (await few.Create(Some.Ada.Asks($"{caller}"), Name($"new-{caller}"), Cancel)).Outcome);

        outcomes.OfType<CreateOutcome.Created>().Count().ShouldBe(10);
        (await Store.List(Some.Acme.Team, Cancel)).Resources.Count.ShouldBe(10);
        (await few.Delete(Some.Ada.Asks("d"), outcomes.OfType<CreateOutcome.Created>().First().Name, null, Cancel)).Outcome.ShouldBeOfType<DeleteOutcome.Deleted>();
        (await few.Create(Some.Ada.Asks("c"), Name("one-more"), Cancel)).Outcome.ShouldBeOfType<CreateOutcome.Created>();
    }

    [Fact]
    public async Task Ends_and_locks_at_once_leave_one_holder_and_tell_everybody_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = Name($"ends-{round}");
            await Put(name, now => Free(name) with { Lease = Held(now, TimeSpan.FromSeconds(-1), $"old-{round}"), Watchers = [Some.Cleo] });
            var taker = Task.Run(() => Lock(Some.Bob, $"r{round}", name, Some.For(TimeSpan.FromHours(1))), Cancel);
            await Task.WhenAll(Task.Run(() => Locks.Wake(Cancel), Cancel), Task.Run(() => Locks.Wake(Cancel), Cancel), taker);

            (await taker).ShouldBeOfType<LockOutcome.Locked>();
            (await Store.ClaimNotices(99, Cancel)).Select(told => told.Notice.To).ShouldBe([Some.Ada, Some.Cleo], ignoreOrder: true);
            await Reopen();
            foreach (var told in await Store.ClaimNotices(99, Cancel)) await Store.Delivered(told, Cancel);
        }
    }

    [Fact]
    public async Task Whatever_many_do_at_once_could_have_been_done_one_after_the_other()
    {
        var random = new Random(20_261_122);
        for (var round = 0; round < 40; round++)
        {
            var calls = new ConcurrentQueue<(ResourceName Name, Call<Known> Call)>();
            ResourceName[] names = [Name($"left-{round}"), Name($"right-{round}")];
            var plans = Enumerable.Range(0, 8)
                .Select(person => Enumerable.Range(0, 8).Select(step => (Name: names[random.Next(2)], Kind: random.Next(12), Id: $"{round}-{person}-{step}")).ToList())
                .ToList();
            await AtOnce(plans.Count, async person =>
            {
                foreach (var (name, kind, id) in plans[person]) calls.Enqueue((name, await Act(new($"U{person % 3}"), name, kind, id)));
                return true;
            });

            foreach (var history in calls.GroupBy(call => call.Name, call => call.Call))
                Linearizability.Holds([.. history], new Known(null, DateTimeOffset.MinValue)).ShouldBeTrue($"round {round}: {history.Key}");
        }
    }

    /// <summary>
    /// What a resource is, and the moment at which that was decided. A refusal may have been decided a moment after a change that it does not see
    /// yet: nobody can tell.
    /// </summary>
    private protected sealed record Known(Resource? Resource, DateTimeOffset Now);

    private long _tick;

    private async Task<Call<Known>> Act(UserId user, ResourceName name, int kind, string id)
    {
        var asker = user.Asks(id);
        return kind switch
        {
            < 4 => await Recorded(name, (found, facts) => Resource.Lock(found, name, asker, Some.For(TimeSpan.FromSeconds(kind)), Some.Rules, facts)),
            < 6 => await Recorded(name, (found, facts) => Resource.Unlock(found, asker, false, null, facts)),
            6 => await Recorded(name, (found, facts) => Resource.Extend(found, asker, TimeSpan.FromSeconds(2), null, Some.Rules, facts)),
            7 => await Recorded(name, (found, facts) => Resource.Lock(found, name, asker, Some.Override(TimeSpan.FromSeconds(3)), Some.Rules, facts)),
            8 => await Recorded(name, (found, facts) => Resource.Wake(found, facts)),
            9 => await Later(name),
            _ => await Looked(name),
        };
    }

    /// <summary>The pure decision is the model: what the store answered must be what it comes to in some order.</summary>
    private async Task<Call<Known>> Recorded<T>(ResourceName name, Func<Resource?, Facts, Decision<T>> decide)
    {
        var decidedAt = default(Facts);
        var began = Interlocked.Increment(ref _tick);
        var outcome = await Store.Change(
            new(Some.Acme.Team, name),
            (found, facts) =>
            {
                decidedAt = facts;
                return decide(found, facts);
            },
            Cancel);
        return new($"{outcome}", began, Interlocked.Increment(ref _tick), state =>
        {
            var decision = decide(state.Resource, decidedAt);
            var now = ReferenceEquals(decision.Next, state.Resource) ? state.Now : decidedAt.Now;
            return (Equals(decision.Outcome, outcome) && state.Now <= decidedAt.Now, new(decision.Next, now));
        });
    }

    private async Task<Call<Known>> Looked(ResourceName name)
    {
        var began = Interlocked.Increment(ref _tick);
        var seen = await Stored(new(Some.Acme.Team, name));
        return new("look", began, Interlocked.Increment(ref _tick), state => (Equals(state.Resource, seen), state));
    }

    private async Task<Call<Known>> Later(ResourceName name)
    {
        await Pass(TimeSpan.FromSeconds(1));
        return await Looked(name);
    }

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> act) => AtOnce(Callers, act);

    private static async Task<T[]> AtOnce<T>(int callers, Func<int, Task<T>> act)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            await go.Task;
            return await act(caller);
        })).ToList();
        go.SetResult();
        return await Task.WhenAll(all);
    }
}
