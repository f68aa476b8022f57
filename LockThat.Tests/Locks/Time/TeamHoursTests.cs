using LockThat.App.Locks.Time.Moments;

namespace LockThat.Tests.Locks.Time;

/// <summary>When a team works, by the clock on its wall.</summary>
public sealed class TeamHoursTests
{
    private static readonly TeamHours Usual = new(
        WorkingHours.Default,
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")
    );

    [Theory]
    [InlineData("2026-11-20T12:00+01:00", "2026-11-20T12:00+01:00")]
    [InlineData("2026-11-20T09:00+01:00", "2026-11-20T09:00+01:00")]
    [InlineData("2026-11-20T08:59+01:00", "2026-11-20T09:00+01:00")]
    [InlineData("2026-11-20T17:00+01:00", "2026-11-23T09:00+01:00")]
    [InlineData("2026-11-22T23:30+00:00", "2026-11-23T09:00+01:00")]
    [InlineData("2026-03-27T18:00+01:00", "2026-03-30T09:00+02:00")]
    public void The_next_working_moment_is_the_moment_itself_or_the_next_start(string moment, string expected) =>
        Usual.From(Moment(moment)).ShouldBe(Moment(expected));

    [Theory]
    [InlineData("2026-11-20T12:00+01:00", "2026-11-20T12:00+01:00")]
    [InlineData("2026-11-20T17:00+01:00", "2026-11-20T17:00+01:00")]
    [InlineData("2026-11-20T17:01+01:00", "2026-11-20T17:00+01:00")]
    [InlineData("2026-11-23T08:59+01:00", "2026-11-20T17:00+01:00")]
    [InlineData("2026-10-26T08:00+01:00", "2026-10-23T17:00+02:00")]
    public void The_last_working_moment_is_the_moment_itself_or_the_last_end(string moment, string expected) =>
        Usual.UpTo(Moment(moment)).ShouldBe(Moment(expected));

    [Fact]
    public void A_start_that_does_not_exist_is_the_next_time_that_does_and_of_two_the_first_is_meant()
    {
        var night = Usual with { Hours = new(WorkingDays.Sunday, new(2, 30), new(6, 0)) };

        night.StartOf(new(2026, 3, 29)).ShouldBe(Moment("2026-03-29T03:00+02:00"));
        night.StartOf(new(2026, 10, 25)).ShouldBe(Moment("2026-10-25T02:30+02:00"));
    }

    [Theory]
    [InlineData(WorkingDays.None, 9, 17, "Europe/Berlin")]
    [InlineData(WorkingDays.Monday, 9, 9, "Europe/Berlin")]
    [InlineData(WorkingDays.Monday, 17, 9, "Europe/Berlin")]
    [InlineData(WorkingDays.Monday, 9, 17, "Europe/Atlantis")]
    public void Hours_that_cannot_be_are_none(WorkingDays days, int starts, int ends, string zone) =>
        TeamHours.Of(new(days, new(starts, 0), new(ends, 0)), zone).ShouldBeNull();

    [Fact]
    public void Only_the_days_that_were_chosen_are_working_days()
    {
        var weekend = WorkingHours.Default with { Days = WorkingDays.Saturday | WorkingDays.Sunday };

        Enumerable.Range(16, 7).Where(day => weekend.HasWork(new(2026, 11, day))).ShouldBe([21, 22]);
        (Usual with { Hours = weekend }).Contains(Moment("2026-11-22T10:00+01:00")).ShouldBeTrue();
        (Usual with { Hours = weekend }).Contains(Moment("2026-11-23T10:00+01:00")).ShouldBeFalse();
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
