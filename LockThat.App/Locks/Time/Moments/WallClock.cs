namespace LockThat.App.Locks.Time.Moments;

/// <summary>Clocks on a wall, which are put forward and back.</summary>
internal static class WallClock
{
    // Longer than the greatest distance between a zone and UTC, and no clock is put forward and back within it.
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    /// <summary>
    /// The first instant at which the clocks of a zone show a time or a later one. A time that they show twice is meant
    /// the first time; one that they leave out is the moment at which they are put forward.
    /// </summary>
    /// <param name="zone">The zone.</param>
    /// <param name="day">The day.</param>
    /// <param name="time">The time since its midnight.</param>
    public static DateTimeOffset FirstInstant(TimeZoneInfo zone, DateOnly day, TimeSpan time)
    {
        var shown = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue) + time, TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(shown - Around), zone.GetUtcOffset(shown + Around));
        if (zone.GetUtcOffset(shown - before) == before)
            return shown - before;
        return zone.GetUtcOffset(shown - after) == after
            ? shown - after
            : ChangeBetween(zone, shown - Around, shown + Around);
    }

    private static DateTimeOffset ChangeBetween(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var offset = zone.GetUtcOffset(before);
        var (low, high) = (before.ToUnixTimeSeconds(), after.ToUnixTimeSeconds());
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == offset)
                low = middle;
            else
                high = middle;
        }

        return DateTimeOffset.FromUnixTimeSeconds(high);
    }
}
