using System.Diagnostics;
using System.Globalization;

namespace LockThat.App.Locks.Time.Moments;

/// <summary>A moment as people say it: a day, a time, or both. It is an instant only by a clock, in a time
/// zone.</summary>
/// <param name="Day">The day; null where only a time was said.</param>
/// <param name="Time">The time since the midnight at which the day begins, at most 24 hours; null for the end of the
/// working hours.</param>
public sealed record Moment(SaidDay? Day, TimeSpan? Time)
{
    private const int DaysOfWeek = 7;
    private const int HalfAYear = 183;

    /// <summary>The words that <see cref="MomentReader"/> reads back as the same moment.</summary>
    public string Words =>
        (Day, Time) switch
        {
            (null, null) => "eod",
            (null, { } time) => Clock(time),
            ({ } day, null) => day.Words,
            ({ } day, { } time) => $"{day.Words} {Clock(time)}",
        };

    /// <summary>An instant by the clocks of a zone, with its date.</summary>
    /// <param name="instant">At a whole minute by these clocks.</param>
    /// <param name="zone">The zone.</param>
    public static Moment Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var shown = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return new(SaidDay.Date.Of(DateOnly.FromDateTime(shown)), shown.TimeOfDay);
    }

    /// <summary>
    /// The instant that is meant as the end of something. A time alone is the next such time, and a weekday the next
    /// such day. A day without a year is this year's, or next year's where that is nearer.
    /// </summary>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the person who says it.</param>
    /// <param name="team">The working hours that the team has set; null for the usual ones, in the zone of the
    /// person.</param>
    public MomentMeaning EndAfter(DateTimeOffset now, TimeZoneInfo zone, TeamHours? team)
    {
        var clocks = new Clocks(now, zone, Time, team ?? new(WorkingHours.Default, zone));
        var today = clocks.Today;
        return Day switch
        {
            // The day that the team has now may be another one than the person's.
            null => clocks.Next(Time is null ? clocks.Hours.DayOf(now) : today, orElse: 1),
            SaidDay.Weekday(var name) => clocks.Next(
                today.AddDays((name - today.DayOfWeek + DaysOfWeek) % DaysOfWeek),
                orElse: DaysOfWeek
            ),
            SaidDay.Tomorrow => new MomentMeaning.At(clocks.EndOf(today.AddDays(1))),
            SaidDay.Today => Only(today, later: today.AddDays(1), clocks),
            SaidDay.Date date => On(date, clocks),
            _ => throw new UnreachableException(),
        };
    }

    private MomentMeaning On(SaidDay.Date date, Clocks clocks)
    {
        var thisYear = date.Since(clocks.Today.Year);
        var next = clocks.IsToCome(thisYear) ? thisYear : date.Since(clocks.Today.Year + 1);
        var isNextNearer = clocks.Today.DayNumber - thisYear.DayNumber > HalfAYear;
        var day =
            date.Year is { } year ? date.Since(year)
            : isNextNearer ? next
            : thisYear;
        return date.Named is { } name && name != day.DayOfWeek
            ? new MomentMeaning.NoSuchDay([On(clocks.IsToCome(day) ? day : next), On(new SaidDay.Weekday(name))])
            : Only(day, later: next, clocks);
    }

    private MomentMeaning Only(DateOnly day, DateOnly later, Clocks clocks) =>
        clocks.IsToCome(day) ? new MomentMeaning.At(clocks.EndOf(day)) : new MomentMeaning.Passed([On(later)]);

    private Moment On(DateOnly day) => On(SaidDay.Date.Of(day));

    private Moment On(SaidDay day) => this with { Day = day };

    private static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    /// <summary>The clocks of a zone, and the time that they show at the moment.</summary>
    private readonly record struct Clocks(DateTimeOffset Now, TimeZoneInfo Zone, TimeSpan? Time, TeamHours Hours)
    {
        internal DateOnly Today { get; } = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

        internal DateTimeOffset EndOf(DateOnly day) =>
            Time is { } time ? WallClock.FirstInstant(Zone, day, time) : Hours.EndOf(day);

        internal bool IsToCome(DateOnly day) => EndOf(day) > Now;

        internal MomentMeaning.At Next(DateOnly day, int orElse) =>
            new(EndOf(IsToCome(day) ? day : day.AddDays(orElse)));
    }
}

/// <summary>The meaning of a moment by a clock.</summary>
public abstract record MomentMeaning
{
    private MomentMeaning() { }

    /// <summary>An instant to come.</summary>
    /// <param name="Instant">The instant.</param>
    public sealed record At(DateTimeOffset Instant) : MomentMeaning;

    /// <summary>It has passed.</summary>
    /// <param name="Later">The likely moments, which stay the same whenever they are read.</param>
    public sealed record Passed(IReadOnlyList<Moment> Later) : MomentMeaning;

    /// <summary>The date is another weekday.</summary>
    /// <param name="Nearest">The likely moments.</param>
    public sealed record NoSuchDay(IReadOnlyList<Moment> Nearest) : MomentMeaning;
}
