namespace LockThat.App.Delivery;

/// <summary>
/// How many Homes of a workspace may be drawn now. Slack allows 100 calls of views.publish in a minute, all at once if
/// need be. The last quarter is kept for people who open their Home or act, and the last tenth for people who open it.
/// An opening is drawn even beyond the budget, as long as Slack takes it. Every call counts.
/// <see href="https://docs.slack.dev/apis/web-api/rate-limits">Slack's page.</see>
/// </summary>
internal sealed class PublishBudget(TimeProvider time)
{
    private const int InAMinute = 100;
    private const int MostOpenings = 3 * InAMinute;

    // Calls within a minute and a second cannot all arrive within one minute, unless the network delays some of them
    // for longer.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan HalvedFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _taken = new();
    private DateTimeOffset _lastTaken = DateTimeOffset.MinValue;
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _halvedUntil = DateTimeOffset.MinValue;

    /// <summary>
    /// The least time between two drawings for one person's own changes. Both paces together stay within the budget
    /// while a person and a colleague keep changing things.
    /// </summary>
    public TimeSpan PaceOfOwn =>
        TimeSpan.FromSeconds(
            Use() switch
            {
                >= 1 => 4,
                >= 0.125 => 2,
                _ => 1,
            }
        );

    /// <summary>The least time between two drawings for other people's changes.</summary>
    public TimeSpan PaceOfOthers => TimeSpan.FromSeconds(Use() >= 0.125 ? 1.5 : 1);

    /// <summary>Takes one for a person who opens their Home. A whole company that comes to work is drawn at once, as
    /// long as Slack takes it; beyond that, one may try every half second.</summary>
    public bool TryTakeForOpening() => TryTake(now => _taken.Count < MostOpenings || _lastTaken <= now - BetweenProbes);

    /// <summary>Takes one for a person who opened their Home a moment ago. When none is left, one may test every half
    /// second whether Slack takes it.</summary>
    public bool TryTakeOwed() => TryTake(now => _taken.Count < Most(now) || _lastTaken <= now - BetweenProbes);

    /// <summary>Takes one for a person who acted. The last tenth is left to openings.</summary>
    public bool TryTakeForActor() => TryTake(now => _taken.Count < Most(now) - (Most(now) / 10));

    /// <summary>Takes one for a person who has the Home open and did nothing.</summary>
    public bool TryTakeForOthers() => TryTake(now => _taken.Count < Most(now) - (Most(now) / 4));

    /// <summary>Slack wants no more calls for a while, and fewer after that.</summary>
    public void Close(TimeSpan wait)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _closedUntil = now + wait;
            _halvedUntil = now + HalvedFor;
        }
    }

    private double Use()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            return (double)_taken.Count / Most(now);
        }
    }

    private bool TryTake(Func<DateTimeOffset, bool> isThere)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            if (now < _closedUntil || !isThere(now))
                return false;
            _taken.Enqueue(now);
            _lastTaken = now;
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_taken.TryPeek(out var first) && first <= now - Window)
            _taken.Dequeue();
    }

    private int Most(DateTimeOffset now) => now < _halvedUntil ? InAMinute / 2 : InAMinute;
}
