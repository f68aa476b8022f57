using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Locking;

/// <summary>Giving a lock to another person.</summary>
public sealed class GiveTests
{
    private readonly Story _story = new();

    [Fact]
    public void The_other_has_it_with_the_same_end_and_reason_and_is_told()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lease = _story.Lease;
        _story.Gives(Some.Ada, Some.Bob).ShouldHave<Given>().Before.ShouldBe(lease);
        (_story.Lease.Holder, _story.Lease.Until, _story.Lease.Reason).ShouldBe((Some.Bob, lease.Until, lease.Reason));
        _story.Lease.Id.ShouldNotBe(lease.Id);
        _story.ToldOf<NoticeContent.Given>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void Giving_back_what_was_given_tells_the_giver()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lease = _story.Lease;
        _story.Gives(Some.Ada, Some.Bob);
        _story.GivesBack(Some.Bob, _story.Lease.Id).ShouldHave<GivenBack>();
        _story.Lease.ShouldBe(lease);
        _story.ToldOf<NoticeContent.GivenBack>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void The_waiting_and_watching_of_the_other_end_by_it_and_the_line_stays()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Cleo);
        _story.Joins(Some.Bob);
        _story.Watches(Some.Bob);
        _story.Gives(Some.Ada, Some.Bob);
        _story.Line.ShouldBe([Some.Cleo]);
        _story.Now!.Watchers.ShouldBeEmpty();
        _story.ToldOf<NoticeContent.Turn>().ShouldBeEmpty();
    }

    [Fact]
    public void The_asks_for_the_lock_end_by_it()
    {
        _story.Locks(Some.Ada);
        var plea = _story.Asks(Some.Cleo).ShouldHave<Asked>().Plea.Id;
        _story.Gives(Some.Ada, Some.Bob);
        _story.HandsOver(Some.Bob, plea).ShouldBeChanged(_story.Now);
    }

    [Fact]
    public void A_lock_is_not_given_to_oneself()
    {
        _story.Locks(Some.Ada);
        _story.Gives(Some.Ada, Some.Ada).ShouldBeRefused<Refusal.ToOneself>();
    }

    [Fact]
    public void Only_what_one_holds_is_given()
    {
        _story.Gives(Some.Ada, Some.Bob).ShouldBeRefused<Refusal.NoSuchResource>();
        _story.Creates(Some.Ada);
        _story.Gives(Some.Ada, Some.Bob).ShouldBeRefused<Refusal.NotHeld>();
        _story.Locks(Some.Cleo);
        _story.Gives(Some.Ada, Some.Bob).ShouldBeHeldBy(_story.Lease);
    }

    [Fact]
    public void A_form_that_was_drawn_for_another_lock_gives_nothing()
    {
        _story.Gives(Some.Ada, Some.Bob, new Expected.Existing()).ShouldBeChanged(null);
        _story.Locks(Some.Ada);
        _story.Gives(Some.Ada, Some.Bob, new Expected.Lease(new("old"))).ShouldBeChanged(_story.Now);
    }
}
