namespace LockThat.Tests.Locks.Waiting;

/// <summary>A message about a line or an ask that had to wait is true when it is delivered, or is not
/// delivered.</summary>
public sealed class LineTellingTests
{
    private readonly Story _story = new();

    [Fact]
    public void That_somebody_waits_is_told_with_who_waits_and_how_many_by_then()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        var awaited = Last<NoticeContent.Awaited>();
        _story.Joins(Some.Cleo);
        _story.Leaves(Some.Bob);
        Said<NoticeContent.Awaited>(awaited).ShouldBe(new(_story.Lease, _story.Now!.Line.First!, Waiting: 1));
        _story.Leaves(Some.Cleo);
        Now(awaited).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_holder_who_has_it_no_more_is_not_told_that_somebody_waits()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        var awaited = Last<NoticeContent.Awaited>();
        _story.Unlocks(Some.Ada);
        Now(awaited).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_delay_is_told_to_the_first_in_line_as_long_as_that_lock_lasts()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        var delayed = Last<NoticeContent.Delayed>();
        _story.Extends(Some.Ada, TimeSpan.FromHours(1));
        Said<NoticeContent.Delayed>(delayed).Lease.ShouldBe(_story.Lease);
        _story.Overrides(Some.Cleo);
        Now(delayed).ShouldBeOfType<Telling.Nothing>();
        _story.Leaves(Some.Bob);
        Now(delayed).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_turn_is_told_as_long_as_it_lasts()
    {
        var turn = ItIsBobsTurn();
        _story.Joins(Some.Dora);
        Said<NoticeContent.Turn>(turn).Waiting.ShouldBe(3);
        turn.ToTell(_story.Now, _story.Turn.Until).ShouldBeOfType<Telling.Nothing>();
        _story.LetsPass(Some.Bob);
        Now(turn).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void Of_a_turn_that_was_given_anew_only_the_newest_message_is_told()
    {
        var first = ItIsBobsTurn();
        _story.After(TimeSpan.FromMinutes(10)).Wakes();
        var second = Last<NoticeContent.Turn>();
        Now(first).ShouldBeOfType<Telling.Nothing>();
        Said<NoticeContent.Turn>(second).Until.ShouldBe(_story.Turn.Until);
    }

    [Fact]
    public void That_a_turn_has_passed_is_not_told_to_a_person_who_waits_or_holds_again()
    {
        ItIsBobsTurn();
        _story.TurnIsTold().After(TimeSpan.FromMinutes(10)).Wakes();
        var passed = Last<NoticeContent.TurnPassed>();
        Now(passed).ShouldBe(new Telling.AsItWas(passed.Content));
        _story.Joins(Some.Bob);
        Now(passed).ShouldBeOfType<Telling.Nothing>();
        _story.Overrides(Some.Bob);
        Now(passed).ShouldBeOfType<Telling.Nothing>();
        passed.ToTell(null, _story.Time).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void That_a_turn_was_taken_is_told_as_long_as_that_lock_lasts()
    {
        ItIsBobsTurn();
        _story.Overrides(Some.Dora);
        var taken = Last<NoticeContent.TurnTaken>();
        _story.Extends(Some.Dora, TimeSpan.FromHours(1));
        Said<NoticeContent.TurnTaken>(taken).By.ShouldBe(_story.Lease);
        _story.Unlocks(Some.Dora);
        Now(taken).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void That_somebody_went_ahead_is_told_as_long_as_they_are_ahead()
    {
        _story.Locks(Some.Ada);
        var lost = _story.Lease.Id;
        _story.Overrides(Some.Dora);
        _story.Joins(Some.Bob);
        _story.GoesNext(Some.Ada, lost);
        var passed = Last<NoticeContent.Passed>();
        Now(passed).ShouldBe(new Telling.AsItWas(passed.Content));
        _story.Unlocks(Some.Dora);
        _story.LetsPass(Some.Ada);
        Now(passed).ShouldBeOfType<Telling.Nothing>();
        _story.Leaves(Some.Bob);
        Now(passed).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void An_ask_is_told_in_its_newest_words_until_it_is_answered()
    {
        var asked = BobAsks();
        _story.Asks(Some.Bob, 3, "demo");
        _story.Joins(Some.Cleo);
        var said = Said<NoticeContent.Asked>(asked);
        (said.Plea.Message, said.Waiting).ShouldBe((Reason.Of("demo"), 1));
        _story.Keeps(Some.Ada, said.Plea.Id);
        Now(asked).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void An_ask_for_a_lock_that_is_over_is_not_told()
    {
        var asked = BobAsks();
        _story.Unlocks(Some.Ada);
        Now(asked).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void A_lock_that_was_handed_over_or_given_is_told_as_long_as_it_lasts()
    {
        _story.Joins(Some.Ada);
        _story.Joins(Some.Cleo);
        BobAsks();
        _story.HandsOver(Some.Ada, _story.Last<NoticeContent.Asked>().Plea.Id);
        var (handed, past) = (Last<NoticeContent.HandedOver>(), Last<NoticeContent.HandedPast>());
        _story.Extends(Some.Bob, TimeSpan.FromHours(1));
        Said<NoticeContent.HandedOver>(handed).Lease.ShouldBe(_story.Lease);
        Said<NoticeContent.HandedPast>(past).Lease.ShouldBe(_story.Lease);
        _story.Gives(Some.Bob, Some.Dora);
        (Now(handed), Now(past)).ShouldBe((new Telling.Nothing(), new Telling.Nothing()));
        Said<NoticeContent.Given>(Last<NoticeContent.Given>()).Lease.ShouldBe(_story.Lease);
    }

    [Fact]
    public void That_it_is_still_needed_is_told_as_long_as_that_lock_lasts()
    {
        var asked = (NoticeContent.Asked)BobAsks().Content;
        _story.Keeps(Some.Ada, asked.Plea.Id, "an hour more");
        var kept = Last<NoticeContent.Kept>();
        Now(kept).ShouldBe(new Telling.AsItWas(kept.Content));
        _story.Unlocks(Some.Ada);
        Now(kept).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void That_it_is_back_is_told_with_the_present_state_and_not_to_its_holder()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Bob);
        _story.Deletes(Some.Ada);
        _story.Restores(Some.Ada);
        var back = Last<NoticeContent.Back>();
        Now(back).ShouldBe(new Telling.Since(back.Content, _story.Now));
        _story.Overrides(Some.Bob);
        Now(back).ShouldBeOfType<Telling.Nothing>();
    }

    [Fact]
    public void Free_is_not_told_while_somebody_has_the_turn()
    {
        _story.Locks(Some.Ada);
        _story.Watches(Some.Cleo);
        _story.Unlocks(Some.Ada);
        var free = Last<NoticeContent.Free>();
        _story.Locks(Some.Dora);
        _story.Joins(Some.Bob);
        _story.Unlocks(Some.Dora);
        Now(free).ShouldBeOfType<Telling.NextTime>();
        Now(free with { To = Some.Bob }).ShouldBeOfType<Telling.Nothing>();
    }

    private Telling Now(Notice notice) => notice.ToTell(_story.Now, _story.Time);

    private T Said<T>(Notice notice)
        where T : NoticeContent => Now(notice).ShouldBeOfType<Telling.AsItWas>().News.ShouldBeOfType<T>();

    private Notice Last<T>()
        where T : NoticeContent => _story.Told.Last(notice => notice.Content is T);

    private Notice ItIsBobsTurn()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Joins(Some.Cleo);
        _story.Unlocks(Some.Ada);
        return Last<NoticeContent.Turn>();
    }

    private Notice BobAsks()
    {
        if (_story.Now?.Lease is null)
            _story.Locks(Some.Ada);
        _story.Asks(Some.Bob, 1, "deploy");
        return Last<NoticeContent.Asked>();
    }
}
