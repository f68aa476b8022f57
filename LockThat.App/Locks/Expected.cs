using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks;

/// <summary>The state that the asker was shown. A rule that finds another one changes nothing and answers with the
/// present state.</summary>
public abstract record Expected
{
    private Expected() { }

    /// <summary>Any state is fine, because only the words count.</summary>
    public static Expected Anything { get; } = new Any();

    /// <summary>Whether a resource, after an ended lease has been removed, is in this state.</summary>
    /// <param name="present">The resource; null when there is none.</param>
    public bool Fits(Resource? present) =>
        this switch
        {
            Any => true,
            New => present is null,
            Existing => present is not null,
            Free => present is { Holding: Holding.Free },
            Turn(var id) => present?.Holding is Holding.Offered(var turn) && turn.Wait == id,
            Lease(var id, var until) => present?.Lease is { } lease
                && lease.Id == id
                && (until is null || lease.Until == until),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Any state is fine.</summary>
    public sealed record Any : Expected;

    /// <summary>There is no such resource yet.</summary>
    public sealed record New : Expected;

    /// <summary>There is such a resource, in any state.</summary>
    public sealed record Existing : Expected;

    /// <summary>There is such a resource, and it is free.</summary>
    public sealed record Free : Expected;

    /// <summary>This place in line has the turn.</summary>
    /// <param name="Wait">The place in line shown.</param>
    public sealed record Turn(WaitId Wait) : Expected;

    /// <summary>This lease holds it.</summary>
    /// <param name="Id">The lease shown.</param>
    /// <param name="Until">The end shown; null where the end does not matter.</param>
    public sealed record Lease(LeaseId Id, DateTimeOffset? Until = null) : Expected;
}
