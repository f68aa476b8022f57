namespace LockThat.App.Slack;

/// <summary>
/// How many Homes of a workspace may be drawn just now: Slack allows about 100 calls of views.publish a minute and workspace. A burst is free,
/// then one call every so often; who acted is drawn even without budget, and what that costs the others wait for.
/// <see href="https://docs.slack.dev/apis/web-api/rate-limits">Slack's page.</see>
/// </summary>
internal sealed class PublishBudget(TimeProvider time)
{
    private const double Burst = 30;
    private const double PerSecond = 1.2;

    private readonly Lock _gate = new();
    private double _left = Burst;
    private DateTimeOffset _filledAt = time.GetUtcNow();
    private DateTimeOffset _closedUntil;

    /// <summary>Takes one, also when none is left.</summary>
    public void Take()
    {
        lock (_gate)
        {
            Fill();
            _left--;
        }
    }

    /// <summary>Takes one when there is one.</summary>
    /// <param name="ahead">How many may be taken of those that are still to come.</param>
    public bool TryTake(int ahead = 0)
    {
        lock (_gate)
        {
            Fill();
            if (_left + ahead < 1 || time.GetUtcNow() < _closedUntil)
                return false;
            _left--;
            return true;
        }
    }

    /// <summary>Slack wants no more calls for a while.</summary>
    public void Close(TimeSpan wait)
    {
        lock (_gate)
            _closedUntil = time.GetUtcNow() + wait;
    }

    private void Fill()
    {
        var now = time.GetUtcNow();
        _left = Math.Min(Burst, _left + Math.Max(0, (now - _filledAt).TotalSeconds * PerSecond));
        _filledAt = now;
    }
}
