using System.Globalization;
using LockThat.App.Locks.Time.Moments;

namespace LockThat.Tests.Locks.Time.Moments;

public sealed class MomentPhraseTests
{
    private static readonly IReadOnlyList<Phrase> _s_all =
    [
        .. ReadAll(Phrases.OnAWorkingDay),
        .. ReadAll(Phrases.AfterWork),
        .. ReadAll(Phrases.WhenClocksGoForward),
        .. ReadAll(Phrases.WhenClocksGoBack),
    ];

    public static TheoryData<string> All => [.. _s_all.Select(phrase => phrase.Name)];

    [Fact]
    public void There_are_more_than_two_hundred() =>
        _s_all.DistinctBy(phrase => phrase.Name).Count().ShouldBeGreaterThan(200);

    [Theory]
    [MemberData(nameof(All))]
    public void A_phrase_means_an_instant_where_it_is_said(string name)
    {
        var phrase = _s_all.First(one => one.Name == name);
        foreach (var until in (string[])["until", "till"])
            Meaning($"{until} {phrase.Typed}", phrase).ShouldBe(phrase.Meaning);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_words_of_a_moment_are_read_as_the_same_moment(string name)
    {
        var moment = Found($"until {_s_all.First(one => one.Name == name).Typed}").Moment;
        Found($"until {moment.Words}").Moment.ShouldBe(moment);
    }

    /// <summary>People in Tokyo and New York, and a team that works from 10:00 to 18:30 in Berlin.</summary>
    [Theory]
    [InlineData("Tue 2026-12-01 22:00 +09:00", "eod", "Tue 2026-12-01 18:30 +01:00")]
    [InlineData("Wed 2026-12-02 02:00 +09:00", "eod", "Tue 2026-12-01 18:30 +01:00")]
    [InlineData("Wed 2026-12-02 03:00 +09:00", "eod", "Wed 2026-12-02 18:30 +01:00")]
    [InlineData("Wed 2026-12-02 02:00 +09:00", "today", "Wed 2026-12-02 18:30 +01:00")]
    [InlineData("Wed 2026-12-02 02:00 +09:00", "tomorrow", "Thu 2026-12-03 18:30 +01:00")]
    [InlineData("Tue 2026-12-01 22:00 +09:00", "fri", "Fri 2026-12-04 18:30 +01:00")]
    [InlineData("Tue 2026-12-01 22:00 +09:00", "24 dec", "Thu 2026-12-24 18:30 +01:00")]
    [InlineData("Tue 2026-12-01 22:00 +09:00", "18:30", "Wed 2026-12-02 18:30 +09:00")]
    [InlineData("Tue 2026-12-01 08:00 -05:00", "eod", "Tue 2026-12-01 18:30 +01:00")]
    [InlineData("Tue 2026-12-01 13:00 -05:00", "eod", "Wed 2026-12-02 18:30 +01:00")]
    [InlineData("Tue 2026-12-01 13:00 -05:00", "today 17:00", "Tue 2026-12-01 17:00 -05:00")]
    public void The_end_of_a_day_is_by_the_clocks_of_a_team_that_has_set_working_hours(
        string now,
        string typed,
        string meaning
    )
    {
        var hours = new WorkingHours(WorkingHours.Default.Days, new(10, 0), new(18, 30));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            now.EndsWith("+09:00", StringComparison.Ordinal) ? "Asia/Tokyo" : "America/New_York"
        );
        Found($"until {typed}")
            .Moment.EndAfter(Instant(now), zone, TeamHours.Of(hours, "Europe/Berlin"))
            .ShouldBeOfType<MomentMeaning.At>()
            .Instant.ShouldBe(Instant(meaning));
    }

    private static string Meaning(string typed, Phrase phrase)
    {
        var found = Found(typed);
        found.WordsUsed.ShouldBe(typed.Split(' ').Length);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(phrase.Zone);
        return found.Moment.EndAfter(phrase.Now, zone, team: null) switch
        {
            MomentMeaning.At(var at) => TimeZoneInfo.ConvertTime(at, zone).ToString(Form, CultureInfo.InvariantCulture),
            MomentMeaning.Passed(var later) => $"passed: {Words(later)}",
            MomentMeaning.NoSuchDay(var nearest) => $"no such day: {Words(nearest)}",
            var other => $"{other}",
        };
    }

    private const string Form = "ddd yyyy-MM-dd HH:mm zzz";

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture);

    private static string Words(IEnumerable<Moment> moments) =>
        string.Join(", ", moments.Select(moment => moment.Words));

    private static MomentRead.Found Found(string typed) =>
        MomentReader.Read(typed.Split(' ')).ShouldBeOfType<MomentRead.Found>();

    private static IEnumerable<Phrase> ReadAll(string table)
    {
        var (zone, now) = ("", DateTimeOffset.MinValue);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is [var typed, var meaning])
                yield return new(zone, now, typed, meaning);
            else if (line.Split(", ") is [var where, var when])
                (zone, now) = (where, Instant(when));
        }
    }

    private sealed record Phrase(string Zone, DateTimeOffset Now, string Typed, string Meaning)
    {
        public string Name { get; } =
            string.Create(CultureInfo.InvariantCulture, $"{Typed} in {Zone} at {Now:yyyy-MM-dd HH:mm zzz}");
    }
}
