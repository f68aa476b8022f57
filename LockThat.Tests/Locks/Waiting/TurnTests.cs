using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Waiting;

/// <summary>The turn of the first in line.</summary>
public sealed class TurnTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Story _story = new();

    [Theory]
    [InlineData(0, true), InlineData(-1, false)]
    public void A_turn_that_ran_out_while_the_app_was_down_begins_anew(int servingAfter, bool beginsAnew)
    {
        var turn = new Turn(new("ada"), Some.Ada, Some.Noon, Some.Noon.AddMinutes(10)) { IsTold = true };
        var noticed = turn.Until.AddSeconds(5);
        turn.AnewSince(noticed, servingSince: turn.Until.AddSeconds(servingAfter))
            .ShouldBe(beginsAnew ? noticed : null);
    }

    [Fact]
    public void The_first_in_line_gets_a_turn_when_it_is_unlocked()
    {
        BobAndCleoWait();
        _story.Unlocks(Some.Ada);
        (_story.Turn.Who, _story.Turn.Until).ShouldBe((Some.Bob, _story.Time + Window));
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void The_first_in_line_gets_a_turn_when_the_lock_ends()
    {
        BobAndCleoWait();
        _story.After(TimeSpan.FromHours(2)).Wakes().ShouldBeTrue();
        _story.Turn.Who.ShouldBe(Some.Bob);
        _story.Told.Select(notice => notice.Content.GetType()).ShouldContain(typeof(NoticeContent.Ended));
    }

    [Fact]
    public void A_turn_counts_from_the_moment_when_it_was_given_and_not_from_the_end()
    {
        BobAndCleoWait();
        _story.After(TimeSpan.FromDays(3)).Wakes();
        (_story.Turn.Who, _story.Turn.Until).ShouldBe((Some.Bob, _story.Time + Window));
    }

    [Fact]
    public void Locking_in_ones_turn_takes_length_and_reason_as_they_were_asked_for()
    {
        ItIsBobsTurn();
        var lease = _story.Does(Some.Bob, Some.For(new LockLength.Unsaid())).ShouldHave<Locked>().Lease;
        (lease.Until, lease.Reason).ShouldBe((_story.Time.AddHours(1), Reason.Of("deploy")));
        _story.Line.ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void What_is_typed_in_ones_turn_counts()
    {
        ItIsBobsTurn();
        var lease = _story.Locks(Some.Bob, 5, "demo").ShouldHave<Locked>().Lease;
        (lease.Until, lease.Reason).ShouldBe((_story.Time.AddHours(5), Reason.Of("demo")));
    }

    [Fact]
    public void Nobody_else_gets_it_during_a_turn()
    {
        ItIsBobsTurn();
        _story.Locks(Some.Dora).ShouldBeRefused<Refusal.NotYourTurn>().ShouldBe(new(_story.Turn, 2, IsWaiting: false));
        _story.Locks(Some.Cleo).ShouldBeRefused<Refusal.NotYourTurn>().IsWaiting.ShouldBeTrue();
        _story.Asks(Some.Dora).ShouldBeRefused<Refusal.NotYourTurn>();
        _story.Deletes(Some.Dora).ShouldBeRefused<Refusal.NotYourTurn>();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1)).ShouldBeRefused<Refusal.NotYourTurn>();
        _story.Gives(Some.Ada, Some.Dora).ShouldBeRefused<Refusal.NotYourTurn>();
    }

    [Fact]
    public void A_person_who_has_the_turn_holds_nothing_yet()
    {
        ItIsBobsTurn();
        _story.Extends(Some.Bob, TimeSpan.FromHours(1)).ShouldBeRefused<Refusal.NotHeld>();
        _story.Gives(Some.Bob, Some.Dora).ShouldBeRefused<Refusal.NotHeld>();
        _story.Watches(Some.Bob).ShouldBeRefused<Refusal.Changed>();
        _story.Unlocks(Some.Bob).ShouldBeUnchanged();
    }

    [Fact]
    public void Others_join_during_a_turn_and_stand_last()
    {
        ItIsBobsTurn();
        _story.Joins(Some.Dora).ShouldHave<Joined>();
        _story.Line.ShouldBe([Some.Bob, Some.Cleo, Some.Dora]);
        _story.ToldOf<NoticeContent.Awaited>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void A_turn_that_passes_ends_the_waiting_and_the_next_one_begins()
    {
        ItIsBobsTurn();
        _story.After(Window).Wakes().ShouldBeTrue();
        _story.Line.ShouldBe([Some.Cleo]);
        (_story.Turn.Who, _story.Turn.Until).ShouldBe((Some.Cleo, _story.Time + Window));
        _story.ToldOf<NoticeContent.TurnPassed>().ShouldBe([Some.Bob]);
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob, Some.Cleo]);
    }

    [Fact]
    public void Watchers_are_told_that_it_is_free_once_the_last_turn_has_passed()
    {
        ItIsBobsTurn();
        _story.Watches(Some.Dora);
        _story.After(Window).Wakes();
        _story.TurnIsTold().After(Window).Wakes();
        _story.Now!.IsFree.ShouldBeTrue();
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Dora]);
        _story.Now.Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void A_turn_of_which_slack_took_no_message_begins_anew_for_an_hour()
    {
        BobAndCleoWait();
        _story.Unlocks(Some.Ada);
        for (var minutes = 10; minutes < 60; minutes += 10)
        {
            _story.After(Window).Wakes().ShouldBeTrue();
            _story.Turn.Who.ShouldBe(Some.Bob);
        }

        _story.After(Window).Wakes();
        _story.Turn.Who.ShouldBe(Some.Cleo);
        _story.ToldOf<NoticeContent.TurnPassed>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void A_turn_that_ran_out_while_the_app_was_down_begins_anew_and_is_told_anew()
    {
        ItIsBobsTurn();
        _story.After(Window + TimeSpan.FromMinutes(5)).Wakes().ShouldBeTrue();
        (_story.Turn.Who, _story.Turn.Until, _story.Turn.IsTold).ShouldBe((Some.Bob, _story.Time + Window, false));
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob, Some.Bob]);
        _story.ToldOf<NoticeContent.TurnPassed>().ShouldBeEmpty();
    }

    [Fact]
    public void A_message_that_slack_took_after_the_end_of_a_turn_tells_of_no_other_turn()
    {
        BobAndCleoWait();
        _story.Unlocks(Some.Ada);
        var late = new NoteTold(Some.TestSite, _story.Turn.Wait, _story.Turn.Until);
        _story.After(Window).Does(Some.Bob, late).ShouldBeUnchanged();
        _story.Turn.IsTold.ShouldBeFalse();
        _story.Wakes();
        _story.Does(Some.Bob, late);
        (_story.Turn.Who, _story.Turn.IsTold).ShouldBe((Some.Bob, false));
    }

    [Fact]
    public void Letting_the_next_go_first_changes_places()
    {
        ItIsBobsTurn();
        _story.Joins(Some.Dora);
        _story.LetsPass(Some.Bob).ShouldHave<LetGoFirst>().Next.ShouldBe(Some.Cleo);
        _story.Line.ShouldBe([Some.Cleo, Some.Bob, Some.Dora]);
        (_story.Turn.Who, _story.Turn.Until).ShouldBe((Some.Cleo, _story.Time + Window));
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob, Some.Cleo]);
    }

    [Fact]
    public void Nobody_goes_first_where_nobody_is_behind()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Unlocks(Some.Ada);
        _story.LetsPass(Some.Bob).ShouldBeRefused<Refusal.NobodyBehind>();
        _story.Turn.Who.ShouldBe(Some.Bob);
    }

    [Fact]
    public void Only_the_one_whose_turn_it_is_lets_others_go_first()
    {
        ItIsBobsTurn();
        var shown = _story.Turn.Wait;
        _story.LetsPass(Some.Cleo).ShouldBeRefused<Refusal.Changed>();
        _story.LetsPass(Some.Bob);
        _story.LetsPass(Some.Bob, shown).ShouldBeRefused<Refusal.Changed>();
        _story.Line.ShouldBe([Some.Cleo, Some.Bob]);
    }

    [Fact]
    public void A_press_that_let_the_next_go_first_does_not_give_a_later_turn_away()
    {
        ItIsBobsTurn();
        var (shown, until) = (_story.Turn.Wait, _story.Turn.Until);
        _story.LetsPass(Some.Bob, shown, until).ShouldHave<LetGoFirst>();
        _story.After(TimeSpan.FromMinutes(1)).LetsPass(Some.Cleo);
        _story.LetsPass(Some.Bob, shown, until).ShouldBeChanged(_story.Now);
        _story.Turn.Who.ShouldBe(Some.Bob);
        _story.LetsPass(Some.Bob, shown, _story.Turn.Until).ShouldHave<LetGoFirst>();
    }

    [Fact]
    public void Leaving_in_ones_turn_gives_it_to_the_next()
    {
        ItIsBobsTurn();
        _story.Leaves(Some.Bob).ShouldHave<Left>();
        _story.Turn.Who.ShouldBe(Some.Cleo);
        _story.Watches(Some.Dora);
        _story.Leaves(Some.Cleo);
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Dora]);
    }

    [Fact]
    public void The_second_may_leave_at_the_moment_when_the_turn_of_the_first_has_passed()
    {
        ItIsBobsTurn();
        _story.Joins(Some.Dora);
        _story.After(Window).Leaves(Some.Cleo).ShouldHave<Left>();
        _story.Turn.Who.ShouldBe(Some.Dora);
    }

    [Fact]
    public void A_deactivated_person_loses_their_turn_to_the_next()
    {
        ItIsBobsTurn();
        _story.Departs(Some.Bob);
        _story.Turn.Who.ShouldBe(Some.Cleo);
        _story.ToldOf<NoticeContent.TurnPassed>().ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_one_whose_turn_it_is_deletes_the_resource()
    {
        ItIsBobsTurn();
        _story.Deletes(Some.Bob).ShouldHave<Deleted>();
        _story.ToldOf<NoticeContent.Deleted>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void An_older_instance_beside_this_one_keeps_all_of_it_from_beginning()
    {
        _story.Locks(Some.Ada);
        var beside = Some.At(Some.Noon).By(Some.Bob, "r") with { IsBesideOlder = true };
        var join = new Join(Some.TestSite, new LockLength.Unsaid(), Reason: null, Expected.Anything);
        join.Decide(_story.Now, beside).Outcome.ShouldBeRefused<Refusal.BeingUpgraded>();
    }

    private void BobAndCleoWait()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob, 1, "deploy");
        _story.Joins(Some.Cleo);
    }

    private void ItIsBobsTurn()
    {
        BobAndCleoWait();
        _story.Unlocks(Some.Ada);
        _story.TurnIsTold();
    }
}
