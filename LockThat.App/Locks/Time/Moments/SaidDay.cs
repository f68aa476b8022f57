using System.Globalization;

namespace LockThat.App.Locks.Time.Moments;

/// <summary>A day as people say it.</summary>
public abstract record SaidDay
{
    private SaidDay() { }

    /// <summary>The words that are read back as the same day.</summary>
    public abstract string Words { get; }

    /// <summary><c>today</c>.</summary>
    public sealed record Today : SaidDay
    {
        /// <inheritdoc/>
        public override string Words => "today";
    }

    /// <summary><c>tomorrow</c>.</summary>
    public sealed record Tomorrow : SaidDay
    {
        /// <inheritdoc/>
        public override string Words => "tomorrow";
    }

    /// <summary>The next day of a name, which may be today.</summary>
    /// <param name="Of">Its name.</param>
    public sealed record Weekday(DayOfWeek Of) : SaidDay
    {
        /// <inheritdoc/>
        public override string Words => DayNames.Of(Of);
    }

    /// <summary>A day of the calendar.</summary>
    /// <param name="Year">Null where none was said.</param>
    /// <param name="Month">From 1 to 12.</param>
    /// <param name="Number">From 1 to the length of the month.</param>
    public sealed record Date(int? Year, int Month, int Number) : SaidDay
    {
        // Between two leap years.
        private const int MostYears = 8;

        // A day more, or less, is still a date.
        private const int FirstYear = 1000;
        private const int LastYear = 9000;

        /// <summary>The name of the day that was said beside it; null where none was.</summary>
        public DayOfWeek? Named { get; init; }

        /// <inheritdoc/>
        public override string Words
        {
            get
            {
                var date = Year is { } year
                    ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Month:00}-{Number:00}")
                    : string.Create(CultureInfo.InvariantCulture, $"{Number} {DayNames.OfMonth(Month)}");
                return Named is { } name ? $"{DayNames.Of(name)} {date}" : date;
            }
        }

        /// <summary>A day with its year.</summary>
        public static Date Of(DateOnly day) => new(day.Year, day.Month, day.Day);

        /// <summary>A date; null when there is no such day.</summary>
        internal static Date? Of(int? year, int month, int number) =>
            month is >= 1 and <= 12
            && year is null or (>= FirstYear and <= LastYear)
            && number >= 1
            && number <= DateTime.DaysInMonth(year ?? LastYear - 1_000, month)
                ? new(year, month, number)
                : null;

        /// <summary>The first of these days that a year, or one after it, has.</summary>
        internal DateOnly Since(int year) =>
            Enumerable
                .Range(year, MostYears + 1)
                .Where(one => Number <= DateTime.DaysInMonth(one, Month))
                .Select(one => new DateOnly(one, Month, Number))
                .First();
    }
}
