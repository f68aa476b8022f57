using LockThat.App.Locks.Time.Moments;

namespace LockThat.App.Locks.Time;

/// <summary>The working hours that a team has set, by the clocks of its time zone.</summary>
/// <param name="Hours">The days and times.</param>
/// <param name="Zone">The time zone of the team.</param>
public sealed record TeamHours(WorkingHours Hours, TimeZoneInfo Zone)
{
    /// <summary>Hours as they are stored; null when there can be none: no day, no time between start and end, or a zone
    /// that this system does not know.</summary>
    /// <param name="hours">The days and times.</param>
    /// <param name="zone">The name of the zone.</param>
    public static TeamHours? Of(WorkingHours hours, string zone) =>
        hours.Days != WorkingDays.None
        && hours.Starts < hours.Ends
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? new(hours, found)
            : null;

    /// <summary>When work starts on a day.</summary>
    /// <param name="day">The day in the <see cref="Zone"/>.</param>
    public DateTimeOffset StartOf(DateOnly day) => WallClock.FirstInstant(Zone, day, Hours.Starts.ToTimeSpan());

    /// <summary>When work ends on a day.</summary>
    /// <param name="day">The day in the <see cref="Zone"/>.</param>
    public DateTimeOffset EndOf(DateOnly day) => WallClock.FirstInstant(Zone, day, Hours.Ends.ToTimeSpan());

    /// <summary>The day that a moment belongs to in the <see cref="Zone"/>.</summary>
    public DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>Whether people work at a moment.</summary>
    public bool Contains(DateTimeOffset moment) => From(moment) == moment;

    /// <summary>The moment itself while people work, and else when they begin next.</summary>
    public DateTimeOffset From(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        while (!Hours.HasWork(day) || EndOf(day) <= moment)
            day = day.AddDays(1);
        return StartOf(day) > moment ? StartOf(day) : moment;
    }

    /// <summary>When the working hours before a moment ended; the moment itself while people work.</summary>
    public DateTimeOffset UpTo(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        while (!Hours.HasWork(day) || StartOf(day) > moment)
            day = day.AddDays(-1);
        return EndOf(day) < moment ? EndOf(day) : moment;
    }
}
