using System.Collections.Immutable;

namespace LockThat.App.Locks;

/// <summary>
/// A shared thing, and every rule about holding it: each method decides from the present state, the asker and the moment, and changes nothing itself.
/// </summary>
/// <param name="Workspace">Where it belongs, as it was last reached.</param>
/// <param name="Name">Its name; the first spelling stays.</param>
public sealed partial record Resource(Workspace Workspace, ResourceName Name)
{
    /// <summary>Who holds it; null when it is free. A lease past its end holds nobody back, see <see cref="At"/>.</summary>
    public Lease? Lease { get; init; }

    /// <summary>Who is told when it becomes free, in the order of asking; never its holder.</summary>
    public ImmutableArray<UserId> Watchers { get; init; } = [];

    /// <summary>Who has said within the last day that they want to be told no more, each once.</summary>
    public ImmutableArray<Stop> Stops { get; init; } = [];

    /// <summary>The request that changed it last, so that the same request delivered again is answered alike.</summary>
    public LastRequest? Last { get; init; }

    /// <summary>Its key in the store.</summary>
    public ResourceKey Key => new(Workspace.Team, Name);

    /// <summary>When something is to be done about it: a reminder or the end; null when nothing is.</summary>
    public DateTimeOffset? DueAt => Lease is null ? null : Lease.RemindAt ?? Lease.Until;

    /// <summary>The resource as it is to be seen at <paramref name="now"/>: free when its lease has ended.</summary>
    public Resource At(DateTimeOffset now) => HasEnded(now) ? this with { Lease = null, Watchers = [] } : this;

    /// <summary>Whether it has a lease that holds nobody back any more at <paramref name="now"/>.</summary>
    public bool HasEnded(DateTimeOffset now) => Lease is { } lease && lease.HasEnded(now);

    /// <summary>Ends what has ended and reminds of what ends soon; called early, late or twice it does no harm.</summary>
    public static Decision<bool> Wake(Resource? found, Facts facts)
    {
        if (found is null)
            return new(null, false, []);

        var told = new List<Notice>();
        var next = found.Settle(facts.Now, told);
        if (next.Lease is { RemindAt: { } remindAt } lease && remindAt <= facts.Now)
        {
            next = next with { Lease = lease with { RemindAt = null } };
            told.Add(next.Tell(lease.Holder, facts.Now, new News.EndsSoon(next.Lease)));
        }

        return new(next, !ReferenceEquals(next, found), told);
    }

    /// <summary>Ends a lease past its end, telling holder and watchers, except who is about to take it.</summary>
    private Resource Settle(DateTimeOffset now, List<Notice> told, UserId? taker = null)
    {
        if (Lease is not { } lease || !lease.HasEnded(now))
            return this;

        told.Add(Tell(lease.Holder, now, new News.Ended(lease)));
        return Free(lease, now, told, taker);
    }

    /// <summary>Nobody holds it any more: every watcher is told once.</summary>
    private Resource Free(Lease was, DateTimeOffset now, List<Notice> told, UserId? taker = null)
    {
        told.AddRange(Watchers.Where(watcher => watcher != taker).Select(watcher => Tell(watcher, now, new News.Free(was))));
        return this with { Lease = null, Watchers = [] };
    }

    private Notice Tell(UserId to, DateTimeOffset at, News news) => new(Workspace, to, Name, at, news);

    private bool IsWatchedBy(UserId user) => Watchers.Contains(user);

    /// <summary>The next state after an accepted request, remembered with what was before it.</summary>
    private Resource Remember(Asker asker, DateTimeOffset now, Lease? before, bool created = false) =>
        this with { Workspace = asker.Workspace, Last = new(asker.Request, asker.User, now, before, created, IsFreed: Lease is null) };

    /// <summary>Whether the asker has already ended the lease that they saw, so that pressing twice is no surprise.</summary>
    private bool WasEndedBy(Asker asker, LeaseId seen) => Last is { Before: { } before } last && last.By == asker.User && before.Id == seen && Lease?.Id != seen;

    /// <summary>Decides, or finds its own work done and answers as it did then.</summary>
    private static Decision<T> Once<T>(Resource? found, Asker asker, Facts facts, Func<Resource?, Facts, Decision<T>> decide)
    {
        if (found?.Last is not { } last || last.Request != asker.Request)
            return decide(found, facts);

        var before = last.Created ? null : found with { Lease = last.Before, Last = null };
        return new(found, decide(before, new(last.At, 0)).Outcome, []);
    }
}

/// <summary>What the last accepted request found and when.</summary>
/// <param name="Request">The request.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Before">The lease that it found.</param>
/// <param name="Created">Whether it created the resource.</param>
/// <param name="IsFreed">Whether it left the resource free.</param>
public sealed record LastRequest(RequestId Request, UserId By, DateTimeOffset At, Lease? Before, bool Created, bool IsFreed);
