using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

public sealed class LockTests
{
    private readonly Story _story = new();

    [Fact]
    public void Locking_what_does_not_exist_creates_it_and_says_so()
    {
        var locked = _story.Locks(Some.Ada, 2, "demo").ShouldHave<Locked>();
        locked.IsCreated.ShouldBeTrue();
        locked.Lease.Holder.ShouldBe(Some.Ada);
        locked.Lease.Since.ShouldBe(Some.Noon);
        locked.Lease.Until.ShouldBe(Some.Noon.AddHours(2));
        locked.Lease.Reason.ShouldBe(Reason.Of("demo"));
    }

    [Fact]
    public void Locking_a_free_resource_does_not_create_it()
    {
        _story.Creates(Some.Bob);
        _story.Locks(Some.Ada).ShouldHave<Locked>().IsCreated.ShouldBeFalse();
    }

    [Fact]
    public void A_lock_with_no_length_gets_the_default()
    {
        _story.Does(Some.Ada, Some.For(new LockLength.Unsaid()));
        _story.Lease.Until.ShouldBe(Some.Noon + Some.Rules.DefaultDuration);
    }

    [Fact]
    public void The_default_length_is_never_longer_than_the_maximum() =>
        (Some.Rules with { MaxDuration = TimeSpan.FromHours(1) })
            .EndOf(new LockLength.Unsaid(), Some.Noon)
            .ShouldBe(Some.Noon.AddHours(1));

    [Fact]
    public void A_lock_up_to_a_moment_ends_then()
    {
        _story.Does(Some.Ada, Some.For(new LockLength.Until(Some.Noon.AddMinutes(7))));
        _story.Lease.Until.ShouldBe(Some.Noon.AddMinutes(7));
    }

    [Fact]
    public void An_end_that_is_not_in_the_future_is_refused_and_creates_nothing()
    {
        _story.Does(Some.Ada, Some.For(new LockLength.Until(Some.Noon))).ShouldBeRefused<Refusal.EndHasPassed>();
        _story.Now.ShouldBeNull();
    }

    [Theory]
    [InlineData(366, true)]
    [InlineData(366.001, false)]
    [InlineData(36500, false)]
    public void No_end_is_later_than_the_maximum_allows(double days, bool isAllowed)
    {
        _story.Locks(Some.Ada, days * 24);
        (_story.Now is not null).ShouldBe(isAllowed);
    }

    [Fact]
    public void A_form_for_a_new_resource_takes_none_that_exists()
    {
        _story
            .Does(Some.Ada, Some.For(new LockLength.Unsaid(), expected: new Expected.New()))
            .ShouldHave<Locked>()
            .IsCreated.ShouldBeTrue();
        _story
            .Does(Some.Bob, Some.For(new LockLength.Unsaid(), expected: new Expected.New()))
            .ShouldBeChanged(_story.Now);
        _story.Lease.Holder.ShouldBe(Some.Ada);
    }

    [Fact]
    public void A_form_for_a_resource_that_is_gone_creates_none()
    {
        _story
            .Does(Some.Ada, Some.For(new LockLength.Unsaid(), expected: new Expected.Existing()))
            .ShouldBeChanged(null);
        _story.Overrides(Some.Ada, shown: new LeaseId("gone")).ShouldBeChanged(null);
        _story.Now.ShouldBeNull();
        _story.Creates(Some.Ada);
        _story
            .Does(Some.Ada, Some.For(new LockLength.Unsaid(), expected: new Expected.Existing()))
            .ShouldHave<Locked>();
    }

    [Fact]
    public void A_reminder_whose_moment_has_come_is_not_set()
    {
        var (noon, end) = (Some.Noon, Some.Noon.AddHours(2));
        Some.Rules.RemindAt(noon, end, end.AddMinutes(-15)).ShouldBeNull();
        Some.Rules.RemindAt(noon, end, end.AddMinutes(-15).AddMilliseconds(-1)).ShouldBe(end.AddMinutes(-15));
    }

    [Fact]
    public void A_moment_beyond_the_maximum_is_refused() =>
        _story
            .Does(Some.Ada, Some.For(new LockLength.Until(Some.Noon.AddDays(367))))
            .ShouldBeRefused<Refusal.TooLong>()
            .Max.ShouldBe(Some.Rules.MaxDuration);

    [Fact]
    public void What_another_holds_is_refused_with_their_lock()
    {
        _story.Locks(Some.Ada, 2, "demo");
        _story.Locks(Some.Bob).ShouldBeHeldBy(_story.Lease);
        _story.Lease.Holder.ShouldBe(Some.Ada);
    }

    [Fact]
    public void A_refusal_knows_that_the_asker_watches_already()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Locks(Some.Bob).ShouldBeRefused<Refusal.HeldBy>().IsWatched.ShouldBeTrue();
    }

    [Fact]
    public void A_lock_past_its_end_holds_nobody_back_though_nothing_woke_it()
    {
        _story.Locks(Some.Ada, 2);
        _story.After(TimeSpan.FromHours(2)).Locks(Some.Bob).ShouldHave<Locked>().Lease.Holder.ShouldBe(Some.Bob);
        _story.ToldOf<NoticeContent.Ended>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void A_millisecond_before_its_end_a_lock_still_holds()
    {
        _story.Locks(Some.Ada, 2);
        _story
            .After(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1))
            .Locks(Some.Bob)
            .ShouldBeRefused<Refusal.HeldBy>();
    }

    [Fact]
    public void Renewing_moves_the_end_and_keeps_the_start_and_the_lease()
    {
        _story.Locks(Some.Ada, 2, "demo");
        var before = _story.Lease;
        var renewed = _story.After(TimeSpan.FromHours(1)).Locks(Some.Ada, 3).ShouldHave<Renewed>();
        renewed.Before.ShouldBe(before);
        renewed.Lease.Until.ShouldBe(Some.Noon.AddHours(4));
        (renewed.Lease.Id, renewed.Lease.Since).ShouldBe((before.Id, before.Since));
    }

    [Theory]
    [InlineData(null, "demo")]
    [InlineData("release", "release")]
    public void Renewing_keeps_the_reason_unless_there_is_a_new_one(string? said, string kept)
    {
        _story.Locks(Some.Ada, 2, "demo");
        _story.Locks(Some.Ada, 2, said);
        _story.Lease.Reason.ShouldBe(Reason.Of(kept));
    }

    [Fact]
    public void A_full_workspace_refuses_a_new_resource_but_locks_those_it_has()
    {
        var full = Some.At(Some.Noon, Some.Rules.MaxResources);
        Some.For(TimeSpan.FromHours(1))
            .Decide(null, full.By(Some.Ada, "r"))
            .Outcome.ShouldBe(new Outcome.Refused(new Refusal.TooMany(1000), null));
        _story.Creates(Some.Bob);
        Some.For(TimeSpan.FromHours(1)).Decide(_story.Now, full.By(Some.Ada, "r")).Outcome.ShouldHave<Locked>();
    }

    [Fact]
    public void The_first_spelling_stays()
    {
        _story.Creates(Some.Ada);
        var loud = Some.For(TimeSpan.FromHours(1)) with { Name = ResourceName.Of("TEST-SITE") };
        var shouted = loud.Decide(_story.Now, Some.At(Some.Noon).By(Some.Ada, "r"));
        shouted.Next.Only.ShouldNotBeNull().Name.Display.ShouldBe("test-site");
    }
}
