using LockThat.App.Delivery;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Delivery;

/// <summary>How many Homes may be drawn: as many as Slack allows, and after it has said no, half of that for a
/// while.</summary>
public sealed class PublishBudgetTests
{
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly PublishBudget _budget;

    public PublishBudgetTests() => _budget = new(_time);

    [Fact]
    public void A_quarter_is_kept_for_people_who_act_or_open()
    {
        Taken(_budget.TryTakeForOthers).ShouldBe(75);
        Taken(_budget.TryTakeOwed).ShouldBe(25);
    }

    [Fact]
    public void A_tenth_is_kept_for_people_who_open_whatever_others_do()
    {
        Taken(_budget.TryTakeForActor).ShouldBe(90);
        Taken(_budget.TryTakeForOthers).ShouldBe(0);
        Taken(_budget.TryTakeOwed).ShouldBe(10);
    }

    [Fact]
    public void Openings_go_beyond_it_for_as_long_as_Slack_takes_them_and_then_one_by_one()
    {
        Taken(_budget.TryTakeForOpening).ShouldBe(300);
        _budget.TryTakeForActor().ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(500));
        Taken(_budget.TryTakeForOpening).ShouldBe(1);
    }

    [Fact]
    public void Never_more_than_a_hundred_are_taken_in_any_minute()
    {
        var taken = new List<DateTimeOffset>();
        for (var tick = 0; tick < 600; tick++)
        {
            if (_budget.TryTakeForOthers())
                taken.Add(_time.GetUtcNow());
            _time.Advance(TimeSpan.FromMilliseconds(tick % 700));
        }

        taken.Max(end => taken.Count(one => one > end.AddMinutes(-1) && one <= end)).ShouldBeInRange(60, 100);
    }

    [Fact]
    public void When_none_is_left_one_in_half_a_second_tries_whether_Slack_takes_it()
    {
        Taken(_budget.TryTakeOwed).ShouldBe(100);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        Taken(_budget.TryTakeOwed).ShouldBe(1);
    }

    [Fact]
    public void After_a_no_of_Slacks_nobody_is_drawn_for_as_long_as_it_says_and_then_half_as_many_for_ten_minutes()
    {
        _budget.Close(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(29));
        _budget.TryTakeOwed().ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        Taken(_budget.TryTakeForOthers).ShouldBe(38);
        Taken(_budget.TryTakeOwed).ShouldBe(12);
        _time.Advance(TimeSpan.FromMinutes(10));
        Taken(_budget.TryTakeForOthers).ShouldBe(75);
    }

    [Fact]
    public void The_more_is_taken_the_more_is_bundled()
    {
        (_budget.PaceOfOwn, _budget.PaceOfOthers).ShouldBe((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        for (var taken = 0; taken < 50; taken++)
            _budget.TryTakeOwed();
        (_budget.PaceOfOwn, _budget.PaceOfOthers).ShouldBe((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1.5)));
        Taken(_budget.TryTakeOwed);
        _budget.PaceOfOwn.ShouldBe(TimeSpan.FromSeconds(4));
    }

    private static int Taken(Func<bool> tryTake)
    {
        var taken = 0;
        while (tryTake())
            taken++;
        return taken;
    }
}
