using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Places in line are rows of their own. They are written with their resource, and come back with
/// it.</summary>
public abstract partial class StoreContract
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private int _requests;

    [Fact]
    public async Task A_line_outlives_the_app_with_all_that_was_said_in_it()
    {
        await Takes(Some.Ada, A);
        await Does(Some.Bob, new Join(A, new LockLength.For(Hour), Reason.Of("demo"), Expected.Anything));
        await Joins(Some.Cleo, A);
        var before = (await LineOf(A)).All;

        await Reopen();

        (await LineOf(A)).All.ShouldBe(before);
        before
            .Select(wait => (wait.Who, wait.Length, wait.Reason?.Value))
            .ShouldBe([(Some.Bob, Hour, "demo"), (Some.Cleo, (TimeSpan?)null, null)]);
    }

    [Fact]
    public async Task Who_leaves_leaves_the_others_in_line()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        (await Does(Some.Bob, new Leave(A))).ShouldHave<Left>();

        await LineShouldBe(A, Some.Cleo);
        (await Store.Waiting(Some.Acme.Team, Some.Bob, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_joins_again_keeps_the_place_and_changes_the_words()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        await Does(Some.Bob, new Join(A, new LockLength.For(2 * Hour), Reason.Of("more"), Expected.Anything));

        await LineShouldBe(A, Some.Bob, Some.Cleo);
        var first = (await LineOf(A)).First.ShouldNotBeNull();
        (first.Length, first.Reason).ShouldBe((2 * Hour, Reason.Of("more")));
    }

    [Fact]
    public async Task A_turn_outlives_the_app_and_can_be_taken()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        await Frees(Some.Ada, A);
        await Reopen();

        (await Takes(Some.Cleo, A)).ShouldBeRefused<Refusal.NotYourTurn>().Waiting.ShouldBe(2);
        (await Takes(Some.Bob, A)).ShouldHave<Locked>();
        await LineShouldBe(A, Some.Cleo);
    }

    [Fact]
    public async Task Who_lets_the_next_one_go_first_is_second_after_that()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo, new("U0DAN"));
        await Frees(Some.Ada, A);
        var turn = (await LineOf(A)).First!.Id;

        (await Does(Some.Bob, new LetPass(A, turn))).ShouldHave<LetGoFirst>();

        await LineShouldBe(A, Some.Cleo, Some.Bob, new("U0DAN"));
        (await Stored(new(Some.Acme.Team, A)))!.IsTurnOf(Some.Cleo).ShouldBeTrue();
    }

    [Fact]
    public async Task Turns_that_nobody_takes_pass_one_after_the_other()
    {
        var people = Enumerable.Range(0, 4).Select(number => new UserId($"U{number}")).ToArray();
        await IsAwaited(A, people);
        await Frees(Some.Ada, A);

        for (var turn = 0; turn < people.Length; turn++)
        {
            await LineShouldBe(A, people[turn..]);
            await IsTold(A);
            await Pass(Some.Rules.ClaimWindow + TimeSpan.FromSeconds(1));
            (await Locks.ProcessAllDue(Cancel)).ShouldBe(1);
        }

        (await Stored(new(Some.Acme.Team, A)))!.IsFree.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_64_who_join_at_once_each_has_a_place()
    {
        await Takes(Some.Ada, A);

        var joined = await AtOnce(caller => Joins(new($"U{caller}"), A));

        joined.ShouldAllBe(outcome => outcome is Outcome.Accepted);
        await Reopen();
        var line = await LineOf(A);
        line.All.Select(line.PlaceOf).ShouldBe(Enumerable.Range(1, Callers));
        line.All.Select(wait => wait.Ticket).ShouldBeInOrder();
        line.All.Select(wait => wait.Who).ShouldBeUnique();
    }

    [Fact]
    public async Task Nobody_gets_a_place_beyond_the_last_one()
    {
        await Takes(Some.Ada, A);

        var joined = await AtOnce(Line.Max + 20, caller => Joins(new($"U{caller}"), A));

        joined.OfType<Outcome.Accepted>().Count().ShouldBe(Line.Max);
        (await LineOf(A)).All.Length.ShouldBe(Line.Max);
    }

    [Fact]
    public async Task Of_a_turn_and_an_override_at_the_same_moment_one_has_it_and_nobody_loses_a_place()
    {
        for (var round = 0; round < 30; round++)
        {
            var name = Name($"turn-{round}");
            await IsAwaited(name, Some.Bob, Some.Cleo);
            await Frees(Some.Ada, name);
            var over = new Override(name, new LockLength.For(Hour), null, Expected.Anything);

            await AtOnce(2, caller => caller == 0 ? Takes(Some.Bob, name) : Does(Some.Ada, over));

            // Bob's lock was taken over, or else his turn was, and he is still the first.
            (await Stored(new(Some.Acme.Team, name)))!.Lease!.Holder.ShouldBe(Some.Ada);
            var line = await LineOf(name);
            line.All.Select(wait => wait.Who).ShouldBe(line.Count == 1 ? [Some.Cleo] : [Some.Bob, Some.Cleo]);
        }
    }

    [Fact]
    public async Task A_person_finds_every_line_in_which_they_wait()
    {
        await IsAwaited(B, Some.Bob, Some.Cleo);
        await IsAwaited(A, Some.Cleo, Some.Bob);
        await IsAwaited(Name("c"), Some.Cleo);
        await Reopen();

        var waiting = await Locks.Waiting(Some.Acme, Some.Bob, Cancel);

        waiting.Select(resource => resource.Name).ShouldBe([A, B]);
        waiting.Select(resource => resource.Line.PlaceOf(resource.Line.Of(Some.Bob)!)).ShouldBe([2, 1]);
        (await Locks.Waiting(Some.Globex, Some.Bob, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_in_line_is_told_their_place_whatever_they_try()
    {
        await IsAwaited(A, Some.Cleo, new("U0DAN"), Some.Bob, new("U0EVE"));

        PlaceIn(await Takes(Some.Bob, A)).ShouldBe(3);
        PlaceIn(await Does(Some.Bob, new Watch(A, Expected.Anything))).ShouldBe(3);
        PlaceIn(await Does(Some.Bob, new Unlock(A, IsOverride: true, Expected.Anything))).ShouldBe(3);
        PlaceIn(await Does(Some.Bob, new Unlock(A, IsOverride: true, Expected.Anything))).ShouldBe(3);

        int? PlaceIn(Outcome outcome) =>
            outcome.Now?.Line.Of(Some.Bob) is { } wait ? outcome.Now.Line.PlaceOf(wait) : null;
    }

    [Fact]
    public async Task Who_waits_asks_or_has_the_turn_is_somebody_whom_a_resource_concerns()
    {
        await IsAwaited(A, new UserId("U0TURN"), new UserId("U0WAITS"));
        await Frees(Some.Ada, A);
        await Takes(Some.Ada, B);
        await Does(new("U0ASKS"), new Ask(B, new LockLength.Unsaid(), null, Expected.Anything));

        string[] concerned = ["U0TURN", "U0WAITS", "U0ADA", "U0ASKS"];
        (await Store.Participants(Cancel)).ShouldBe(
            concerned.Select(user => new ResourceParticipant(Some.Acme, new(user))),
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_person_who_is_gone_is_gone_from_every_line()
    {
        await IsAwaited(A, Some.Bob, Some.Cleo);
        await IsAwaited(B, Some.Cleo, Some.Bob);

        (await Locks.ReleaseAllOf(Some.Acme.Team, Some.Bob, Cancel)).ShouldBe(2);

        await LineShouldBe(A, Some.Cleo);
        await LineShouldBe(B, Some.Cleo);
    }
}
