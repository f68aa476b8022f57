namespace LockThat.App.Locks.Time.Moments;

/// <summary>When a day's work ends; on days without work the same time holds.</summary>
/// <param name="Ends">By the clocks of the zone in which it is asked for.</param>
public sealed record WorkingHours(TimeOnly Ends)
{
    /// <summary>Where a team has set nothing: until 17:00.</summary>
    public static WorkingHours Default { get; } = new(new TimeOnly(17, 0));
}
