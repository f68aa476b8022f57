using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Waiting;

/// <summary>Joining the line of a resource, changing one's wishes, and leaving.</summary>
public sealed class LineTests
{
    private readonly Story _story = new();

    [Fact]
    public void Those_who_join_stand_in_the_order_of_joining()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob, 1, "deploy").ShouldHave<Joined>().IsAgain.ShouldBeFalse();
        _story.Joins(Some.Cleo);
        _story.Line.ShouldBe([Some.Bob, Some.Cleo]);
        var bob = _story.Now!.Line.First.ShouldNotBeNull();
        (bob.Length, bob.Reason).ShouldBe((TimeSpan.FromHours(1), Reason.Of("deploy")));
    }

    [Fact]
    public void Joining_again_changes_length_and_reason_and_keeps_the_place()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob, 1, "deploy");
        _story.Joins(Some.Cleo);
        _story.Joins(Some.Bob, 3).ShouldHave<Joined>().IsAgain.ShouldBeTrue();
        _story.Joins(Some.Bob, reason: "demo");
        _story.Line.ShouldBe([Some.Bob, Some.Cleo]);
        var bob = _story.Now!.Line.First.ShouldNotBeNull();
        (bob.Length, bob.Reason).ShouldBe((TimeSpan.FromHours(3), Reason.Of("demo")));
    }

    [Fact]
    public void Joining_the_line_of_what_is_free_or_not_there_locks_it()
    {
        _story.Joins(Some.Bob, 1, "deploy").ShouldHave<Locked>().IsCreated.ShouldBeTrue();
        _story.Unlocks(Some.Bob);
        _story.Joins(Some.Cleo, 1, "deploy").ShouldHave<Locked>().Lease.Reason.ShouldBe(Reason.Of("deploy"));
    }

    [Fact]
    public void A_holder_cannot_join()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Ada).ShouldBeRefused<Refusal.AlreadyHolds>().Lease.ShouldBe(_story.Lease);
    }

    [Fact]
    public void A_hundred_wait_and_no_more()
    {
        _story.Locks(Some.Ada);
        for (var number = 0; number < Line.Max; number++)
            _story.Joins(new($"U{number}"));
        _story.Joins(Some.Bob).ShouldBeRefused<Refusal.LineIsFull>().Max.ShouldBe(100);
        _story.Joins(new("U7"), 1).ShouldHave<Joined>();
        _story.Now!.Line.Count.ShouldBe(100);
    }

    [Fact]
    public void A_length_beyond_the_maximum_or_in_the_past_is_refused()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob, hours: 24 * 367).ShouldBeRefused<Refusal.TooLong>();
        var past = new Join(Some.TestSite, new LockLength.Until(Some.Noon), Reason: null, Expected.Anything);
        _story.Does(Some.Bob, past).ShouldBeRefused<Refusal.EndHasPassed>();
        _story.Line.ShouldBeEmpty();
    }

    [Fact]
    public void A_join_button_that_was_drawn_for_another_lock_changes_nothing()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob, shown: new Expected.Lease(new("old"))).ShouldBeChanged(_story.Now);
        _story.Line.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Joining_by_a_button_that_shows_a_lock_or_a_turn_which_has_ended_locks_what_is_free(bool isTurn)
    {
        _story.Locks(Some.Ada);
        Expected shown = new Expected.Lease(_story.Lease.Id);
        if (isTurn)
            _story.Joins(Some.Cleo);
        _story.Unlocks(Some.Ada);
        if (isTurn)
            (shown, _) = (new Expected.Turn(_story.Turn.Wait), _story.Leaves(Some.Cleo));
        _story.Joins(Some.Bob, 1, "tests", shown).ShouldHave<Locked>().Lease.Reason.ShouldBe(Reason.Of("tests"));
        _story.Lease.Holder.ShouldBe(Some.Bob);
    }

    [Fact]
    public void A_join_button_of_what_is_gone_creates_nothing()
    {
        _story.Joins(Some.Bob, shown: new Expected.Lease(new("old"))).ShouldBeChanged(null);
        _story.Now.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, true, 1, "tests"), InlineData(true, false, 1, null)]
    [InlineData(false, true, 3, "tests"), InlineData(false, false, 3, null)]
    public void Joining_again_by_a_form_keeps_what_nobody_touched(
        bool keepsLength,
        bool keepsReason,
        int hours,
        string? reason
    )
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob, 1, "tests");
        var form = new Join(Some.TestSite, new LockLength.For(TimeSpan.FromHours(3)), null, Expected.Anything)
        {
            KeepsLength = keepsLength,
            KeepsReason = keepsReason,
        };
        var wait = _story.Does(Some.Bob, form).ShouldHave<Joined>().Wait;
        (wait.Length, wait.Reason?.Value).ShouldBe((TimeSpan.FromHours(hours), reason));
    }

    [Fact]
    public void A_form_that_nobody_touched_has_all_that_it_shows_for_one_who_does_not_wait_yet()
    {
        _story.Locks(Some.Ada);
        var form = new Join(Some.TestSite, new LockLength.For(TimeSpan.FromHours(3)), null, Expected.Anything)
        {
            KeepsLength = true,
        };
        _story.Does(Some.Bob, form).ShouldHave<Joined>().Wait.Length.ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public void A_holder_is_told_once_for_each_lock_that_somebody_waits()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Joins(Some.Bob, 3);
        _story.ToldOf<NoticeContent.Awaited>().ShouldBe([Some.Ada]);
        _story.Overrides(Some.Dora);
        _story.Joins(Some.Emil);
        _story.ToldOf<NoticeContent.Awaited>().ShouldBe([Some.Ada, Some.Dora]);
    }

    [Fact]
    public void A_renewal_is_the_same_lock_to_those_who_join()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Locks(Some.Ada, 3);
        _story.Joins(Some.Cleo);
        _story.ToldOf<NoticeContent.Awaited>().ShouldBe([Some.Ada]);
    }

    [Fact]
    public void The_first_in_line_is_told_when_the_end_moves_past_what_they_were_told_last()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        _story.Locks(Some.Ada, 1);
        _story.Extends(Some.Ada, TimeSpan.FromHours(2));
        _story.ToldOf<NoticeContent.Delayed>().ShouldBe([Some.Bob]);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        _story.ToldOf<NoticeContent.Delayed>().ShouldBe([Some.Bob, Some.Bob]);
    }

    [Fact]
    public void A_lock_that_got_shorter_delays_nobody()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Locks(Some.Ada, 1);
        _story.ToldOf<NoticeContent.Delayed>().ShouldBeEmpty();
    }

    [Fact]
    public void Leaving_ends_the_waiting_and_the_watching()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Watches(Some.Bob);
        _story.Leaves(Some.Bob).ShouldHave<Left>().Wait.ShouldNotBeNull();
        (_story.Now!.Line.Count, _story.Now.Watchers.Length).ShouldBe((0, 0));
        _story.Unlocks(Some.Ada);
        _story.Told.Select(notice => notice.Content).ShouldAllBe(news => news is NoticeContent.Awaited);
    }

    [Fact]
    public void Leaving_stops_a_watcher_who_does_not_wait()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Leaves(Some.Bob).ShouldHave<Left>().Wait.ShouldBeNull();
        _story.Now!.Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void A_leave_button_acts_on_the_place_that_it_was_drawn_for()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        var shown = _story.Now!.Line.First!.Id;
        _story.Leaves(Some.Bob, shown).ShouldHave<Left>();
        _story.Watches(Some.Bob);
        _story.Leaves(Some.Bob, shown).ShouldBeRefused<Refusal.NotInLine>();
        _story.Now!.Watchers.ShouldBe([Some.Bob]);
        _story.Joins(Some.Bob);
        _story.Leaves(Some.Bob, shown).ShouldBeChanged(_story.Now);
        _story.Line.ShouldBe([Some.Bob]);
    }

    [Fact]
    public void Leaving_where_one_does_not_wait_is_refused()
    {
        _story.Leaves(Some.Bob).ShouldBeRefused<Refusal.NoSuchResource>();
        _story.Locks(Some.Ada);
        _story.Leaves(Some.Bob).ShouldBeRefused<Refusal.NotInLine>();
    }

    [Fact]
    public void A_deactivated_person_waits_no_more_and_is_told_nothing()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Departs(Some.Bob).ShouldBeTrue();
        _story.Line.ShouldBe([Some.Cleo]);
        _story.Told.Select(notice => notice.To).ShouldBe([Some.Ada]);
    }

    [Fact]
    public void Those_in_line_are_told_that_a_resource_was_deleted()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);
        _story.Deletes(Some.Ada);
        _story.ToldOf<NoticeContent.Deleted>().ShouldBe([Some.Bob, Some.Cleo], ignoreOrder: true);
    }

    [Fact]
    public void The_expected_time_adds_up_the_lock_and_those_ahead()
    {
        _story.Locks(Some.Ada, 2);
        _story.Joins(Some.Bob, 1);
        _story.Joins(Some.Cleo);
        _story.Joins(Some.Dora);
        var (line, holding) = (_story.Now!.Line, _story.Now.Holding);
        line.All.Select(wait => line.ExpectedAt(wait, holding, Some.Rules, _story.Time))
            .ShouldBe([Some.Noon.AddHours(2), Some.Noon.AddHours(3), Some.Noon.AddHours(27)]);
        line.All.Select(line.PlaceOf).ShouldBe([1, 2, 3]);
    }
}
