using LockThat.App.Locks;
using LockThat.Tests.Locks.Waiting;

namespace LockThat.Tests.Locks;

/// <summary>A message that had to wait is true when it is delivered, or is not delivered.</summary>
public sealed class TellingTests
{
    private readonly Story _story = new();

    [Fact]
    public void Free_is_told_as_long_as_it_is_free()
    {
        var free = AdaWaited();
        Now(free).ShouldBe(new Telling.AsItWas(free.Content));
    }

    [Fact]
    public void A_watcher_for_whom_another_was_faster_watches_on()
    {
        var free = AdaWaited();
        _story.After(Seconds).Locks(Some.Cleo);
        Now(free).ShouldBeOfType<Telling.NextTime>();
        WatchOn(free).ShouldBeOfType<Telling.NextTime>();
        _story.Unlocks(Some.Cleo);
        _story.ToldOf<NoticeContent.Free>().ShouldBe([Some.Ada, Some.Ada]);
    }

    [Fact]
    public void Free_is_not_told_of_what_was_deleted_and_created_again()
    {
        var free = AdaWaited();
        _story.After(Seconds).Deletes(Some.Bob);
        _story.After(Seconds).Locks(Some.Bob);
        Now(free).ShouldBeOfType<Telling.Nothing>();
        Now(free with { ResourceId = null }).ShouldBeOfType<Telling.NextTime>();
    }

    [Fact]
    public void A_watcher_whose_chance_comes_back_at_that_very_moment_is_told()
    {
        var free = AdaWaited();
        _story.After(Seconds).Locks(Some.Cleo);
        Now(free).ShouldBeOfType<Telling.NextTime>();
        _story.Unlocks(Some.Cleo);
        WatchOn(free).ShouldBe(new Telling.AsItWas(free.Content));
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void A_watcher_who_has_it_is_not_told_that_it_is_free()
    {
        var free = AdaWaited();
        _story.After(Seconds).Locks(Some.Ada);
        Now(free).ShouldBeOfType<Telling.Nothing>();
        WatchOn(free).ShouldBeOfType<Telling.Nothing>();
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void A_watcher_who_has_stopped_since_does_not_watch_on()
    {
        var free = AdaWaited();
        _story.After(Seconds).Locks(Some.Cleo);
        _story.After(Seconds).Unwatches(Some.Ada);
        WatchOn(free);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBeEmpty();
    }

    [Fact]
    public void A_watcher_who_had_stopped_before_that_watches_on()
    {
        _story.Locks(Some.Bob);
        _story.Watches(Some.Ada);
        _story.Unwatches(Some.Ada);
        _story.After(Seconds);
        var free = AdaWaited();
        _story.After(Seconds).Locks(Some.Cleo);
        WatchOn(free);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBe([Some.Ada]);
    }

    [Fact]
    public void A_watcher_of_the_new_lock_does_not_watch_it_twice()
    {
        var free = AdaWaited();
        _story.After(Seconds).Locks(Some.Cleo);
        _story.Watches(Some.Ada);
        WatchOn(free);
        _story.Now.ShouldNotBeNull().Watchers.ShouldBe([Some.Ada]);
    }

    [Fact]
    public void What_was_deleted_is_not_free()
    {
        var free = AdaWaited();
        _story.Deletes(Some.Cleo);
        Now(free).ShouldBe(new Telling.Since(free.Content, null));
    }

    [Fact]
    public void A_reminder_is_told_as_long_as_the_lock_has_that_end()
    {
        var soon = AdaIsReminded();
        Now(soon).ShouldBe(new Telling.AsItWas(new NoticeContent.EndsSoon(_story.Lease)));
    }

    [Fact]
    public void A_reminder_of_a_lock_that_was_extended_is_not_told()
    {
        var soon = AdaIsReminded();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        Now(soon).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_reminder_of_a_lock_that_was_given_up_lost_or_has_ended_is_not_told()
    {
        var soon = AdaIsReminded();
        soon.ToTell(null, _story.Time).ShouldBeOfType<Telling.Nothing>();
        soon.ToTell(_story.Now, _story.Time.AddHours(1)).ShouldBeOfType<Telling.Nothing>();
        _story.Overrides(Some.Bob);
        Now(soon).ShouldBeOfType<Telling.Nothing>();
        _story.Unlocks(Some.Bob);
        Now(soon).ShouldBeOfType<Telling.Nothing>();
        _story.Locks(Some.Ada);
        Now(soon).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void An_end_is_not_told_to_a_person_who_has_the_resource_again()
    {
        var ended = AdaLost(() => _story.After(TimeSpan.FromHours(3)).Wakes());
        Now(ended).ShouldBe(new Telling.AsItWas(ended.Content));
        _story.Locks(Some.Ada);
        Now(ended).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void An_end_that_was_stored_late_is_as_old_as_its_storing() =>
        AdaLost(() => _story.After(TimeSpan.FromDays(3)).Wakes()).At.ShouldBe(_story.Time);

    [Fact]
    public void An_end_is_told_with_who_has_it_by_then()
    {
        var ended = AdaLost(() => _story.After(TimeSpan.FromHours(3)).Wakes());
        _story.Locks(Some.Bob);
        Now(ended).ShouldBe(new Telling.Since(ended.Content, _story.Now));
        _story.Deletes(Some.Bob);
        Now(ended).ShouldBe(new Telling.Since(ended.Content, null));
    }

    [Fact]
    public void A_lock_that_another_freed_is_told_with_who_has_it_by_then()
    {
        var freed = AdaLost(() => _story.Unlocks(Some.Bob, isOverride: true));
        Now(freed).ShouldBe(new Telling.AsItWas(freed.Content));
        _story.Locks(Some.Cleo);
        Now(freed).ShouldBe(new Telling.Since(freed.Content, _story.Now));
        _story.Overrides(Some.Ada);
        Now(freed).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_take_over_is_told_with_the_lock_that_stands()
    {
        var taken = AdaLost(() => _story.Overrides(Some.Bob));
        _story.Extends(Some.Bob, TimeSpan.FromHours(1));
        Now(taken)
            .ShouldBeOfType<Telling.AsItWas>()
            .News.ShouldBeOfType<NoticeContent.TakenOver>()
            .By.ShouldBe(_story.Lease);
        _story.Unlocks(Some.Bob);
        Now(taken).ShouldBe(new Telling.Since(taken.Content, _story.Now));
        _story.Locks(Some.Cleo);
        Now(taken).ShouldBe(new Telling.Since(taken.Content, _story.Now));
        taken.ToTell(null, _story.Time).ShouldBe(new Telling.Since(taken.Content, null));
        _story.Overrides(Some.Ada);
        Now(taken).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_lock_that_came_back_is_told_as_long_as_it_stands()
    {
        AdaLost(() => _story.Overrides(Some.Bob));
        _story.GivesBack(Some.Bob, _story.Lease.Id);
        var back = Last<NoticeContent.GivenBack>();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        Now(back)
            .ShouldBe(new Telling.AsItWas(new NoticeContent.GivenBack(_story.Lease, Some.Bob, EndHasPassed: false)));
        _story.Unlocks(Some.Ada);
        Now(back).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_lock_that_came_back_too_late_is_told_with_who_has_it_by_then()
    {
        _story.Locks(Some.Ada, hours: 1);
        _story.Overrides(Some.Bob, hours: 9);
        _story.After(TimeSpan.FromHours(2)).GivesBack(Some.Bob, _story.Lease.Id);
        var back = Last<NoticeContent.GivenBack>();
        Now(back).ShouldBe(new Telling.AsItWas(back.Content));
        _story.Locks(Some.Cleo);
        Now(back).ShouldBe(new Telling.Since(back.Content, _story.Now));
    }

    [Fact]
    public void What_was_created_anew_is_not_gone()
    {
        _story.Locks(Some.Bob);
        _story.Watches(Some.Ada);
        _story.Deletes(Some.Bob);
        var deleted = Last<NoticeContent.Deleted>();
        Now(deleted).ShouldBe(new Telling.AsItWas(deleted.Content));
        _story.Creates(Some.Bob);
        Now(deleted).ShouldBe(new Telling.Since(deleted.Content, _story.Now));
        _story.Locks(Some.Ada);
        Now(deleted).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void Whatever_happens_nothing_is_told_that_is_not_so() =>
        Acts.Stories(acts =>
        {
            var play = new Play();
            foreach (var act in acts)
            {
                play.Does(act);
                var (now, time) = (play.Story.Now?.At(play.Story.Time), play.Story.Time);
                foreach (var notice in play.Story.Told)
                    IsSo(notice, notice.ToTell(play.Story.Now, time), now).ShouldBeTrue($"{notice} of {now}");
            }
        });

    private static bool IsSo(Notice notice, Telling telling, Resource? now) =>
        telling switch
        {
            Telling.AsItWas(NoticeContent.EndsSoon(var lease, var waiting)) => now?.Lease == lease
                && now.Line.Count == waiting
                && notice.To.Is(lease.Holder),
            Telling.AsItWas(NoticeContent.GivenBack(var lease, _, false)) => now?.Lease == lease
                && notice.To.Is(lease.Holder),
            Telling.AsItWas(NoticeContent.TakenOver(_, var by)) => now?.Lease == by && !notice.To.Is(by.Holder),
            Telling.AsItWas(NoticeContent.Deleted) => now is null,
            Telling.AsItWas(NoticeContent.Ended or NoticeContent.FreedByOther or NoticeContent.GivenBack) => now
                is { IsFree: true },
            Telling.AsItWas(NoticeContent.Free) => now is { IsFree: true },
            Telling.AsItWas(var news) => LineTellings.IsSo(notice.To, news, now),
            Telling.NextTime => now is { IsFree: false } && !notice.To.Is(now.Lease?.Holder),
            Telling.Since(_, var present) => present == now && !notice.To.Is(now?.Lease?.Holder),
            _ => true,
        };

    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(7);

    private Telling Now(Notice notice) => notice.ToTell(_story.Now, _story.Time);

    private Telling WatchOn(Notice notice)
    {
        var told = _story.Told.Count;
        var outcome = _story.Does(new(notice.To.Address), new WatchOn(notice.Resource, notice.At));
        _story.Told.Count.ShouldBe(told);
        return outcome is Outcome.Refused(_, var present)
            ? notice.ToTell(present, _story.Time)
            : new Telling.NextTime();
    }

    /// <summary>Bob gives up what Ada waits for, and she is to be told.</summary>
    private Notice AdaWaited()
    {
        _story.Locks(Some.Bob);
        _story.Watches(Some.Ada);
        _story.Unlocks(Some.Bob);
        return Last<NoticeContent.Free>();
    }

    private Notice AdaIsReminded()
    {
        _story.Locks(Some.Ada);
        _story.After(TimeSpan.FromMinutes(110)).Wakes();
        return Last<NoticeContent.EndsSoon>();
    }

    private Notice AdaLost(Action loses)
    {
        _story.Locks(Some.Ada);
        loses();
        return _story.Told.Last(notice => notice.To == Some.Ada);
    }

    private Notice Last<T>()
        where T : NoticeContent => _story.Told.Last(notice => notice.Content is T);
}
