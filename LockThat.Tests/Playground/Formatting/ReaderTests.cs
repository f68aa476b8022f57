using LockThat.Playground.Formatting;

namespace LockThat.Tests.Playground.Formatting;

public sealed class ReaderTests
{
    private static readonly DateTimeOffset At = new(2014, 2, 18, 14, 39, 42, TimeSpan.Zero);
    private static readonly Reader LosAngeles = Reader.From("America/Los_Angeles", twelveHours: true);

    [Theory]
    [InlineData("{date_num}", "2014-02-18")]
    [InlineData("{date_slash}", "02/18/2014")]
    [InlineData("{date}", "February 18th, 2014")]
    [InlineData("{date_short}", "Feb 18, 2014")]
    [InlineData("{date_long}", "Tuesday, February 18th, 2014")]
    [InlineData("{date_long_full}", "February 18, 2014")]
    [InlineData("{time} / {time_secs}", "6:39 AM / 6:39:42 AM")]
    [InlineData("{nothing}", "{nothing}")]
    public void A_date_is_said_as_Slack_says_it(string format, string words) =>
        LosAngeles.Words(At, format, At.AddYears(1)).ShouldBe(words);

    [Theory]
    [InlineData(-24, "tomorrow")]
    [InlineData(0, "today")]
    [InlineData(24, "yesterday")]
    [InlineData(72, "February 18th")]
    public void A_near_day_is_named(int hoursLater, string words) =>
        LosAngeles.Words(At, "{date_pretty}", At.AddHours(hoursLater)).ShouldBe(words);

    [Theory]
    [InlineData(3, "3 minutes ago")]
    [InlineData(-1, "in 1 minute")]
    [InlineData(120, "2 hours ago")]
    [InlineData(-2880, "in 2 days")]
    public void The_time_that_lies_between_is_counted(int minutesLater, string words) =>
        Reader.Utc.Words(At, "{ago}", At.AddMinutes(minutesLater)).ShouldBe(words);

    [Fact]
    public void The_reader_s_zone_decides_which_day_it_is() =>
        Reader
            .From("Asia/Tokyo", twelveHours: false)
            .Words(At.AddHours(2), "{date_num} {time}", At)
            .ShouldBe("2014-02-19 01:39");

    [Fact]
    public void An_unknown_zone_reads_UTC() =>
        Reader.From("Mars/Olympus", twelveHours: false).Time(At).ShouldBe("14:39");

    [Fact]
    public void A_time_on_the_wall_is_a_moment() =>
        LosAngeles.AtWall(new DateTime(2014, 2, 18, 6, 39, 42)).ShouldBe(At);
}
