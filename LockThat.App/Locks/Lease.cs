using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

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

    /// <summary>The place in line whose turn was taken over to get this one, for "Give it back"; null when nobody's
    /// was.</summary>
    public WaitId? FormerTurn { get; init; }

    /// <summary>Whether the holder was told that somebody waits in line.</summary>
    public bool IsLineTold { get; init; }

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
    /// <param name="Pleas">The asks of others, the oldest first; each asks once.</param>
    public sealed record Held(Lease Lease, ImmutableArray<Plea> Pleas) : Holding
    {
        /// <summary>Nobody has asked for it yet.</summary>
        public Held(Lease lease)
            : this(lease, []) { }

        /// <summary>The lease alone.</summary>
        public void Deconstruct(out Lease lease) => lease = Lease;

        /// <summary>The ask of somebody, which may be answered; null when there is none.</summary>
        public Plea? PleaOf(Actor who) => Pleas.FirstOrDefault(plea => plea.Who == who);

        /// <summary>An ask; null when it was answered.</summary>
        public Plea? Find(PleaId id) => Pleas.FirstOrDefault(plea => plea.Id == id && !plea.IsAnswered);

        /// <summary>The same without the asks that are answered and hold nobody back from asking again.</summary>
        internal Held At(DateTimeOffset now) =>
            this with
            {
                Pleas = Pleas.RemoveAll(plea => plea.IsAnswered && plea.RestsUntil <= now),
            };

        /// <summary>The same with one more ask, or with other words of one.</summary>
        internal Held With(Plea plea) =>
            this with
            {
                Pleas = [.. Pleas.Where(other => other.Id != plea.Id).TakeLast(Plea.Max - 1), plea],
            };
    }

    /// <summary>Nobody has it, and the first in line alone may lock it.</summary>
    /// <param name="Turn">The turn; one past its end holds nobody back.</param>
    public sealed record Offered(Turn Turn) : Holding;
}
