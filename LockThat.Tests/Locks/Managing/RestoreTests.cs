using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Managing;

/// <summary>Taking back a deletion.</summary>
public sealed class RestoreTests
{
    private readonly Story _story = new();

    [Fact]
    public void What_was_deleted_is_there_again_with_its_lock_line_and_watchers()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Watches(Some.Cleo);
        var before = _story.Now!;
        _story.Deletes(Some.Ada);
        _story.Restores(Some.Ada).ShouldHave<Restored>();
        (_story.Now!.Id, _story.Lease).ShouldBe((before.Id, before.Lease));
        _story.Line.ShouldBe([Some.Bob]);
        _story.Now.Watchers.ShouldBe([Some.Cleo]);
        _story.ToldOf<NoticeContent.Back>().ShouldBe([Some.Cleo, Some.Bob]);
    }

    [Fact]
    public void The_asks_and_the_rights_of_people_are_there_again()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob);
        var taken = _story.Now!.Losses.ShouldHaveSingleItem();
        var plea = _story.Asks(Some.Cleo, 1, "deploy").ShouldHave<Asked>().Plea;
        _story.Watches(Some.Dora);
        _story.Unwatches(Some.Dora);
        var before = _story.Now!;
        _story.Deletes(Some.Bob);
        _story.Restores(Some.Bob);
        Alike.Of(_story.Now).ShouldBe(Alike.Of(before with { Last = _story.Now!.Last }));
        _story.Asks(Some.Cleo, 1, "deploy").ShouldHave<Asked>().IsTold.ShouldBeFalse();
        _story.GoesNext(Some.Ada, taken.Lease).ShouldHave<WentNext>();
        _story.HandsOver(Some.Bob, plea.Id).ShouldHave<HandedOver>().Lease.Holder.ShouldBe(Some.Cleo);
    }

    [Fact]
    public void An_unlock_that_was_followed_by_a_deletion_can_be_taken_back_after_it()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Unlocks(Some.Ada);
        _story.Deletes(Some.Ada);
        _story.Restores(Some.Ada);
        _story.Undoes(Some.Ada, lease.Id).ShouldHave<Undone>();
        _story.Lease.ShouldBe(lease);
    }

    [Fact]
    public void Whatever_ended_since_is_told_once()
    {
        _story.Locks(Some.Ada, 0.1);
        _story.Joins(Some.Bob);
        _story.Deletes(Some.Ada);
        _story.After(TimeSpan.FromMinutes(8)).Restores(Some.Ada);
        _story.Turn.Who.ShouldBe(Some.Bob);
        _story.Wakes();
        _story.ToldOf<NoticeContent.Ended>().ShouldBe([Some.Ada]);
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void The_first_in_line_is_told_of_their_turn_alone()
    {
        _story.Locks(Some.Ada, 0.1);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Deletes(Some.Ada);
        _story.After(TimeSpan.FromMinutes(8)).Restores(Some.Ada);
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob]);
        _story.ToldOf<NoticeContent.Back>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Whoever_takes_it_back_in_their_own_turn_reads_so_in_the_answer_alone()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Unlocks(Some.Ada);
        _story.Deletes(Some.Bob);
        _story.Restores(Some.Bob);
        (_story.Turn.Who, _story.Turn.IsTold).ShouldBe((Some.Bob, true));
        _story.ToldOf<NoticeContent.Turn>().ShouldBe([Some.Bob]);
        _story.ToldOf<NoticeContent.Back>().ShouldBeEmpty();
    }

    [Fact]
    public void After_ten_minutes_it_is_too_late()
    {
        _story.Creates(Some.Ada);
        _story.Deletes(Some.Ada);
        _story.After(TimeSpan.FromMinutes(10)).Restores(Some.Ada).ShouldBeRefused<Refusal.TooLate>();
        _story.Now.ShouldBeNull();
    }

    [Fact]
    public void A_name_that_is_taken_by_then_is_refused()
    {
        _story.Creates(Some.Ada);
        _story.Deletes(Some.Ada);
        _story.Locks(Some.Bob);
        _story.Restores(Some.Ada).ShouldBeRefused<Refusal.Exists>();
        _story.Lease.Holder.ShouldBe(Some.Bob);
    }

    [Fact]
    public void Restoring_twice_is_no_surprise()
    {
        _story.Creates(Some.Ada);
        _story.Deletes(Some.Ada);
        _story.Restores(Some.Ada);
        _story.Restores(Some.Ada).ShouldBeUnchanged();
    }

    [Fact]
    public void A_full_workspace_refuses_to_restore()
    {
        _story.Creates(Some.Ada);
        var gone = _story.Deletes(Some.Ada).ShouldHave<Deleted>();
        new Restore(Some.TestSite, gone)
            .Decide(null, Some.At(Some.Noon, 1000).By(Some.Ada, "r"))
            .Outcome.ShouldBe(new Outcome.Refused(new Refusal.TooMany(1000), null));
    }
}
