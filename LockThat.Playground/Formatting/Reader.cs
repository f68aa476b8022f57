using System.Globalization;
using System.Text.RegularExpressions;

namespace LockThat.Playground.Formatting;

/// <summary>The time zone and the clock habit of the browser that shows the page. Words for moments follow them, never
/// the server's.</summary>
public sealed partial record Reader(TimeZoneInfo Zone, bool TwelveHours)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static Reader Utc { get; } = new(TimeZoneInfo.Utc, TwelveHours: false);

    /// <summary>A reader whose browser names a zone that this machine does not know reads UTC.</summary>
    public static Reader From(string? zone, bool twelveHours) =>
        new(
            zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc,
            twelveHours
        );

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The moment at which this reader's clock on the wall shows that date and time.</summary>
    public DateTimeOffset AtWall(DateTime wall) => new(wall, Zone.GetUtcOffset(wall));

    public string Time(DateTimeOffset at) => Local(at).ToString(TwelveHours ? "h:mm tt" : "HH:mm", English);

    public string FullTime(DateTimeOffset at) => Words(at, "{date_long} at {time_secs}", at);

    public string Day(DateTimeOffset at, DateTimeOffset now) => Capital(Words(at, "{date_long_pretty}", now));

    /// <summary>Slack's date tokens; what is no token stays as it is.</summary>
    public string Words(DateTimeOffset at, string format, DateTimeOffset now)
    {
        var local = Local(at);
        return TokenPattern().Replace(format, token => Token(token.Value[1..^1], local, Local(now)) ?? token.Value);
    }

    private string? Token(string name, DateTimeOffset at, DateTimeOffset now) =>
        name switch
        {
            "date_num" => at.ToString("yyyy-MM-dd", English),
            "date_slash" => at.ToString(TwelveHours ? "MM/dd/yyyy" : "dd/MM/yyyy", English),
            "date" => Spoken(at, now, ""),
            "date_short" => at.ToString(IsNear(at, now) ? "MMM d" : "MMM d, yyyy", English),
            "date_long" => Spoken(at, now, "dddd, "),
            "date_long_full" => at.ToString("MMMM d, yyyy", English),
            "date_pretty" or "date_short_pretty" or "date_long_pretty" => Neighbour(at, now)
                ?? Token(name[..^"_pretty".Length], at, now),
            "day_divider_pretty" => Neighbour(at, now) ?? Token("date_long", at, now),
            "time" => Time(at),
            "time_secs" => at.ToString(TwelveHours ? "h:mm:ss tt" : "HH:mm:ss", English),
            "ago" => Ago(now - at),
            _ => null,
        };

    private static string Spoken(DateTimeOffset at, DateTimeOffset now, string weekday) =>
        at.ToString(weekday + "MMMM d", English)
        + Ordinal(at.Day)
        + (IsNear(at, now) ? "" : at.ToString(", yyyy", English));

    private static string Ordinal(int day) =>
        day switch
        {
            1 or 21 or 31 => "st",
            2 or 22 => "nd",
            3 or 23 => "rd",
            _ => "th",
        };

    // Slack leaves the year out when nobody could take it for another.
    private static bool IsNear(DateTimeOffset at, DateTimeOffset now) => (at - now).Duration() < TimeSpan.FromDays(183);

    private static string? Neighbour(DateTimeOffset at, DateTimeOffset now) =>
        (at.Date - now.Date).Days switch
        {
            -1 => "yesterday",
            0 => "today",
            1 => "tomorrow",
            _ => null,
        };

    private static string Ago(TimeSpan past)
    {
        var span = past.Duration();
        var words = span switch
        {
            { TotalSeconds: < 60 } => Count((int)span.TotalSeconds, "second"),
            { TotalMinutes: < 60 } => Count((int)span.TotalMinutes, "minute"),
            { TotalHours: < 24 } => Count((int)span.TotalHours, "hour"),
            _ => Count((int)span.TotalDays, "day"),
        };
        return past < TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }

    private static string Count(int number, string unit) =>
        string.Create(English, $"{number} {unit}{(number == 1 ? "" : "s")}");

    private static string Capital(string words) =>
        words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenPattern();
}
