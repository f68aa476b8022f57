namespace LockThat.App.Hosting;

/// <summary>Holds back what would be said again and again.</summary>
/// <param name="period">How long it is held back once it has been said.</param>
internal sealed class Seldom(TimeSpan period, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _lastSaid;

    /// <summary>Whether it is to be said now: true the first time, and then once in each period.</summary>
    public bool IsDue()
    {
        lock (_gate)
        {
            if (_lastSaid is { } last && time.GetElapsedTime(last) < period)
                return false;
            _lastSaid = time.GetTimestamp();
            return true;
        }
    }
}
