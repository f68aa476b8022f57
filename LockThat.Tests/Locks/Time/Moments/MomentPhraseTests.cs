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

    private static string Meaning(string typed, Phrase phrase)
    {
        var found = Found(typed);
        found.WordsUsed.ShouldBe(typed.Split(' ').Length);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(phrase.Zone);
        return found.Moment.EndAfter(phrase.Now, zone, WorkingHours.Default) switch
        {
            MomentMeaning.At(var at) => TimeZoneInfo.ConvertTime(at, zone).ToString(Form, CultureInfo.InvariantCulture),
            MomentMeaning.Passed(var later) => $"passed: {Words(later)}",
            MomentMeaning.NoSuchDay(var nearest) => $"no such day: {Words(nearest)}",
            var other => $"{other}",
        };
    }

    private const string Form = "ddd yyyy-MM-dd HH:mm zzz";

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
                (zone, now) = (where, DateTimeOffset.ParseExact(when, Form, CultureInfo.InvariantCulture));
        }
    }

    private sealed record Phrase(string Zone, DateTimeOffset Now, string Typed, string Meaning)
    {
        public string Name { get; } =
            string.Create(CultureInfo.InvariantCulture, $"{Typed} in {Zone} at {Now:yyyy-MM-dd HH:mm zzz}");
    }
}
