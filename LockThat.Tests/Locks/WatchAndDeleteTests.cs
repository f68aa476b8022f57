using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

public sealed class WatchAndDeleteTests
{
    private readonly Story _story = new();

    [Fact]
    public void Watching_twice_is_watching_once()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob).ShouldHave<Watched>().Lease.ShouldBe(_story.Lease);
        var once = _story.Now;
        _story.Watches(Some.Bob).ShouldHave<Watched>();
        _story.Now.ShouldBeSameAs(once);
    }

    [Fact]
    public void There_is_nothing_to_wait_for_when_it_is_free_ones_own_or_gone()
    {
        _story.Watches(Some.Bob).ShouldBeChanged(null);
        _story.Creates(Some.Ada);
        _story.Watches(Some.Bob).ShouldBeChanged(_story.Now);
        _story.Locks(Some.Ada);
        _story.Watches(Some.Ada).ShouldBeChanged(_story.Now);
    }

    [Fact]
    public void A_watch_button_for_another_lock_shows_the_present_one()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob, new Expected.Lease(new("old"))).ShouldBeChanged(_story.Now);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void Who_stops_watching_is_not_told()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Unwatches(Some.Bob).ShouldHave<Unwatched>().Lease.ShouldBe(_story.Lease);
        _story.Unlocks(Some.Ada);
        _story.ToldOf<NoticeContent.Free>().ShouldBeEmpty();
    }

    [Fact]
    public void Stopping_works_whoever_holds_it_by_now()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Overrides(Some.Cleo);
        _story.Unwatches(Some.Bob).ShouldHave<Unwatched>().Lease.ShouldBe(_story.Lease);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void Deleting_what_is_free_removes_it()
    {
        _story.Creates(Some.Ada);
        _story.Deletes(Some.Bob).ShouldHave<Deleted>().Held.ShouldBeNull();
        _story.Now.ShouldBeNull();
        _story.Deletes(Some.Bob).ShouldBeRefused<Refusal.NoSuchResource>();
    }

    [Fact]
    public void Deleting_ones_own_lock_tells_the_watchers_that_it_is_gone()
    {
        _story.Locks(Some.Ada);
        var lease = _story.Lease;
        _story.Watches(Some.Bob);
        _story.Deletes(Some.Ada).ShouldHave<Deleted>().Held.ShouldBe(lease);
        _story.ToldOf<NoticeContent.Deleted>().ShouldBe([Some.Bob]);
    }

    [Fact]
    public void Deleting_what_another_holds_is_refused()
    {
        _story.Locks(Some.Ada);
        _story.Deletes(Some.Bob).ShouldBeHeldBy(_story.Lease);
        _story.Now.ShouldNotBeNull();
    }

    [Fact]
    public void A_delete_dialog_that_showed_another_state_changes_nothing()
    {
        _story.Creates(Some.Ada);
        _story.Locks(Some.Ada);
        _story.Deletes(Some.Ada, new Expected.Free()).ShouldBeRefused<Refusal.Changed>();
        _story.Now.ShouldNotBeNull();
    }

    [Fact]
    public void Creating_what_exists_is_refused_with_its_state()
    {
        _story.Creates(Some.Ada).ShouldHave<Created>().Origin.Name.ShouldBe(Some.TestSite);
        _story.Creates(Some.Bob).ShouldBe(new Outcome.Refused(new Refusal.Exists(), _story.Now));
    }

    [Fact]
    public void A_full_workspace_refuses_to_create() =>
        new Create(Some.TestSite)
            .Decide(null, Some.At(Some.Noon, 1000).By(Some.Ada, "r"))
            .Outcome.ShouldBe(new Outcome.Refused(new Refusal.TooMany(1000), null));
}
