namespace LockThat.App.Hosting;

/// <summary>Holds back a message that would be repeated again and again.</summary>
/// <param name="period">How long it is held back after the first time.</param>
internal sealed class Seldom(TimeSpan period, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _lastSaid;

    /// <summary>Whether the message is due now: true the first time, and then once in each period.</summary>
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
