using System.Globalization;
using System.Text.RegularExpressions;

namespace LockThat.Playground.BlockKit;

/// <summary>Slack's date tokens in a reader's zone. <see href="https://docs.slack.dev/messaging/formatting-message-text#date-formatting"/></summary>
public static partial class DateToken
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The format with its tokens filled in; null when the moment is none, and the fallback is to be shown.</summary>
    public static string? Format(string unix, string format, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (!long.TryParse(unix, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
            return null;
        var moment = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return Token().Replace(format, match => Value(match.Groups["name"].Value, moment, today, now) ?? match.Value);
    }

    static string? Value(string name, DateTimeOffset moment, DateTime today, DateTimeOffset now)
    {
        if (name.EndsWith("_pretty", StringComparison.Ordinal))
            return Pretty(moment.Date, today) ?? Value(name[..^"_pretty".Length], moment, today, now);
        var withYear = Math.Abs((moment - now).TotalDays) > 182;
        return name switch
        {
            "date_num" => moment.ToString("yyyy-MM-dd", English),
            "date_slash" => moment.ToString("MM/dd/yyyy", English),
            "date" => moment.ToString("MMMM ", English) + Ordinal(moment.Day) + (withYear ? moment.ToString(", yyyy", English) : ""),
            "date_short" => moment.ToString(withYear ? "MMM d, yyyy" : "MMM d", English),
            "date_long" => moment.ToString("dddd, MMMM ", English) + Ordinal(moment.Day) + (withYear ? moment.ToString(", yyyy", English) : ""),
            "time" => moment.ToString("h:mm tt", English),
            "time_secs" => moment.ToString("h:mm:ss tt", English),
            "ago" => Ago(now - moment),
            _ => null,
        };
    }

    static string? Pretty(DateTime day, DateTime today) => (day - today).Days switch
    {
        -1 => "yesterday",
        0 => "today",
        1 => "tomorrow",
        _ => null,
    };

    static string Ago(TimeSpan past)
    {
        var (count, unit) = past.Duration() switch
        {
            { TotalDays: >= 1 } span => ((int)span.TotalDays, "day"),
            { TotalHours: >= 1 } span => ((int)span.TotalHours, "hour"),
            { TotalMinutes: >= 1 } span => ((int)span.TotalMinutes, "minute"),
            var span => ((int)span.TotalSeconds, "second"),
        };
        var amount = string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
        return past < TimeSpan.Zero ? $"in {amount}" : $"{amount} ago";
    }

    static string Ordinal(int day) => day.ToString(CultureInfo.InvariantCulture) + (day switch
    {
        1 or 21 or 31 => "st",
        2 or 22 => "nd",
        3 or 23 => "rd",
        _ => "th",
    });

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
