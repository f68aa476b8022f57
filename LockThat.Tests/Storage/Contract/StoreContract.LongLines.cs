using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>A line follows its resource, and no rule that needs a part of it misses another part.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_line_ends_with_its_resource()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        (await Does(Some.Ada, new Delete(A, Expected.Anything))).ShouldHave<Deleted>().Line.Count.ShouldBe(2);

        (await Store.Waiting(Some.Acme.Team, Some.Bob, Cancel)).ShouldBeEmpty();
        await IsAwaited(A, Some.Cleo);

        await LineShouldBe(A, Some.Cleo);
        (await Store.Waiting(Some.Acme.Team, Some.Bob, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deletion_that_is_taken_back_brings_the_line_back()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        var before = await LineOf(A);
        var gone = (await Does(Some.Ada, new Delete(A, Expected.Anything))).ShouldHave<Deleted>();

        (await Does(Some.Ada, new Restore(A, gone))).ShouldHave<Restored>();

        await LineShouldBe(A, Some.Bob, Some.Cleo);
        (await LineOf(A)).All.ShouldBe(before.All);
        (await Store.Waiting(Some.Acme.Team, Some.Bob, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(gone.Origin.Id);
    }

    [Fact]
    public async Task A_resource_that_gets_another_name_takes_its_line_along()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        await Store.Change(
            Both,
            (found, _) => new(new Scene([null, found[0]! with { Name = B }]), new Outcome.Unchanged(null), []),
            Cancel
        );

        await LineShouldBe(B, Some.Bob, Some.Cleo);
        (await Store.Waiting(Some.Acme.Team, Some.Cleo, Cancel)).ShouldHaveSingleItem().Name.ShouldBe(B);
        (await Does(Some.Bob, new Leave(B))).ShouldHave<Left>();
        await LineShouldBe(B, Some.Cleo);
    }

    [Fact]
    public async Task A_refusal_and_a_list_say_how_many_wait()
    {
        await IsAwaited(A, [.. Enumerable.Range(0, 50).Select(number => new UserId($"U{number}"))]);

        var (last, stranger) = (await Takes(new("U49"), A), await Takes(Some.Bob, A));

        var refused = last.ShouldBeRefused<Refusal.HeldBy>();
        (refused.Waiting, refused.IsWaiting).ShouldBe((50, true));
        refused = stranger.ShouldBeRefused<Refusal.HeldBy>();
        (refused.Waiting, refused.IsWaiting).ShouldBe((50, false));
        (await Store.List(Some.Acme.Team, reader: null, Cancel))
            .Resources.ShouldHaveSingleItem()
            .Line.Count.ShouldBe(50);
    }

    [Fact]
    public async Task A_list_has_the_whole_line_where_its_reader_waits()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo, Some.Dora);
        await IsAwaited(B, Some.Bob, Some.Cleo);
        await Takes(Some.Ada, ResourceName.Of("c"));

        var list = (await Store.List(Some.Acme.Team, Some.Dora, Cancel)).Resources;

        list.Select(resource => resource.Line.Count).ShouldBe([3, 2, 0]);
        list[0].Line.All.Select(wait => wait.Who.Responsible).ShouldBe([Some.Bob, Some.Cleo, Some.Dora]);
    }

    [Fact]
    public async Task A_change_that_is_none_of_the_lines_leaves_it_as_it_is()
    {
        UserId[] people = [.. Enumerable.Range(0, 9).Select(number => new UserId($"U{number}"))];
        await IsAwaited(A, people);

        await Does(Some.Bob, new Watch(A, Expected.Anything));
        await Does(Some.Ada, new Extend(A, Hour, Expected.Anything));
        await Takes(Some.Ada, A);

        await LineShouldBe(A, people);
    }

    [Fact]
    public async Task Many_who_come_and_go_at_once_leave_a_line_of_those_who_stay()
    {
        await Takes(Some.Ada, A);
        await AtOnce(async caller =>
        {
            await Joins(new($"U{caller}"), A);
            return await (caller % 2 == 0 ? Does(new($"U{caller}"), new Leave(A)) : Takes(new($"U{caller}"), A));
        });

        var line = (await LineOf(A)).All;
        line.Select(wait => wait.Who)
            .ShouldBe(
                Enumerable.Range(0, Callers).Where(caller => caller % 2 != 0).Select(caller => Who(caller)),
                ignoreOrder: true
            );
        await Reopen();
        (await LineOf(A)).All.ShouldBe(line);

        static Actor Who(int caller) => new UserId($"U{caller}");
    }

    [Fact]
    public async Task Turns_that_are_given_up_at_once_go_down_the_line()
    {
        UserId[] people = [.. Enumerable.Range(0, 20).Select(number => new UserId($"U{number}"))];
        await IsAwaited(A, people);

        await AtOnce(
            people.Length - 2,
            caller => caller == 0 ? Frees(Some.Ada, A) : Does(people[caller], new Leave(A))
        );

        await LineShouldBe(A, people[0], people[18], people[19]);
        (await Stored(new(Some.Acme.Team, A)))!.IsTurnOf(people[0]).ShouldBeTrue();
    }

    private async Task<Outcome> Does(UserId user, ResourceCommand command) =>
        await Locks.Execute(user.Asks($"{user}-{Interlocked.Increment(ref _requests)}"), command, Cancel);

    private Task<Outcome> Takes(UserId user, ResourceName name) => Does(user, Some.For(9 * Hour) with { Name = name });

    private Task<Outcome> Joins(UserId user, ResourceName name) =>
        Does(user, new Join(name, new LockLength.Unsaid(), null, Expected.Anything));

    private Task<Outcome> Frees(UserId user, ResourceName name) =>
        Does(user, new Unlock(name, IsOverride: false, Expected.Anything));

    /// <summary>Ada has it, and these wait for it, in this order.</summary>
    private async Task IsAwaited(ResourceName name, params UserId[] people)
    {
        (await Takes(Some.Ada, name)).ShouldHave<Locked>();
        foreach (var user in people)
            (await Joins(user, name)).ShouldHave<Joined>();
    }

    /// <summary>Slack took the message about the turn.</summary>
    private async Task IsTold(ResourceName name)
    {
        var turn = (await Stored(new(Some.Acme.Team, name)))!.Holding.ShouldBeOfType<Holding.Offered>().Turn;
        await Locks.Execute(new(Some.Acme), new NoteTold(name, turn.Wait, turn.Until), Cancel);
    }

    private async Task<Line> LineOf(ResourceName name) =>
        (await Stored(new(Some.Acme.Team, name))).ShouldNotBeNull().Line;

    /// <summary>Now, and after a restart.</summary>
    private async Task LineShouldBe(ResourceName name, params UserId[] people)
    {
        (await LineOf(name)).All.Select(wait => wait.Who.Responsible).ShouldBe(people.Select(user => (UserId?)user));
        await Reopen();
        (await LineOf(name)).All.Select(wait => wait.Who.Responsible).ShouldBe(people.Select(user => (UserId?)user));
    }

    private protected static Wait AWait(UserId user) => new(new($"wait-{user}"), user, new(Some.Noon, 0));
}
