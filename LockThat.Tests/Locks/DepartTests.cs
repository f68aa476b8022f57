namespace LockThat.Tests.Locks;

/// <summary>The locks of a person whose account is deactivated.</summary>
public sealed class DepartTests
{
    private readonly Story _story = new();

    [Fact]
    public void What_a_departed_person_held_is_free_and_its_watchers_are_told()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Watches(Some.Bob);

        _story.Departs(Some.Ada).ShouldBeTrue();

        _story.Now!.Lease.ShouldBeNull();
        var told = _story.Told.ShouldHaveSingleItem();
        (told.To, told.Content).ShouldBe((Some.Bob, new NoticeContent.Free(lease)));
    }

    [Fact]
    public void A_departed_watcher_waits_no_more_and_the_others_still_do()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);

        _story.Departs(Some.Bob).ShouldBeTrue();

        _story.Now!.Watchers.ShouldBe([Some.Cleo]);
        _story.Lease.Holder.ShouldBe(Some.Ada);
        _story.Told.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_taken_from_a_departed_person_stays_with_who_took_it()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob);

        _story.Departs(Some.Ada).ShouldBeTrue();

        _story.Lease.Holder.ShouldBe(Some.Bob);
        _story.GivesBack(Some.Bob, _story.Lease.Id).ShouldBeChanged(_story.Now);
        _story.ToldOf<NoticeContent.GivenBack>().ShouldBeEmpty();
    }

    [Fact]
    public void A_departed_person_loses_the_right_to_come_back()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Bob);
        _story.Unlocks(Some.Bob);

        _story.Departs(Some.Ada).ShouldBeTrue();
        _story.Departs(Some.Bob).ShouldBeTrue();

        (_story.Now!.Losses.Length, _story.Now.Freed).ShouldBe((0, null));
        _story.Locks(Some.Cleo);
        _story.GoesNext(Some.Ada, lost).ShouldBeChanged(_story.Now);
    }

    [Fact]
    public void What_a_departed_person_took_over_is_free_for_everybody()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Cleo);
        _story.Overrides(Some.Bob);

        _story.Departs(Some.Bob).ShouldBeTrue();

        _story.Now!.Lease.ShouldBeNull();
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void A_lock_that_had_ended_is_told_to_the_others_alone()
    {
        _story.Locks(Some.Ada, hours: 1);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);

        _story.After(TimeSpan.FromHours(1)).Departs(Some.Bob).ShouldBeTrue();

        _story.Told.Select(notice => notice.To).ShouldBe([Some.Ada, Some.Cleo]);
    }

    [Fact]
    public void Departing_twice_or_from_where_one_never_was_changes_nothing()
    {
        _story.Departs(Some.Ada).ShouldBeFalse();
        _story.Locks(Some.Ada);
        _story.Departs(Some.Ada);
        var once = _story.Now;

        _story.Departs(Some.Ada).ShouldBeFalse();
        _story.Departs(Some.Cleo).ShouldBeFalse();

        _story.Now.ShouldBeSameAs(once);
    }
}
