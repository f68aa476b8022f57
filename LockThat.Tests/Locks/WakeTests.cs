namespace LockThat.Tests.Locks;

public sealed class WakeTests
{
    private readonly Story _story = new();

    [Fact]
    public void At_its_end_the_holder_and_the_watchers_are_told_and_it_is_free()
    {
        _story.Locks(Some.Ada, 0.5);
        _story.Watches(Some.Bob);
        _story.After(TimeSpan.FromMinutes(30)).Wakes().ShouldBeTrue();
        _story.Now.ShouldNotBeNull().Lease.ShouldBeNull();
        _story
            .Told.Select(notice => (notice.To, notice.Content.GetType()))
            .ShouldBe([(Some.Ada, typeof(NoticeContent.Ended)), (Some.Bob, typeof(NoticeContent.Free))]);
    }

    [Fact]
    public void Waking_early_or_twice_does_no_harm()
    {
        _story.Wakes().ShouldBeFalse();
        _story.Locks(Some.Ada, 0.5);
        _story.Wakes().ShouldBeFalse();
        _story.After(TimeSpan.FromHours(1)).Wakes().ShouldBeTrue();
        _story.Wakes().ShouldBeFalse();
        _story.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_long_lock_gets_one_reminder_ahead_of_its_end()
    {
        _story.Locks(Some.Ada, 2);
        _story.After(TimeSpan.FromMinutes(105)).Wakes().ShouldBeTrue();
        _story.Wakes().ShouldBeFalse();
        _story.ToldOf<NoticeContent.EndsSoon>().ShouldBe([Some.Ada]);
        _story.Lease.Until.ShouldBe(Some.Noon.AddHours(2));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Only_a_lock_longer_than_twice_the_lead_gets_a_reminder(int minutes, bool reminds)
    {
        _story.Locks(Some.Ada, minutes / 60d);
        _story.Lease.RemindAt.HasValue.ShouldBe(reminds);
    }

    [Fact]
    public void No_reminder_follows_an_end_that_passed_while_the_app_was_down()
    {
        _story.Locks(Some.Ada, 2);
        _story.After(TimeSpan.FromDays(3)).Wakes();
        _story.ToldOf<NoticeContent.EndsSoon>().ShouldBeEmpty();
        _story.ToldOf<NoticeContent.Ended>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void Renewing_and_extending_bring_a_new_reminder()
    {
        _story.Locks(Some.Ada, 2);
        _story.After(TimeSpan.FromMinutes(110)).Wakes();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        _story.Lease.RemindAt.ShouldBe(Some.Noon.AddMinutes(165));
        _story.Locks(Some.Ada, 10);
        _story.Lease.RemindAt.ShouldBe(_story.Time.AddHours(10).AddMinutes(-15));
    }

    [Fact]
    public void A_reminder_whose_moment_has_passed_when_the_end_is_set_is_not_sent_at_once()
    {
        _story.Locks(Some.Ada, 2);
        _story.After(TimeSpan.FromMinutes(110)).Locks(Some.Ada, 0.1);
        _story.Lease.RemindAt.ShouldBeNull();
    }

    [Fact]
    public void It_is_due_at_the_reminder_and_then_at_the_end()
    {
        _story.Locks(Some.Ada, 2);
        _story.Now?.DueAt.ShouldBe(Some.Noon.AddMinutes(105));
        _story.After(TimeSpan.FromMinutes(105)).Wakes();
        _story.Now?.DueAt.ShouldBe(Some.Noon.AddHours(2));
        _story.Unlocks(Some.Ada);
        _story.Now?.DueAt.ShouldBeNull();
    }

    [Fact]
    public void A_watcher_who_takes_it_just_after_its_end_is_not_told_that_it_is_free()
    {
        _story.Locks(Some.Ada, 1);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);
        _story.After(TimeSpan.FromHours(1)).Locks(Some.Bob);
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Seen_after_its_end_it_is_free()
    {
        _story.Locks(Some.Ada, 1);
        var held = _story.Now.ShouldNotBeNull();
        held.At(Some.Noon.AddHours(1)).Lease.ShouldBeNull();
        held.At(Some.Noon.AddMinutes(59)).ShouldBeSameAs(held);
    }
}
