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
        _story.Unlocks(Some.Ada).ShouldBeOfType<UnlockOutcome.Unlocked>();
        _story.ToldOf<News.Free>().ShouldBe([Some.Bob, Some.Cleo]);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void Another_is_refused_and_changes_nothing()
    {
        _story.Locks(Some.Ada);
        var before = _story.Now;
        _story.Unlocks(Some.Bob).ShouldBe(new UnlockOutcome.HeldBy(_story.Lease, Watching: false));
        _story.Now.ShouldBeSameAs(before);
    }

    [Fact]
    public void Another_frees_it_by_override_and_the_holder_is_told()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Cleo);
        _story.Unlocks(Some.Bob, @override: true).ShouldBeOfType<UnlockOutcome.FreedFromOther>();
        _story.ToldOf<News.FreedByOther>().ShouldBe([Some.Ada]);
        _story.ToldOf<News.Free>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Override_of_ones_own_lock_just_frees_it()
    {
        _story.Locks(Some.Ada);
        _story.Unlocks(Some.Ada, @override: true).ShouldBeOfType<UnlockOutcome.Unlocked>();
        _story.Told.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_free_or_not_there_is_said_so()
    {
        _story.Unlocks(Some.Ada).ShouldBeOfType<UnlockOutcome.NoSuchResource>();
        _story.Creates(Some.Ada);
        _story.Unlocks(Some.Ada).ShouldBeOfType<UnlockOutcome.WasFree>();
    }

    [Fact]
    public void A_button_for_a_lock_that_ended_shows_the_present_state()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Seen(_story.Lease.Id);
        _story.After(TimeSpan.FromHours(1)).Locks(Some.Ada, 1);
        _story.Unlocks(Some.Ada, seen: seen).ShouldBeOfType<UnlockOutcome.Stale>().Present.ShouldBe(_story.Now);
        _story.Lease.Holder.ShouldBe(Some.Ada);
    }

    [Fact]
    public void Pressing_twice_is_no_surprise()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Seen(_story.Lease.Id);
        _story.Unlocks(Some.Ada, seen: seen).ShouldBeOfType<UnlockOutcome.Unlocked>();
        _story.Unlocks(Some.Ada, seen: seen).ShouldBeOfType<UnlockOutcome.Unlocked>();
    }

    [Fact]
    public void A_button_for_a_lock_that_somebody_else_freed_does_not_claim_the_deed()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Seen(_story.Lease.Id);
        _story.Unlocks(Some.Bob, @override: true);
        _story.Unlocks(Some.Ada, seen: seen).ShouldBeOfType<UnlockOutcome.Stale>();
    }

    [Fact]
    public void A_button_for_an_extended_lock_that_ended_does_not_claim_the_deed()
    {
        _story.Locks(Some.Ada, 1);
        var seen = new Seen(_story.Lease.Id);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        _story.After(TimeSpan.FromHours(3)).Unlocks(Some.Ada, seen: seen).ShouldBeOfType<UnlockOutcome.Stale>();
    }

    [Fact]
    public void A_button_for_what_was_deleted_says_that_it_is_gone() =>
        _story.Unlocks(Some.Ada, seen: new(new("old"))).ShouldBe(new UnlockOutcome.Stale(null));

    [Fact]
    public void Extending_adds_to_the_end()
    {
        _story.Locks(Some.Ada, 2);
        var extended = _story.Extends(Some.Ada, TimeSpan.FromHours(1)).ShouldBeOfType<ExtendOutcome.Extended>();
        extended.Lease.Until.ShouldBe(Some.Noon.AddHours(3));
        extended.By.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Extending_is_for_the_holder_of_a_lock()
    {
        var hour = TimeSpan.FromHours(1);
        _story.Extends(Some.Ada, hour).ShouldBeOfType<ExtendOutcome.NoSuchResource>();
        _story.Creates(Some.Ada);
        _story.Extends(Some.Ada, hour).ShouldBeOfType<ExtendOutcome.WasFree>();
        _story.Locks(Some.Ada, 2);
        _story.Extends(Some.Bob, hour).ShouldBe(new ExtendOutcome.HeldBy(_story.Lease, Watching: false));
    }

    [Fact]
    public void Extending_reaches_the_maximum_itself()
    {
        _story.Locks(Some.Ada, 24);
        _story.Extends(Some.Ada, TimeSpan.FromDays(365)).ShouldBeOfType<ExtendOutcome.Extended>().Lease.Until.ShouldBe(Some.Noon + Some.Rules.MaxDuration);
    }

    [Fact]
    public void An_extend_button_of_a_resource_that_is_gone_says_so() =>
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), new Seen(new("gone"))).ShouldBe(new ExtendOutcome.Stale(null));

    [Fact]
    public void Extending_beyond_the_maximum_is_refused_and_the_end_stays()
    {
        _story.Locks(Some.Ada, 2);
        var lease = _story.Lease;
        _story.Extends(Some.Ada, TimeSpan.FromDays(366)).ShouldBe(new ExtendOutcome.TooLong(lease, Some.Rules.MaxDuration));
        _story.Extends(Some.Ada, TimeSpan.FromDays(36500)).ShouldBeOfType<ExtendOutcome.TooLong>();
        _story.Lease.ShouldBe(lease);
    }

    [Fact]
    public void An_extend_button_whose_end_has_changed_does_nothing()
    {
        _story.Locks(Some.Ada, 2);
        var seen = new Seen(_story.Lease.Id, _story.Lease.Until);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), seen).ShouldBeOfType<ExtendOutcome.Extended>();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), seen).ShouldBeOfType<ExtendOutcome.Stale>();
        _story.Lease.Until.ShouldBe(Some.Noon.AddHours(3));
    }

    [Fact]
    public void An_extend_button_for_another_lock_does_nothing()
    {
        _story.Locks(Some.Ada, 2);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1), new(new("old"))).ShouldBeOfType<ExtendOutcome.Stale>();
        _story.Lease.Until.ShouldBe(Some.Noon.AddHours(2));
    }
}
