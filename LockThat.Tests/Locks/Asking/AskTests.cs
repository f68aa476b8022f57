using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Asking;

/// <summary>Asking the holder, who hands it over or keeps it.</summary>
public sealed class AskTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_holder_is_told_who_asks_for_how_long_and_why()
    {
        _story.Locks(Some.Ada);
        var plea = _story.Asks(Some.Bob, 1, "deploy").ShouldHave<Asked>().Plea;
        (plea.Who, plea.Length, plea.Message).ShouldBe((Some.Bob, TimeSpan.FromHours(1), Reason.Of("deploy")));
        _story.ToldOf<NoticeContent.Asked>().ShouldBe([Some.Ada]);
        _story.Last<NoticeContent.Asked>().ShouldBe(new(_story.Lease, plea, Waiting: 0));
    }

    [Fact]
    public void Asking_again_within_five_minutes_changes_the_words_and_sends_nothing()
    {
        _story.Locks(Some.Ada);
        var first = _story.Asks(Some.Bob, 1, "deploy").ShouldHave<Asked>().Plea;
        var again = _story.After(TimeSpan.FromMinutes(4)).Asks(Some.Bob, 2, "demo").ShouldHave<Asked>().Plea;
        (again.Id, again.Length, again.Message).ShouldBe((first.Id, TimeSpan.FromHours(2), Reason.Of("demo")));
        _story.ToldOf<NoticeContent.Asked>().Count().ShouldBe(1);
        _story.After(TimeSpan.FromMinutes(1)).Asks(Some.Bob);
        _story.ToldOf<NoticeContent.Asked>().Count().ShouldBe(2);
    }

    [Fact]
    public void Nobody_hands_over_for_other_words_than_they_read()
    {
        _story.Locks(Some.Ada);
        var read = _story.Asks(Some.Bob, 1, "deploy").ShouldHave<Asked>().Plea;
        var changed = _story.After(TimeSpan.FromMinutes(1)).Asks(Some.Bob, 2, "demo").ShouldHave<Asked>().Plea;
        _story.HandsOver(Some.Ada, read.Id, read.At).ShouldBeChanged(_story.Now);
        _story.HandsOver(Some.Ada, changed.Id, changed.At).ShouldHave<HandedOver>();
    }

    [Fact]
    public void Asking_again_in_the_same_words_leaves_the_button_as_it_is()
    {
        _story.Locks(Some.Ada);
        var read = _story.Asks(Some.Bob, 1, "deploy").ShouldHave<Asked>().Plea;
        _story.After(TimeSpan.FromMinutes(1)).Asks(Some.Bob, 1, "deploy");
        _story.HandsOver(Some.Ada, read.Id, read.At).ShouldHave<HandedOver>();
    }

    [Fact]
    public void Asking_for_what_nobody_holds_locks_it()
    {
        _story.Creates(Some.Ada);
        var lease = _story.Asks(Some.Bob, 1, "deploy").ShouldHave<Locked>().Lease;
        (lease.Holder, lease.Reason).ShouldBe((Some.Bob, Reason.Of("deploy")));
    }

    [Fact]
    public void Asking_in_a_form_that_shows_a_lock_which_has_ended_locks_what_is_free()
    {
        _story.Locks(Some.Ada);
        var shown = new Expected.Lease(_story.Lease.Id);
        _story.Unlocks(Some.Ada);
        _story.Asks(Some.Bob, 1, "deploy", shown).ShouldHave<Locked>().Lease.Holder.ShouldBe(Some.Bob);
    }

    [Fact]
    public void Asking_for_ones_own_lock_or_for_what_is_not_there_is_refused()
    {
        _story.Asks(Some.Ada).ShouldBeRefused<Refusal.NoSuchResource>();
        _story.Locks(Some.Ada);
        _story.Asks(Some.Ada).ShouldBeRefused<Refusal.AlreadyHolds>().Lease.ShouldBe(_story.Lease);
    }

    [Fact]
    public void A_wish_that_is_too_long_or_over_or_for_another_lock_is_refused()
    {
        _story.Locks(Some.Ada);
        _story.Asks(Some.Bob, hours: 24 * 367).ShouldBeRefused<Refusal.TooLong>();
        var past = new Ask(Some.TestSite, new LockLength.Until(Some.Noon), Message: null, Expected.Anything);
        _story.Does(Some.Bob, past).ShouldBeRefused<Refusal.EndHasPassed>();
        _story.Asks(Some.Bob, shown: new Expected.Lease(new("old"))).ShouldBeRefused<Refusal.Changed>();
        _story.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Handing_over_gives_the_lock_for_the_length_asked_for_ahead_of_the_line()
    {
        var plea = BobAsks(2, "deploy");
        _story.Joins(Some.Cleo);
        _story.Joins(Some.Bob);
        var handed = _story.HandsOver(Some.Ada, plea).ShouldHave<HandedOver>();
        (handed.Lease.Holder, handed.Lease.Until, handed.Lease.Reason).ShouldBe(
            (Some.Bob, _story.Time.AddHours(2), Reason.Of("deploy"))
        );
        _story.Line.ShouldBe([Some.Cleo]);
        _story.ToldOf<NoticeContent.HandedOver>().ShouldBe([Some.Bob]);
        _story.ToldOf<NoticeContent.HandedPast>().ShouldBe([Some.Cleo]);
    }

    [Fact]
    public void Handing_over_without_a_length_is_for_the_default_length_and_never_beyond_the_maximum()
    {
        var plea = BobAsks();
        _story.HandsOver(Some.Ada, plea);
        _story.Lease.Until.ShouldBe(_story.Time.AddDays(1));
    }

    [Fact]
    public void A_lock_that_was_handed_over_is_the_askers_and_they_watch_it_no_more()
    {
        var plea = BobAsks();
        _story.Watches(Some.Bob);
        _story.Watches(Some.Cleo);
        _story.HandsOver(Some.Ada, plea);
        _story.Now!.Watchers.ShouldBe([Some.Cleo]);
        _story.ToldOf<NoticeContent.Free>().ShouldBeEmpty();
    }

    [Fact]
    public void Who_still_needs_it_keeps_it_and_the_asker_is_told()
    {
        var plea = BobAsks();
        _story.Keeps(Some.Ada, plea, "an hour more").ShouldHave<Kept>().Asker.ShouldBe(Some.Bob);
        _story.Lease.Holder.ShouldBe(Some.Ada);
        _story.ToldOf<NoticeContent.Kept>().ShouldBe([Some.Bob]);
        _story.Last<NoticeContent.Kept>().Answer.ShouldBe(Reason.Of("an hour more"));
    }

    [Fact]
    public void An_ask_is_answered_once()
    {
        var plea = BobAsks();
        _story.Keeps(Some.Ada, plea);
        _story.Keeps(Some.Ada, plea).ShouldBeChanged(_story.Now);
        _story.HandsOver(Some.Ada, plea).ShouldBeChanged(_story.Now);
    }

    [Fact]
    public void Asking_again_within_five_minutes_sends_nothing_after_an_answer_either()
    {
        var answered = BobAsks(1, "deploy");
        _story.Keeps(Some.Ada, answered);
        var again = _story.After(TimeSpan.FromMinutes(4)).Asks(Some.Bob, 2, "demo").ShouldHave<Asked>();
        (again.IsTold, again.Plea.IsAnswered, again.Plea.Message).ShouldBe((false, true, Reason.Of("demo")));
        _story.ToldOf<NoticeContent.Asked>().Count().ShouldBe(1);
        _story.HandsOver(Some.Ada, answered).ShouldBeChanged(_story.Now);
        _story.Asks(Some.Cleo).ShouldHave<Asked>().IsTold.ShouldBeTrue();
    }

    [Fact]
    public void Five_minutes_after_an_ask_that_was_answered_a_new_one_can_be_answered()
    {
        var answered = BobAsks();
        _story.After(TimeSpan.FromMinutes(1)).Keeps(Some.Ada, answered);
        var anew = _story.After(TimeSpan.FromMinutes(4)).Asks(Some.Bob, 2, "demo").ShouldHave<Asked>();
        (anew.IsTold, anew.Plea.IsAnswered).ShouldBe((true, false));
        _story.HandsOver(Some.Ada, answered).ShouldBeChanged(_story.Now);
        _story.HandsOver(Some.Ada, anew.Plea.Id).ShouldHave<HandedOver>();
    }

    [Fact]
    public void An_answered_ask_is_forgotten_when_it_holds_nobody_back_any_more()
    {
        _story.Keeps(Some.Ada, BobAsks());
        Pleas.ShouldHaveSingleItem().IsAnswered.ShouldBeTrue();
        _story.After(Plea.Rests).Asks(Some.Cleo);
        Pleas.ShouldHaveSingleItem().Who.ShouldBe(Some.Cleo);
    }

    [Fact]
    public void An_ask_ends_with_its_lock()
    {
        var plea = BobAsks();
        _story.Unlocks(Some.Ada);
        _story.HandsOver(Some.Ada, plea).ShouldBeChanged(_story.Now);
        _story.Locks(Some.Ada);
        _story.HandsOver(Some.Ada, plea).ShouldBeChanged(_story.Now);
        _story.Keeps(Some.Ada, plea).ShouldBeChanged(_story.Now);
    }

    [Fact]
    public void A_renewal_and_an_extension_keep_the_asks()
    {
        var plea = BobAsks();
        _story.Locks(Some.Ada, 3);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        _story.HandsOver(Some.Ada, plea).ShouldHave<HandedOver>();
    }

    [Fact]
    public void Only_the_holder_answers()
    {
        var plea = BobAsks();
        _story.HandsOver(Some.Bob, plea).ShouldBeChanged(_story.Now);
        _story.Keeps(Some.Cleo, plea).ShouldBeChanged(_story.Now);
        _story.Lease.Holder.ShouldBe(Some.Ada);
    }

    [Fact]
    public void A_deactivated_person_asks_no_more()
    {
        var plea = BobAsks();
        _story.Departs(Some.Bob).ShouldBeTrue();
        _story.HandsOver(Some.Ada, plea).ShouldBeChanged(_story.Now);
    }

    [Fact]
    public void Of_very_many_asks_the_newest_stay()
    {
        _story.Locks(Some.Ada);
        for (var number = 0; number <= Plea.Max; number++)
            _story.Asks(new($"U{number}"));
        Pleas
            .Select(plea => plea.Who)
            .ShouldBe(Enumerable.Range(1, Plea.Max).Select(at => (Actor)new UserId($"U{at}")));
    }

    private ImmutableArray<Plea> Pleas => _story.Now!.Holding.ShouldBeOfType<Holding.Held>().Pleas;

    private PleaId BobAsks(double? hours = null, string? message = null)
    {
        _story.Locks(Some.Ada);
        return _story.Asks(Some.Bob, hours, message).ShouldHave<Asked>().Plea.Id;
    }
}
