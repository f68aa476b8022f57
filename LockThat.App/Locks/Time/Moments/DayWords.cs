using System.Globalization;
using System.Text.RegularExpressions;

namespace LockThat.App.Locks.Time.Moments;

/// <summary>A day at the beginning of some words, or a text that is plainly a date and cannot be read as one.</summary>
/// <param name="Day">Null when it cannot be read.</param>
/// <param name="Used">How many words it takes.</param>
internal sealed partial record DayWords(SaidDay? Day, int Used)
{
    private const string Ordinal = "(?:st|nd|rd|th)?";
    private const int LastOfFebruary = 28;

    // "24th of december, 2026" has so many.
    private const int MostWords = 5;

    /// <summary>The likely days where it cannot be read.</summary>
    internal IReadOnlyList<SaidDay> Nearest { get; private init; } = [];

    /// <summary>Null for words that are no day.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isExpected">Whether numbers that are no date in themselves are plainly meant as one: <c>1.5</c> may
    /// be a version.</param>
    internal static DayWords? Read(ReadOnlySpan<string> words, bool isExpected)
    {
        // "the end of friday" is friday.
        if (words is ["the", .. var behind])
            return behind is ["end", ..] ? Plus(1, Read(behind, isExpected)) : null;
        if (words is ["end", "of", .. var named])
            return Plus(2, Read(named, isExpected));
        return words switch
        {
            ["today", ..] => new(new SaidDay.Today(), 1),
            ["tomorrow" or "tmrw" or "tmr", ..] => new(new SaidDay.Tomorrow(), 1),
            [var first, .. var rest] when DayNames.WeekdayOf(first) is { } weekday => OnWeekday(
                weekday,
                ReadDate(rest, isExpected: rest.Length == 1)
            ),
            _ => ReadDate(words, isExpected),
        };
    }

    private static DayWords OnWeekday(DayOfWeek weekday, DayWords? date) =>
        date switch
        {
            null => new(new SaidDay.Weekday(weekday), 1),
            { Day: SaidDay.Date day } => date with { Day = day with { Named = weekday }, Used = date.Used + 1 },
            _ => date with { Used = date.Used + 1 },
        };

    private static DayWords? Plus(int words, DayWords? read) =>
        read is null ? null : read with { Used = words + read.Used };

    private static DayWords? ReadDate(ReadOnlySpan<string> words, bool isExpected)
    {
        var text = string.Join(' ', words[..Math.Min(words.Length, MostWords)]);
        foreach (var form in (Regex[])[YearFirst(), DayFirst(), MonthFirst()])
        {
            if (form.Match(text) is { Success: true } match)
                return Of(match, NumberIn(match, "year"), MonthIn(match), NumberIn(match, "day") ?? 0);
        }

        return Numbers().Match(text) is { Success: true } numbers && (isExpected || numbers.Groups["year"].Success)
            ? OfNumbers(numbers)
            : null;
    }

    private static DayWords Of(Match match, int? year, int month, int number) =>
        new(SaidDay.Date.Of(year, month, number), match.Value.Count(' ') + 1)
        {
            // "31 feb" is near the end of february.
            Nearest =
                number > LastOfFebruary && month is >= 1 and <= 12
                    ? Some(SaidDay.Date.Of(year, month, DateTime.DaysInMonth(year ?? 1, month)))
                    : [],
        };

    // Some people say the day first, and some the month.
    private static DayWords OfNumbers(Match match)
    {
        var (first, second, year) = (NumberIn(match, "first"), NumberIn(match, "second"), NumberIn(match, "year"));
        return new(null, 1)
        {
            Nearest =
            [
                .. Some(SaidDay.Date.Of(year, second ?? 0, first ?? 0))
                    .Union(Some(SaidDay.Date.Of(year, first ?? 0, second ?? 0))),
            ],
        };
    }

    private static SaidDay[] Some(SaidDay.Date? date) => date is null ? [] : [date];

    private static int MonthIn(Match match) =>
        NumberIn(match, "month") ?? DayNames.MonthOf(match.Groups["name"].ValueSpan);

    private static int? NumberIn(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?<sign>[-/.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})(?= |\z)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        $@"^(?<day>[0-9]{{1,2}}){Ordinal}[ -]?(?:of )?(?<name>{DayNames.Months})(?:[ -](?<year>[0-9]{{4}}))?(?= |\z)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        $@"^(?<name>{DayNames.Months})[ -]?(?<day>[0-9]{{1,2}}){Ordinal}(?:[ -](?<year>[0-9]{{4}}))?(?= |\z)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"^(?<first>[0-9]{1,2})(?<sign>[/.])(?<second>[0-9]{1,2})(?:\k<sign>(?<year>[0-9]{4}))?(?= |\z)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Numbers();
}
