using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>The same click or submission delivered again does its work once and is answered alike, also a while
/// later.</summary>
public sealed class SameRequestTwiceTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_lock() => AnsweredAlike(() => _story.Locks(Some.Ada, 2, "demo", "same"));

    [Fact]
    public void A_lock_of_what_was_free()
    {
        _story.Creates(Some.Bob);
        AnsweredAlike(() => _story.Locks(Some.Ada, 2, "demo", "same"));
    }

    [Fact]
    public void A_renewal()
    {
        _story.Locks(Some.Ada);
        AnsweredAlike(() => _story.Locks(Some.Ada, 2, request: "same"));
    }

    [Fact]
    public void A_takeover()
    {
        _story.Locks(Some.Ada);
        var seen = _story.Lease.Id;
        AnsweredAlike(() => _story.Overrides(Some.Bob, shown: seen, request: "same"));
    }

    [Fact]
    public void An_unlock()
    {
        _story.Locks(Some.Ada);
        var seen = new Expected.Lease(_story.Lease.Id);
        _story.Watches(Some.Cleo);
        AnsweredAlike(() => _story.Unlocks(Some.Ada, shown: seen, request: "same"));
    }

    [Fact]
    public void An_extension()
    {
        _story.Locks(Some.Ada);
        var seen = new Expected.Lease(_story.Lease.Id, _story.Lease.Until);
        AnsweredAlike(() => _story.Extends(Some.Ada, TimeSpan.FromHours(1), seen, "same"));
    }

    [Fact]
    public void Giving_back()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob);
        var seen = _story.Lease.Id;
        AnsweredAlike(() => _story.GivesBack(Some.Bob, seen, "same"));
    }

    [Fact]
    public void Creating() => AnsweredAlike(() => _story.Creates(Some.Ada, "same"));

    [Fact]
    public void A_request_from_before_anothers_change_gets_the_present_state()
    {
        _story.Locks(Some.Ada, request: "first");
        _story.Unlocks(Some.Ada);
        _story.Locks(Some.Bob);
        _story.Locks(Some.Ada, request: "first").ShouldBeRefused<Refusal.HeldBy>();
    }

    [Fact]
    public void A_lock_that_was_given_up_since()
    {
        var first = _story.Locks(Some.Ada, 2, "demo", "same").ShouldHave<Locked>();
        _story.Unlocks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Locks(Some.Ada, 2, "demo", "same").ShouldHave<Locked>().Lease.ShouldBe(first.Lease);
        Joins(Some.Ada, 2, "same").ShouldHave<Locked>().Lease.ShouldBe(first.Lease);
        _story.Now!.Lease.ShouldBeNull();
        _story.Locks(Some.Bob, 2, "demo", "same").ShouldHave<Locked>().Lease.Holder.ShouldBe(Some.Bob);
    }

    [Fact]
    public void Joining_the_line() => AnsweredAlikeLater(request => Joins(Some.Bob, 1, request));

    [Fact]
    public void Joining_the_line_that_was_left_since() =>
        AnsweredAlikeLater(request => Joins(Some.Bob, 1, request), () => _story.Leaves(Some.Bob));

    [Fact]
    public void Changing_what_is_wanted_in_a_line_that_was_left_since()
    {
        Joins(Some.Bob, 1, "first");
        AnsweredAlikeLater(request => Joins(Some.Bob, 2, request), () => _story.Leaves(Some.Bob));
        Joins(Some.Bob, 1, "first").ShouldHave<Joined>();
        _story.Line.ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Joining_anew_after_leaving_is_another_request()
    {
        Joins(Some.Bob, 1, "first");
        _story.Leaves(Some.Bob);
        Joins(Some.Bob, 2, "second").ShouldHave<Joined>().IsAgain.ShouldBeFalse();
        _story.Line.ShouldBe([Some.Bob]);
        Joins(Some.Cleo, 2, "first").ShouldHave<Joined>();
        _story.Line.ShouldBe([Some.Bob, Some.Cleo]);
    }

    [Fact]
    public void A_place_that_was_left_is_known_for_a_day()
    {
        Joins(Some.Bob, 1, "first");
        _story.Leaves(Some.Bob);
        _story.Unwatches(Some.Bob);
        _story.Now!.Stops.ShouldHaveSingleItem().Left.ShouldNotBeNull();
        _story.After(TimeSpan.FromDays(1)).Locks(Some.Cleo);
        _story.Joins(Some.Dora);
        _story.Leaves(Some.Dora);
        _story.Now!.Stops.ShouldHaveSingleItem().User.ShouldBe(Some.Dora);
    }

    [Fact]
    public void A_repeated_request_has_the_outcome_that_it_had()
    {
        var first = _story.Locks(Some.Ada, 2, request: "same").ShouldHave<Locked>();
        _story.After(TimeSpan.FromHours(1.9)).Wakes().ShouldBeTrue();
        _story.Locks(Some.Ada, 5, request: "same").ShouldHave<Locked>().ShouldBe(first);
    }

    [Fact]
    public void A_button_to_free_what_somebody_has_freed_by_typed_words_is_no_surprise()
    {
        _story.Locks(Some.Ada);
        var seen = new Expected.Lease(_story.Lease.Id);
        _story.Does(Some.Ada, new Unlock(Some.TestSite, IsOverride: false, Expected.Anything));
        _story.Unlocks(Some.Ada, shown: seen).ShouldHave<Unlocked>();
    }

    [Fact]
    public void What_is_a_day_old_is_dropped_at_the_next_change()
    {
        _story.Locks(Some.Ada, 48);
        _story.After(TimeSpan.FromHours(23)).Watches(Some.Bob);
        _story.Now!.Last.ShouldNotBeNull();
        _story.After(TimeSpan.FromHours(1)).Watches(Some.Cleo);
        _story.Now!.Last.ShouldBeNull();
    }

    [Fact]
    public void What_is_a_day_old_is_dropped_at_the_end_of_the_lock()
    {
        _story.Locks(Some.Ada, 25);
        _story.After(TimeSpan.FromHours(25)).Wakes();
        _story.Now!.Last.ShouldBeNull();
    }

    private Outcome Joins(UserId user, double hours, string request)
    {
        if (_story.Now is null)
            _story.Locks(Some.Ada, 48);
        var length = new LockLength.For(TimeSpan.FromHours(hours));
        return _story.Does(user, new Join(Some.TestSite, length, Reason.Of("tests"), Expected.Anything), request);
    }

    // Others, and perhaps the same person, do something else before it comes again.
    private void AnsweredAlikeLater(Func<string, Outcome> request, Action? since = null)
    {
        var first = request("same").ShouldHave<Joined>();
        since?.Invoke();
        _story.Joins(Some.Cleo);
        var (state, told) = (_story.Now, _story.Told.Count);
        var second = request("same").ShouldHave<Joined>();
        (second.Wait, second.IsAgain).ShouldBe((first.Wait, first.IsAgain));
        _story.Now.ShouldBeSameAs(state);
        _story.Told.Count.ShouldBe(told);
    }

    private void AnsweredAlike(Func<Outcome> request)
    {
        var first = request();
        var (state, told) = (_story.Now, _story.Told.Count);
        _story.After(TimeSpan.FromSeconds(3));
        var second = request();
        Alike.Are(second, first).ShouldBeTrue($"{first}, then {second}");
        _story.Now.ShouldBeSameAs(state);
        _story.Told.Count.ShouldBe(told);
    }
}
