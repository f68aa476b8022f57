using System.Globalization;
using CsCheck;

namespace LockThat.Tests.Locks.Time;

public sealed class LockDurationTests
{
    [Theory]
    [InlineData("45 m", "00:45:00")]
    [InlineData("2h", "02:00:00")]
    [InlineData("2 hrs", "02:00:00")]
    [InlineData("12 d", "12.00:00:00")]
    [InlineData("5 weeks", "35.00:00:00")]
    [InlineData("1 month", "30.00:00:00")]
    [InlineData("12 months", "360.00:00:00")]
    [InlineData("2 H", "02:00:00")]
    [InlineData("2DAYS", "2.00:00:00")]
    [InlineData("1 s", "00:00:01")]
    [InlineData("007m", "00:07:00")]
    [InlineData("for 2 hours", "02:00:00")]
    [InlineData("For 45", "00:45:00")]
    public void A_number_and_a_unit_are_a_duration(string typed, string length) =>
        Found(typed).ShouldBe((Length(length), ""));

    [Theory]
    [InlineData("2h30m", "02:30:00")]
    [InlineData("2h 30m", "02:30:00")]
    [InlineData("2 h 30 m", "02:30:00")]
    [InlineData("2h30", "02:30:00")]
    [InlineData("2h90", "03:30:00")]
    [InlineData("1d 2h30", "1.02:30:00")]
    [InlineData("1d12h", "1.12:00:00")]
    [InlineData("1 day 12 hours", "1.12:00:00")]
    [InlineData("1 day, 12 hours", "1.12:00:00")]
    [InlineData("1hr. 5 min. 3secs.", "01:05:03")]
    [InlineData("1 hour and 30 minutes", "01:30:00")]
    [InlineData("1 month 1 week 1d1h1m1s", "38.01:01:01")]
    [InlineData("0h 30m", "00:30:00")]
    [InlineData("30m 0s", "00:30:00")]
    public void Units_in_falling_order_add_up(string typed, string length) =>
        Found(typed).ShouldBe((Length(length), ""));

    [Theory]
    [InlineData("1.5h", "01:30:00")]
    [InlineData("1,5h", "01:30:00")]
    [InlineData(",5 h", "00:30:00")]
    [InlineData("1,5", "00:01:30")]
    [InlineData("0,500h", "00:30:00")]
    [InlineData("1,5h30m", "02:00:00")]
    [InlineData("1٫5h", "01:30:00")]
    [InlineData(".5 h", "00:30:00")]
    [InlineData("0.5", "00:00:30")]
    [InlineData("1.5h30m", "02:00:00")]
    [InlineData("1.0005s", "00:00:01.001")]
    [InlineData("0.9995s", "00:00:01")]
    [InlineData("0.000000001653439w 1s", "00:00:01.001")]
    [InlineData("0.10000000000000000000000000000000000000001h", "00:06:00")]
    public void A_fraction_is_exact_to_the_millisecond(string typed, string length) =>
        Found(typed).ShouldBe((Length(length), ""));

    [Theory]
    [InlineData("45 demo", "00:45:00", "demo")]
    [InlineData("45", "00:45:00", "")]
    [InlineData("45, demo", "00:45:00", "demo")]
    [InlineData("2, h", "00:02:00", "h")]
    [InlineData("2 hdmi cables", "00:02:00", "hdmi cables")]
    [InlineData("2 3 h", "00:02:00", "3 h")]
    [InlineData("12 w some reason", "84.00:00:00", "some reason")]
    [InlineData("2h, demo", "02:00:00", "demo")]
    [InlineData("2 hrs demo", "02:00:00", "demo")]
    [InlineData("2h 3 servers", "02:00:00", "3 servers")]
    [InlineData("2h 30", "02:00:00", "30")]
    [InlineData("30m 2h", "00:30:00", "2h")]
    [InlineData("30m 30m", "00:30:00", "30m")]
    [InlineData("2h 2 hours", "02:00:00", "2 hours")]
    [InlineData("1h 2h30m", "01:00:00", "2h30m")]
    [InlineData("2h -5m", "02:00:00", "-5m")]
    [InlineData("2h and 3 servers", "02:00:00", "and 3 servers")]
    [InlineData("2h and", "02:00:00", "and")]
    [InlineData("2h for demo", "02:00:00", "for demo")]
    [InlineData("for 2 hours demo", "02:00:00", "demo")]
    [InlineData("“2h”", "02:00:00", "")]
    [InlineData("\"2 hours\" demo", "02:00:00", "demo")]
    [InlineData("(2 hours 30 minutes), demo", "02:30:00", "demo")]
    [InlineData("« 2h » demo", "02:00:00", "demo")]
    [InlineData("(for 2h) demo", "02:00:00", "demo")]
    [InlineData("for (2h) demo", "02:00:00", "demo")]
    [InlineData("[“2h”] demo", "02:00:00", "demo")]
    [InlineData("`2h` demo", "02:00:00", "demo")]
    [InlineData("<2h> demo", "02:00:00", "demo")]
    [InlineData("(45) demo", "00:45:00", "demo")]
    [InlineData("“2h” 30 m walk", "02:00:00", "30 m walk")]
    [InlineData("2h: demo", "02:00:00", "demo")]
    [InlineData("2h,, demo", "02:00:00", "demo")]
    [InlineData("2 h: demo", "02:00:00", "demo")]
    [InlineData("2h) demo", "02:00:00", "demo")]
    [InlineData("2h_", "02:00:00", "")]
    [InlineData("2h… demo", "02:00:00", "demo")]
    [InlineData("45: demo", "00:45:00", "demo")]
    [InlineData("45. demo", "00:45:00", "demo")]
    [InlineData("２ｈ３０ｍ demo", "02:30:00", "demo")]
    [InlineData("٣ h demo", "03:00:00", "demo")]
    public void What_follows_the_duration_is_left(string typed, string length, string left) =>
        Found(typed).ShouldBe((Length(length), left));

    [Theory]
    [InlineData("")]
    [InlineData("big demo")]
    [InlineData("for")]
    [InlineData("for testing")]
    [InlineData("for for 2h")]
    [InlineData("and 2h")]
    [InlineData("3rd")]
    [InlineData("2x4")]
    [InlineData("1d30")]
    [InlineData("2h30m5")]
    [InlineData("2h30x")]
    [InlineData("h")]
    [InlineData("h2")]
    [InlineData(". h")]
    [InlineData(",")]
    [InlineData("2µs")]
    [InlineData("1e3 m")]
    [InlineData("0x10 m")]
    [InlineData("-")]
    [InlineData("- demo")]
    [InlineData("-3rd")]
    [InlineData("–")]
    [InlineData("“2h demo”")]
    [InlineData("(2h demo)")]
    [InlineData("10:30")]
    [InlineData("10:30 standup")]
    [InlineData("24/7 support")]
    [InlineData("2nd try")]
    [InlineData("+1 from me")]
    [InlineData("<3 you")]
    [InlineData("#5 m")]
    [InlineData("#2h")]
    [InlineData("$5m")]
    [InlineData("€2m")]
    [InlineData("50% load")]
    [InlineData("100/s load")]
    [InlineData("5/m")]
    [InlineData("90's party")]
    [InlineData("90’s party")]
    [InlineData("1) fix")]
    [InlineData("5\" pipe")]
    [InlineData("3-d printing")]
    [InlineData("2-month-old branch")]
    [InlineData("2h-demo")]
    [InlineData("2h/day")]
    [InlineData("2.0-m1")]
    [InlineData("1.2.3 release")]
    [InlineData("2026-10-05")]
    [InlineData(":2")]
    [InlineData("~ demo")]
    [InlineData("2h(demo)")]
    public void These_words_are_a_reason(string typed) => Read(typed).ShouldBeOfType<DurationRead.Absent>();

    [Theory]
    [InlineData("0", DurationProblem.Zero)]
    [InlineData("0 m", DurationProblem.Zero)]
    [InlineData("0h", DurationProblem.Zero)]
    [InlineData("0.0h 0m demo", DurationProblem.Zero)]
    [InlineData("for 0", DurationProblem.Zero)]
    [InlineData("-5 m", DurationProblem.Negative)]
    [InlineData("-5", DurationProblem.Negative)]
    [InlineData("- 5 m demo", DurationProblem.Negative)]
    [InlineData("−5m", DurationProblem.Negative)]
    [InlineData("–5m", DurationProblem.Negative)]
    [InlineData("—2h30m", DurationProblem.Negative)]
    [InlineData("for -.5h", DurationProblem.Negative)]
    [InlineData("--5", DurationProblem.Negative)]
    [InlineData("-(2h)", DurationProblem.Negative)]
    [InlineData("(-2h)", DurationProblem.Negative)]
    [InlineData("-1:30h", DurationProblem.Negative)]
    [InlineData("- “2h” demo", DurationProblem.Negative)]
    [InlineData("“0h”", DurationProblem.Zero)]
    [InlineData("0.5s", DurationProblem.TooShort)]
    [InlineData("0.9994s", DurationProblem.TooShort)]
    [InlineData("0.01", DurationProblem.TooShort)]
    [InlineData("0.00000000000000000000000001s", DurationProblem.TooShort)]
    [InlineData("99999999999 d", DurationProblem.TooLong)]
    [InlineData("36525 d 1 s", DurationProblem.TooLong)]
    [InlineData("999999999999", DurationProblem.TooLong)]
    [InlineData("9999999999999s", DurationProblem.TooLong)]
    public void A_duration_that_cannot_be_meant_is_refused(string typed, DurationProblem problem) =>
        Read(typed).ShouldBe(new DurationRead.Refused(problem));

    [Fact]
    public void Ten_thousand_digits_are_too_long_or_nothing_but_never_an_error()
    {
        Read(new string('9', 10_000) + "m").ShouldBe(new DurationRead.Refused(DurationProblem.TooLong));
        Read("0." + new string('9', 10_000) + "s").ShouldBe(new DurationRead.Found(TimeSpan.FromSeconds(1), 1));
        Read(new string('0', 10_000) + "2 h").ShouldBe(new DurationRead.Found(TimeSpan.FromHours(2), 2));
        Read(new string('0', 10_000)).ShouldBe(new DurationRead.Refused(DurationProblem.Zero));
    }

    [Fact]
    public void The_longest_is_a_hundred_years_and_the_least_a_second()
    {
        Found("36525 d").Length.ShouldBe(LockDuration.Most);
        Found("1s").Length.ShouldBe(LockDuration.Least);
    }

    [Theory]
    [InlineData("00:00:45", "45 seconds")]
    [InlineData("00:00:01", "1 second")]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("02:00:00", "2 hours")]
    [InlineData("02:30:00", "2 hours 30 minutes")]
    [InlineData("1.12:00:00", "1 day 12 hours")]
    [InlineData("1.01:01:01", "1 day 1 hour 1 minute 1 second")]
    [InlineData("6.00:00:00", "6 days")]
    [InlineData("7.00:00:00", "1 week")]
    [InlineData("7.00:00:01", "7 days 1 second")]
    [InlineData("10.00:00:00", "10 days")]
    [InlineData("14.00:00:00", "2 weeks")]
    [InlineData("30.00:00:00", "30 days")]
    [InlineData("366.00:00:00", "366 days")]
    [InlineData("00:00:01.5", "1.5 seconds")]
    [InlineData("00:00:00", "0 seconds")]
    [InlineData("-01:00:00", "0 seconds")]
    [InlineData("00:00:00.0009999", "0 seconds")]
    public void A_length_is_described_as_people_say_it(string length, string words) =>
        LockDuration.Describe(Length(length)).ShouldBe(words);

    [Fact]
    public void What_is_described_reads_back() =>
        Gen.Long[1_000, (long)LockDuration.Most.TotalMilliseconds]
            .Sample(
                milliseconds =>
                {
                    var length = TimeSpan.FromMilliseconds(milliseconds);
                    var seconds = TimeSpan.FromSeconds(milliseconds / 1_000);
                    return Found(LockDuration.Describe(length)) == (length, "")
                        && Found(LockDuration.Describe(seconds)) == (seconds, "");
                },
                iter: 5_000
            );

    [Fact]
    public void Any_parts_in_falling_order_read_back_however_they_are_written() =>
        Gen.Select(
                Gen.Int[1, 63],
                Gen.Int[1, 200].Array[6],
                Gen.OneOf("", " "),
                Gen.OneOf("", " ", ", ", ". ", " and "),
                Gen.OneOf("", "for "),
                Gen.Int[0, 4]
            )
            .Sample(
                (chosen, amounts, gap, between, lead, spelling) =>
                {
                    var units = _s_units.Index().Where(unit => (chosen & (1 << unit.Index)) != 0).ToArray();
                    var parts = units.Select(unit =>
                        $"{amounts[unit.Index]}{gap}{unit.Item.Spellings[spelling % unit.Item.Spellings.Length]}"
                    );
                    var typed = lead + string.Join(gap.Length > 0 && between.Length == 0 ? " " : between, parts);
                    var length = TimeSpan.FromSeconds(units.Sum(unit => (long)amounts[unit.Index] * unit.Item.Seconds));
                    return Found(typed) == (length, "")
                        && Found(typed.ToUpperInvariant() + " big demo") == (length, "big demo");
                },
                iter: 5_000
            );

    [Fact]
    public void No_text_makes_it_throw() =>
        Some.Text.Sample(
            typed =>
                Read(typed) is not DurationRead.Found found
                || (found.Length >= LockDuration.Least && found.Length <= LockDuration.Most),
            iter: 5_000
        );

    private static readonly (int Seconds, string[] Spellings)[] _s_units =
    [
        (2_592_000, ["month", "months"]),
        (604_800, ["w", "week", "weeks"]),
        (86_400, ["d", "day", "days"]),
        (3_600, ["h", "hr", "hrs", "hour", "hours"]),
        (60, ["m", "min", "mins", "minute", "minutes"]),
        (1, ["s", "sec", "secs", "second", "seconds"]),
    ];

    private static DurationRead Read(string typed) => LockDuration.Read(Words(typed));

    private static (TimeSpan Length, string Left) Found(string typed)
    {
        var found = Read(typed).ShouldBeOfType<DurationRead.Found>();
        return (found.Length, string.Join(' ', Words(typed)[found.WordsUsed..]));
    }

    private static string[] Words(string typed) => typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan Length(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
