using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

public sealed class UnlockTests
{
    private readonly Story _story = new();

    [Fact]
    public void Its_holder_frees_it_and_every_watcher_is_told_once()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);
        _story.Watches(Some.Bob);
        _story.Unlocks(Some.Ada).ShouldHave<Unlocked>();
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Bob, Some.Cleo]);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void Another_is_refused_and_changes_nothing()
    {
        _story.Locks(Some.Ada);
        var before = _story.Now;
        _story.Unlocks(Some.Bob).ShouldBeHeldBy(_story.Lease);
        _story.Now.ShouldBeSameAs(before);
    }

    [Fact]
    public void Another_frees_it_by_override_and_the_holder_is_told()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Cleo);
        _story.Unlocks(Some.Bob, isOverride: true).ShouldHave<Unlocked>();
        _story.ToldOf<NoticeContent.FreedByOther>().ShouldBe([Some.Ada]);
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Override_of_ones_own_lock_just_frees_it()
    {
        _story.Locks(Some.Ada);
        _story.Unlocks(Some.Ada, isOverride: true).ShouldHave<Unlocked>();
        _story.Told.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_free_or_not_there_is_said_so()
    {
        _story.Unlocks(Some.Ada).ShouldBeRefused<Refusal.NoSuchResource>();
        _story.Creates(Some.Ada);
        _story.Unlocks(Some.Ada).ShouldBeUnchanged();
    }

    [Fact]
    public void A_button_for_a_lock_that_ended_shows_the_present_state()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Expected.Lease(_story.Lease.Id);
        _story.After(TimeSpan.FromHours(1)).Locks(Some.Ada, 1);
        _story.Unlocks(Some.Ada, shown: seen).ShouldBeChanged(_story.Now);
        _story.Lease.Holder.ShouldBe(Some.Ada);
    }

    [Fact]
    public void Pressing_twice_is_no_surprise()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Expected.Lease(_story.Lease.Id);
        _story.Unlocks(Some.Ada, shown: seen).ShouldHave<Unlocked>();
        _story.Unlocks(Some.Ada, shown: seen).ShouldHave<Unlocked>();
    }

    [Fact]
    public void A_button_for_a_lock_that_somebody_else_freed_does_not_claim_the_deed()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Expected.Lease(_story.Lease.Id);
        _story.Unlocks(Some.Bob, isOverride: true);
        _story.Unlocks(Some.Ada, shown: seen).ShouldBeRefused<Refusal.Changed>();
    }

    [Fact]
    public void A_button_for_an_extended_lock_that_ended_does_not_claim_the_deed()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Expected.Lease(_story.Lease.Id);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        _story.After(TimeSpan.FromHours(3)).Unlocks(Some.Ada, shown: seen).ShouldBeRefused<Refusal.Changed>();
    }

    [Fact]
    public void A_button_for_what_was_deleted_says_that_it_is_gone() =>
        _story.Unlocks(Some.Ada, shown: new Expected.Lease(new("old"))).ShouldBeChanged(null);

    [Fact]
    public void Extending_adds_to_the_end()
    {
        _story.Locks(Some.Ada, 2);
        var extended = _story.Extends(Some.Ada, TimeSpan.FromHours(1)).ShouldHave<Extended>();
        extended.Lease.Until.ShouldBe(Some.Noon.AddHours(3));
        extended.By.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Extending_is_for_the_holder_of_a_lock()
    {
        var hour = TimeSpan.FromHours(1);
        _story.Extends(Some.Ada, hour).ShouldBeRefused<Refusal.NoSuchResource>();
        _story.Creates(Some.Ada);
        _story.Extends(Some.Ada, hour).ShouldBeRefused<Refusal.NotHeld>();
        _story.Locks(Some.Ada, 2);
        _story.Extends(Some.Bob, hour).ShouldBeHeldBy(_story.Lease);
    }

    [Fact]
    public void Extending_reaches_the_maximum_itself()
    {
        _story.Locks(Some.Ada, 24);
        _story
            .Extends(Some.Ada, TimeSpan.FromDays(365))
            .ShouldHave<Extended>()
            .Lease.Until.ShouldBe(Some.Noon + Some.Rules.MaxDuration);
    }

    [Fact]
    public void An_extend_button_of_a_resource_that_is_gone_says_so() =>
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), new Expected.Lease(new("gone"))).ShouldBeChanged(null);

    [Fact]
    public void Extending_beyond_the_maximum_is_refused_and_the_end_stays()
    {
        _story.Locks(Some.Ada, 2);
        var lease = _story.Lease;
        _story
            .Extends(Some.Ada, TimeSpan.FromDays(366))
            .ShouldBeRefused<Refusal.TooLong>()
            .Max.ShouldBe(Some.Rules.MaxDuration);
        _story.Extends(Some.Ada, TimeSpan.FromDays(36500)).ShouldBeRefused<Refusal.TooLong>();
        _story.Lease.ShouldBe(lease);
    }

    [Fact]
    public void An_extend_button_whose_end_has_changed_does_nothing()
    {
        _story.Locks(Some.Ada, 2);
        var seen = new Expected.Lease(_story.Lease.Id, _story.Lease.Until);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), seen).ShouldHave<Extended>();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), seen).ShouldBeRefused<Refusal.Changed>();
        _story.Lease.Until.ShouldBe(Some.Noon.AddHours(3));
    }

    [Fact]
    public void An_extend_button_for_another_lock_does_nothing()
    {
        _story.Locks(Some.Ada, 2);
        _story
            .Extends(Some.Ada, TimeSpan.FromHours(1), new Expected.Lease(new("old")))
            .ShouldBeRefused<Refusal.Changed>();
        _story.Lease.Until.ShouldBe(Some.Noon.AddHours(2));
    }
}
