using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>One period of holding a resource. Its id is what buttons and modals that were drawn for it are checked
/// against.</summary>
/// <param name="Id">Derived from the request that took the lock; stays the same while the holder renews or
/// extends.</param>
/// <param name="Holder">The one that has the resource.</param>
/// <param name="Since">When holding began; a renewal does not move it.</param>
/// <param name="Until">The end, to the millisecond: from this moment on the lease holds nobody back.</param>
/// <param name="Reason">The reason that the holder gave, if any.</param>
public sealed record Lease(LeaseId Id, Actor Holder, DateTimeOffset Since, DateTimeOffset Until, Reason? Reason)
{
    /// <summary>When the holder is to be reminded of the end; null when there is nothing (more) to remind of.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>The lease that was taken over to get this one, for "Give it back"; null when nobody's was. It has no
    /// former lease itself.</summary>
    public Lease? Former { get; init; }

    /// <summary>Whether the end has come at <paramref name="now"/>.</summary>
    public bool HasEnded(DateTimeOffset now) => Until <= now;
}

/// <summary>One period of holding. Buttons carry it, so that a stale one is recognised.</summary>
/// <param name="Value">Short, of letters, digits, <c>-</c> and <c>_</c> when it was made from a
/// <see cref="RequestId"/>.</param>
public readonly record struct LeaseId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}

/// <summary>How a resource stands: free, or held by somebody.</summary>
public abstract record Holding
{
    private Holding() { }

    /// <summary>A lease holds a resource.</summary>
    /// <param name="lease">The lease.</param>
    public static implicit operator Holding(Lease lease) => new Held(lease);

    /// <summary>Nobody has it.</summary>
    public sealed record Free : Holding
    {
        /// <summary>The only one.</summary>
        public static Free Instance { get; } = new();
    }

    /// <summary>Somebody has it.</summary>
    /// <param name="Lease">The lease; one past its end holds nobody back, see <see cref="Resource.At"/>.</param>
    public sealed record Held(Lease Lease) : Holding;
}
