using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

public sealed class OverrideTests
{
    private readonly Story _story = new();

    [Fact]
    public void Override_takes_over_and_tells_the_former_holder_once()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lost = _story.Lease;
        var taken = _story.Overrides(Some.Bob).ShouldHave<TakenOver>();
        taken.Former.ShouldBe(lost);
        taken.Lease.Holder.ShouldBe(Some.Bob);
        _story
            .Told.ShouldHaveSingleItem()
            .ShouldBe(
                new Notice(
                    Some.Acme,
                    Some.Ada,
                    Some.TestSite,
                    Some.Noon,
                    new NoticeContent.TakenOver(lost, taken.Lease)
                )
                {
                    ResourceId = _story.Now?.Id,
                }
            );
    }

    [Fact]
    public void Override_of_what_is_free_is_a_plain_lock()
    {
        _story.Overrides(Some.Bob).ShouldHave<Locked>();
        _story.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Override_of_ones_own_lock_renews_it()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Ada, 3).ShouldHave<Renewed>();
    }

    [Fact]
    public void Watchers_stay_on_the_new_lock_but_not_who_took_it()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);
        _story.Overrides(Some.Bob);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBe([Some.Cleo]);
        _story.ToldOf<NoticeContent.Free>().ShouldBeEmpty();
    }

    [Fact]
    public void An_override_form_drawn_for_another_lock_changes_nothing()
    {
        _story.Locks(Some.Ada);
        var seen = _story.Lease.Id;
        _story.Unlocks(Some.Ada);
        _story.Locks(Some.Cleo);
        _story.Overrides(Some.Bob, shown: seen).ShouldBeChanged(_story.Now);
        _story.Lease.Holder.ShouldBe(Some.Cleo);
    }

    [Fact]
    public void An_override_form_for_a_lock_that_has_ended_changes_nothing_and_still_tells_its_watcher()
    {
        _story.Locks(Some.Ada, 1);
        var seen = _story.Lease.Id;
        _story.Watches(Some.Bob);
        _story.After(TimeSpan.FromHours(1)).Overrides(Some.Bob, shown: seen).ShouldBeRefused<Refusal.Changed>();
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void Giving_back_restores_holder_end_and_reason_and_tells_them()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var lost = _story.Lease;
        _story.Overrides(Some.Bob);
        _story.GivesBack(Some.Bob, _story.Lease.Id).ShouldHave<GivenBack>().Lease.ShouldBe(lost);
        _story.Lease.ShouldBe(lost);
        _story.ToldOf<NoticeContent.GivenBack>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void Giving_back_twice_is_no_surprise()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob);
        var seen = _story.Lease.Id;
        var first = _story.GivesBack(Some.Bob, seen);
        Alike.Are(_story.GivesBack(Some.Bob, seen), first).ShouldBeTrue();
    }

    [Fact]
    public void Giving_back_after_the_former_end_frees_it_and_tells_the_watchers()
    {
        _story.Locks(Some.Ada, 1);
        _story.Overrides(Some.Bob, 5);
        _story.Watches(Some.Cleo);
        _story.After(TimeSpan.FromHours(1)).GivesBack(Some.Bob, _story.Lease.Id).ShouldHave<GivenBack>();
        _story.Now.ShouldNotBeNull().Lease.ShouldBeNull();
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Cleo]);
        _story
            .Told.Select(notice => notice.Content)
            .OfType<NoticeContent.GivenBack>()
            .ShouldHaveSingleItem()
            .EndHasPassed.ShouldBeTrue();
    }

    [Fact]
    public void Who_gets_a_lock_back_does_not_watch_it_any_more()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob);
        _story.Watches(Some.Ada);
        _story.GivesBack(Some.Bob, _story.Lease.Id);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void A_reminder_that_is_due_after_a_lock_was_given_back_still_comes()
    {
        _story.Locks(Some.Ada, 2);
        _story.Overrides(Some.Bob);
        _story.GivesBack(Some.Bob, _story.Lease.Id);
        _story.Lease.RemindAt.ShouldBe(Some.Noon.AddMinutes(105));
    }

    [Fact]
    public void Who_was_reminded_before_is_not_reminded_of_what_they_get_back_though_the_setting_has_changed()
    {
        _story.Locks(Some.Ada, 2);
        _story.After(TimeSpan.FromMinutes(105)).Wakes();
        _story.Overrides(Some.Bob);
        var sooner = Some.Rules with { RemindBefore = TimeSpan.FromMinutes(5) };
        var later = new GiveBack(Some.TestSite, _story.Lease.Id).Decide(
            _story.Now,
            Some.At(_story.Time).By(Some.Bob, "back", sooner)
        );
        later.Outcome.ShouldHave<GivenBack>().Lease.RemindAt.ShouldBeNull();
    }

    [Fact]
    public void Only_who_took_it_over_can_give_it_back_and_only_that_lock()
    {
        _story.Locks(Some.Ada);
        var first = _story.Lease.Id;
        _story.GivesBack(Some.Ada, first).ShouldBeRefused<Refusal.Changed>();
        _story.Overrides(Some.Bob);
        _story.GivesBack(Some.Cleo, _story.Lease.Id).ShouldBeRefused<Refusal.Changed>();
        _story.GivesBack(Some.Bob, first).ShouldBeRefused<Refusal.Changed>();
        _story.Lease.Holder.ShouldBe(Some.Bob);
    }
}
