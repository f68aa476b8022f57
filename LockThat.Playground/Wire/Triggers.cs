using System.Globalization;

namespace LockThat.Playground.Wire;

/// <summary>What became of a trigger id that the app presents.</summary>
internal enum TriggerState
{
    Valid,
    Expired,
    Exchanged,
    Invalid,
}

/// <summary>Trigger ids: three seconds, one use, bound to who acted.</summary>
internal sealed class Triggers(TimeProvider time, Ids ids)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Trigger> issued = [];

    public string Issue(string userId)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var (old, _) in issued.Where(trigger => now - trigger.Value.At > TimeSpan.FromHours(1)).ToList())
                issued.Remove(old);
            var id = string.Create(
                CultureInfo.InvariantCulture,
                $"{now.ToUnixTimeMilliseconds()}.{issued.Count + 1}.{ids.Next("", 12)}"
            );
            issued[id] = new(userId, now, Used: false);
            return id;
        }
    }

    /// <summary>Uses the trigger up, when it still may be used.</summary>
    public (TriggerState State, string UserId) Take(string id)
    {
        lock (gate)
        {
            if (!issued.TryGetValue(id, out var trigger))
                return (TriggerState.Invalid, "");
            if (trigger.Used)
                return (TriggerState.Exchanged, trigger.UserId);
            if (time.GetUtcNow() - trigger.At > Lifetime)
                return (TriggerState.Expired, trigger.UserId);
            issued[id] = trigger with { Used = true };
            return (TriggerState.Valid, trigger.UserId);
        }
    }

    private sealed record Trigger(string UserId, DateTimeOffset At, bool Used);
}
