using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Waiting;

/// <summary>Those who come to the head of the line: people who lost a lock or a turn to another.</summary>
public sealed class HeadTests
{
    private readonly Story _story = new();

    [Fact]
    public void Override_takes_it_during_a_turn_and_the_line_stays_as_it_is()
    {
        ItIsBobsTurn();
        _story.Overrides(Some.Dora).ShouldHave<TurnTaken>().First.ShouldBe(Some.Bob);
        _story.Line.ShouldBe([Some.Bob, Some.Cleo]);
        _story.ToldOf<NoticeContent.TurnTaken>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void Giving_back_a_turn_gives_it_for_its_full_time()
    {
        ItIsBobsTurn();
        _story.Overrides(Some.Dora);
        _story
            .After(TimeSpan.FromMinutes(7))
            .GivesBack(Some.Dora, _story.Lease.Id)
            .ShouldHave<TurnGivenBack>()
            .First.ShouldBe(Some.Bob);
        (_story.Turn.Who, _story.Turn.Until).ShouldBe((Some.Bob, _story.Time.AddMinutes(10)));
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob, Some.Bob]);
    }

    [Fact]
    public void Giving_back_a_turn_twice_is_no_surprise()
    {
        ItIsBobsTurn();
        _story.Overrides(Some.Dora);
        var seen = _story.Lease.Id;
        var first = _story.GivesBack(Some.Dora, seen);
        Alike.Are(_story.GivesBack(Some.Dora, seen), first).ShouldBeTrue();
    }

    [Fact]
    public void Giving_back_a_turn_whose_owner_has_left_gives_it_to_the_next()
    {
        ItIsBobsTurn();
        _story.Overrides(Some.Dora);
        _story.Leaves(Some.Bob);
        _story.GivesBack(Some.Dora, _story.Lease.Id).ShouldHave<TurnGivenBack>().First.ShouldBe(Some.Cleo);
    }

    [Fact]
    public void Giving_back_a_turn_when_nobody_waits_any_more_frees_it()
    {
        ItIsBobsTurn();
        _story.Overrides(Some.Dora);
        _story.Leaves(Some.Bob);
        _story.Leaves(Some.Cleo);
        _story.GivesBack(Some.Dora, _story.Lease.Id).ShouldHave<Unlocked>();
        _story.Now!.IsFree.ShouldBeTrue();
    }

    [Fact]
    public void Who_lost_a_lock_goes_to_the_head_with_its_reason_and_the_time_that_was_left()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lost = _story.Lease.Id;
        _story.Joins(Some.Cleo);
        _story.After(TimeSpan.FromMinutes(30)).Overrides(Some.Bob);
        _story.After(TimeSpan.FromMinutes(5)).GoesNext(Some.Ada, lost).ShouldHave<WentNext>();
        _story.Line.ShouldBe([Some.Ada, Some.Cleo]);
        var first = _story.Now!.Line.First!;
        (first.Length, first.Reason).ShouldBe((TimeSpan.FromMinutes(90), Reason.Of("demo")));
        _story.ToldOf<NoticeContent.Passed>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Of_two_who_come_to_the_head_the_later_one_is_first()
    {
        _story.Locks(Some.Ada);
        var adas = _story.Lease.Id;
        _story.Overrides(Some.Bob);
        var bobs = _story.Lease.Id;
        _story.Overrides(Some.Cleo);
        _story.GoesNext(Some.Ada, adas);
        _story.GoesNext(Some.Bob, bobs);
        _story.Line.ShouldBe([Some.Bob, Some.Ada]);
    }

    [Fact]
    public void A_running_turn_stays_before_who_comes_to_the_head()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Dora);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Unlocks(Some.Dora);
        _story.GoesNext(Some.Ada, lost).ShouldHave<WentNext>();
        _story.Line.ShouldBe([Some.Bob, Some.Ada, Some.Cleo]);
        _story.Turn.Who.ShouldBe(Some.Bob);
        _story.ToldOf<NoticeContent.Passed>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Who_already_waits_and_comes_to_the_head_passes_only_those_before_them()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Dora);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Ada, 5, "other");
        _story.Joins(Some.Cleo);
        _story.GoesNext(Some.Ada, lost);
        _story.Line.ShouldBe([Some.Ada, Some.Bob, Some.Cleo]);
        _story.ToldOf<NoticeContent.Passed>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void What_is_free_by_then_is_locked_for_the_time_that_was_left()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Bob);
        _story.Unlocks(Some.Bob);
        var lease = _story.GoesNext(Some.Ada, lost).ShouldHave<Locked>().Lease;
        (lease.Until, lease.Reason).ShouldBe((_story.Time.AddHours(2), Reason.Of("demo")));
    }

    [Fact]
    public void The_right_is_used_once_and_only_by_who_lost_that_lock()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Bob);
        _story.GoesNext(Some.Cleo, lost).ShouldBeRefused<Refusal.Changed>();
        _story.GoesNext(Some.Ada, new("other")).ShouldBeRefused<Refusal.Changed>();
        _story.GoesNext(Some.Ada, lost);
        _story.Leaves(Some.Ada);
        _story.GoesNext(Some.Ada, lost).ShouldBeRefused<Refusal.Changed>();
    }

    [Fact]
    public void The_right_lasts_seven_days()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Bob, hours: 24 * 9);
        _story.After(TimeSpan.FromDays(7)).GoesNext(Some.Ada, lost).ShouldBeRefused<Refusal.Changed>();
    }

    [Fact]
    public void Who_has_it_again_does_not_come_to_the_head()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Bob);
        _story.Overrides(Some.Ada);
        _story.GoesNext(Some.Ada, lost).ShouldBeRefused<Refusal.AlreadyHolds>().Lease.ShouldBe(_story.Lease);
    }

    [Fact]
    public void A_lock_that_came_back_ends_the_waiting_of_its_holder()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Bob);
        _story.GoesNext(Some.Ada, lost);
        _story.GivesBack(Some.Bob, _story.Lease.Id);
        _story.Line.ShouldBeEmpty();
        _story.Lease.Id.ShouldBe(lost);
    }

    private void ItIsBobsTurn()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Unlocks(Some.Ada);
    }
}
