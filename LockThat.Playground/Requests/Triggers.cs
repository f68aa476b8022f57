using System.Globalization;
using LockThat.Playground.Wire;

namespace LockThat.Playground.Requests;

/// <summary>The state of a trigger id that the app presents.</summary>
internal enum TriggerState
{
    Valid,
    Expired,
    Exchanged,
    Invalid,
}

/// <summary>Trigger ids: three seconds, one use, bound to the person who acted.</summary>
internal sealed class Triggers(TimeProvider time, Ids ids)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Trigger> _issued = [];

    public string Issue(string userId)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var (old, _) in _issued.Where(trigger => now - trigger.Value.At > TimeSpan.FromHours(1)).ToList())
                _issued.Remove(old);
            var id = string.Create(
                CultureInfo.InvariantCulture,
                $"{now.ToUnixTimeMilliseconds()}.{_issued.Count + 1}.{ids.Next("", 12)}"
            );
            _issued[id] = new(userId, now, Used: false);
            return id;
        }
    }

    /// <summary>Uses the trigger up, when it still may be used.</summary>
    public (TriggerState State, string UserId) Take(string id)
    {
        lock (_gate)
        {
            if (!_issued.TryGetValue(id, out var trigger))
                return (TriggerState.Invalid, "");
            if (trigger.Used)
                return (TriggerState.Exchanged, trigger.UserId);
            if (time.GetUtcNow() - trigger.At > Lifetime)
                return (TriggerState.Expired, trigger.UserId);
            _issued[id] = trigger with { Used = true };
            return (TriggerState.Valid, trigger.UserId);
        }
    }

    private sealed record Trigger(string UserId, DateTimeOffset At, bool Used);
}
