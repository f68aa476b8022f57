using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Locking;

/// <summary>Taking back an unlock.</summary>
public sealed class UndoTests
{
    private readonly Story _story = new();

    [Fact]
    public void An_unlock_that_is_taken_back_leaves_the_lock_as_it_was()
    {
        var lease = AdaUnlocks();
        _story.After(TimeSpan.FromMinutes(9)).Undoes(Some.Ada, lease.Id).ShouldHave<Undone>();
        _story.Lease.ShouldBe(lease);
    }

    [Fact]
    public void Who_freed_anothers_lock_takes_that_back_and_the_holder_is_told()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Unlocks(Some.Bob, isOverride: true);
        _story.Undoes(Some.Bob, lease.Id).ShouldHave<Undone>();
        _story.Lease.ShouldBe(lease);
        _story.ToldOf<NoticeContent.GivenBack>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void A_holder_takes_back_the_unlock_of_another()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Unlocks(Some.Bob, isOverride: true);
        _story.Undoes(Some.Ada, lease.Id).ShouldHave<Undone>();
        _story.ToldOf<NoticeContent.GivenBack>().ShouldBeEmpty();
    }

    [Fact]
    public void The_asks_of_people_who_are_still_there_come_back_with_the_lock()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        var plea = _story.Asks(Some.Bob, 1).ShouldHave<Asked>().Plea;
        _story.Asks(Some.Cleo);
        _story.Watches(Some.Cleo);
        _story.Unlocks(Some.Ada);
        _story.Departs(Some.Cleo).ShouldBeTrue();
        _story.Undoes(Some.Ada, lease.Id);
        _story.Now!.Holding.ShouldBeOfType<Holding.Held>().Pleas.ShouldHaveSingleItem().ShouldBe(plea);
        _story.Asks(Some.Bob, 2).ShouldHave<Asked>().IsTold.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_else_takes_it_back()
    {
        var lease = AdaUnlocks();
        _story.Undoes(Some.Bob, lease.Id).ShouldBeRefused<Refusal.Changed>();
        _story.Undoes(Some.Ada, new("other")).ShouldBeRefused<Refusal.Changed>();
    }

    [Fact]
    public void After_ten_minutes_it_is_too_late()
    {
        var lease = AdaUnlocks();
        _story
            .After(TimeSpan.FromMinutes(10))
            .Undoes(Some.Ada, lease.Id)
            .ShouldBeRefused<Refusal.TooLate>()
            .Lasts.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Once_another_has_it_the_refusal_says_who_and_one_press_makes_them_next()
    {
        var lease = AdaUnlocks();
        _story.Locks(Some.Bob);
        _story.Undoes(Some.Ada, lease.Id).ShouldBeHeldBy(_story.Lease);
        _story.GoesNext(Some.Ada, lease.Id).ShouldHave<WentNext>();
        _story.Line.ShouldBe([Some.Ada]);
    }

    [Fact]
    public void Once_another_has_the_turn_the_refusal_says_who()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Joins(Some.Bob);
        _story.Unlocks(Some.Ada);
        _story.Undoes(Some.Ada, lease.Id).ShouldBeRefused<Refusal.NotYourTurn>().Turn.Who.ShouldBe(Some.Bob);
    }

    [Fact]
    public void Who_freed_it_and_has_the_turn_themself_may_still_take_it_back()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Joins(Some.Bob);
        _story.Unlocks(Some.Bob, isOverride: true);
        _story.Undoes(Some.Bob, lease.Id).ShouldHave<Undone>();
        _story.Lease.Holder.ShouldBe(Some.Ada);
        _story.Line.ShouldBe([Some.Bob]);
    }

    [Fact]
    public void Who_freed_it_and_locked_it_holds_it_already()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Unlocks(Some.Bob, isOverride: true);
        _story.Locks(Some.Bob);
        _story.Undoes(Some.Bob, lease.Id).ShouldBeRefused<Refusal.AlreadyHolds>();
    }

    [Fact]
    public void A_lock_whose_end_has_passed_does_not_come_back()
    {
        var lease = AdaUnlocks(hours: 0.1);
        _story.After(TimeSpan.FromMinutes(6)).Undoes(Some.Ada, lease.Id).ShouldBeRefused<Refusal.EndHasPassed>();
    }

    [Fact]
    public void Those_who_were_told_that_it_is_free_are_told_that_it_is_not_and_watch_as_before()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);
        _story.Unlocks(Some.Bob, isOverride: true);
        _story.Undoes(Some.Bob, _story.Now!.Freed!.Was.Id);
        _story.ToldOf<NoticeContent.Back>().ShouldBe([Some.Cleo]);
        _story.Now.Watchers.ShouldBe([Some.Bob, Some.Cleo]);
    }

    [Fact]
    public void Undoing_twice_is_no_surprise()
    {
        var lease = AdaUnlocks();
        _story.Undoes(Some.Ada, lease.Id);
        _story.Undoes(Some.Ada, lease.Id).ShouldBeUnchanged();
        _story.Lease.ShouldBe(lease);
    }

    [Fact]
    public void A_lock_taken_since_by_its_own_holder_stays()
    {
        var lease = AdaUnlocks();
        _story.Locks(Some.Ada, 5);
        _story.Undoes(Some.Ada, lease.Id).ShouldBeRefused<Refusal.Changed>();
        _story.Lease.Id.ShouldNotBe(lease.Id);
    }

    private Lease AdaUnlocks(double hours = 2)
    {
        _story.Locks(Some.Ada, hours);
        var lease = _story.Lease;
        _story.Unlocks(Some.Ada);
        return lease;
    }
}
