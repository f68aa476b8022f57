using LockThat.App.Locks.Time.Moments;

namespace LockThat.App.Locks.Time;

/// <summary>A length as a person typed it, before anybody knows by which clocks they live.</summary>
public abstract record TypedLength
{
    private TypedLength() { }

    /// <summary>A length of time.</summary>
    /// <param name="Time">More than zero.</param>
    public sealed record For(TimeSpan Time) : TypedLength;

    /// <summary>Up to a moment.</summary>
    /// <param name="Moment">The moment.</param>
    public sealed record Until(Moment Moment) : TypedLength;
}
