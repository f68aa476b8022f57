using System.Text.RegularExpressions;

namespace LockThat.App.Locks.Time.Moments;

/// <summary>The names of days and months, in lower case.</summary>
internal static partial class DayNames
{
    /// <summary>A month, whole or short.</summary>
    internal const string Months =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private const string Weekdays =
        "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";

    private const int Short = 3;

    private static readonly string[] ShortMonths =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    private static readonly string[] ShortDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    internal static string Of(DayOfWeek day) => ShortDays[(int)day];

    internal static string OfMonth(int month) => ShortMonths[month - 1];

    /// <summary>The month of a name, from 1.</summary>
    internal static int MonthOf(ReadOnlySpan<char> name) => ShortMonths.IndexOf($"{name[..Short]}") + 1;

    /// <summary>The weekday of a name; null for any other word.</summary>
    internal static DayOfWeek? WeekdayOf(string word) =>
        Weekday().IsMatch(word) ? (DayOfWeek)ShortDays.IndexOf(word[..Short]) : null;

    /// <summary>Whether a word begins with a name of a day or a month, which no other letter follows:
    /// <c>friday's</c>.</summary>
    internal static bool BeginWith(string word) => Beginning().IsMatch(word);

    [GeneratedRegex($@"^(?:{Weekdays})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex($@"^(?:{Weekdays}|{Months})(?!\p{{L}})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beginning();
}
