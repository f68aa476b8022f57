namespace LockThat.App.Locks.Time.Moments;

/// <summary>When a day's work starts and ends; on days without work the same times hold.</summary>
/// <param name="Days">The days with work.</param>
/// <param name="Starts">By the clocks of the zone in which it is asked for.</param>
/// <param name="Ends">By the same clocks.</param>
public sealed record WorkingHours(WorkingDays Days, TimeOnly Starts, TimeOnly Ends)
{
    /// <summary>Where a team has set nothing: Monday to Friday, 09:00 to 17:00.</summary>
    public static WorkingHours Default { get; } =
        new(
            WorkingDays.Monday
                | WorkingDays.Tuesday
                | WorkingDays.Wednesday
                | WorkingDays.Thursday
                | WorkingDays.Friday,
            new TimeOnly(9, 0),
            new TimeOnly(17, 0)
        );

    /// <summary>Whether a day has work.</summary>
    public bool HasWork(DateOnly day) =>
        Days.HasFlag(
            day.DayOfWeek == DayOfWeek.Sunday ? WorkingDays.Sunday : (WorkingDays)(1 << ((int)day.DayOfWeek - 1))
        );
}

/// <summary>The days of a week on which people work.</summary>
[Flags]
public enum WorkingDays
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,
}
