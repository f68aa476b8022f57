using System.Collections.Immutable;
using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Time;

namespace LockThat.App.Locks;

/// <summary>A shared thing as it stands. Commands decide about it; it changes nothing itself.</summary>
/// <param name="Id">Its id, which stays.</param>
/// <param name="Workspace">The workspace that it belongs to, as it was last reached.</param>
/// <param name="Name">Its name; the first spelling stays.</param>
public sealed record Resource(ResourceId Id, Workspace Workspace, ResourceName Name)
{
    /// <summary>How it stands; free unless set.</summary>
    public Holding Holding { get; init; } = Holding.Free.Instance;

    /// <summary>The lease that holds it; null when it is free. A lease past its end holds nobody back, see
    /// <see cref="At"/>.</summary>
    public Lease? Lease => (Holding as Holding.Held)?.Lease;

    /// <summary>The people who are told when it becomes free, in the order of asking; never its holder.</summary>
    public ImmutableArray<UserId> Watchers { get; init; } = [];

    /// <summary>The people who said within the last day that they want to be told no more, each once.</summary>
    public ImmutableArray<Stop> Stops { get; init; } = [];

    /// <summary>The request that changed it last, with its result, so that the same request delivered again gets the
    /// same answer.</summary>
    public LastRequest? Last { get; init; }

    /// <summary>Its key in the store.</summary>
    public ResourceKey Key => new(Workspace.Team, Name);

    /// <summary>When something is to be done about it: a reminder or the end; null when nothing is.</summary>
    public DateTimeOffset? DueAt =>
        Holding switch
        {
            Holding.Free => null,
            Holding.Held(var lease) => lease.RemindAt ?? lease.Until,
            _ => throw new UnreachableException(),
        };

    /// <summary>Everybody who holds it, would get it back or watches it.</summary>
    public IEnumerable<UserId> People
    {
        get
        {
            if (Lease?.Holder.Responsible is { } holder)
                yield return holder;
            if (Lease?.Former?.Holder.Responsible is { } former)
                yield return former;
            foreach (var watcher in Watchers)
                yield return watcher;
        }
    }

    /// <summary>A new resource.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="facts">The request that creates it, and the moment.</param>
    public static Resource New(ResourceName name, Facts facts) =>
        new(ResourceId.Of(name, facts), facts.Workspace, name);

    /// <summary>The resource as it is to be seen at <paramref name="now"/>: free when its lease has ended.</summary>
    public Resource At(DateTimeOffset now) => HasEnded(now) ? Free() : this;

    /// <summary>Whether it has a lease that holds nobody back any more at <paramref name="now"/>.</summary>
    public bool HasEnded(DateTimeOffset now) => Lease is { } lease && lease.HasEnded(now);

    /// <summary>Whether somebody is told when it becomes free.</summary>
    public bool IsWatchedBy(Actor actor) => actor is Actor.Person(var person) && Watchers.Contains(person);

    /// <summary>Ends a lease past its end.</summary>
    /// <param name="facts">The moment.</param>
    /// <param name="taker">The one that is about to take it, who is not told that it is free.</param>
    internal Settled EndIfExpired(Facts facts, Actor? taker = null)
    {
        if (Lease is not { } lease || !lease.HasEnded(facts.Now))
            return new(this, []);
        var origin = facts.Origin(this) with { By = Actor.Clock.Instance, Through = Entrance.Clock.Instance };
        return new(Free().ForgetRequest(facts.Now), [new Ended(origin, lease, WatchersBut(taker))]);
    }

    /// <summary>The same resource, with nobody holding or watching it.</summary>
    internal Resource Free() => this with { Holding = Holding.Free.Instance, Watchers = [] };

    /// <summary>The people who watch it, without one of them.</summary>
    internal ImmutableArray<UserId> WatchersBut(Actor? actor) =>
        actor is Actor.Person(var person) ? Watchers.Remove(person) : Watchers;

    /// <summary>The same resource for a person who wants to be told no more. A stop is kept longer than any notice
    /// lives, and only a notice asks for it.</summary>
    internal Resource Stopped(UserId user, DateTimeOffset now) =>
        this with
        {
            Watchers = Watchers.Remove(user),
            Stops = [.. Stops.Where(stop => stop.User != user && stop.At > now - Notice.Lasts), new Stop(user, now)],
        };

    /// <summary>The next state after an accepted request, remembered with its result.</summary>
    internal Resource Remember(ResourceEvent what, Facts facts) =>
        facts.Request is { } request
            ? this with
            {
                Workspace = facts.Workspace,
                Last = LastRequest.Of(request, what),
            }
            : this;

    /// <summary>The same resource, without a request that is too old to be delivered again.</summary>
    internal Resource ForgetRequest(DateTimeOffset now) =>
        Last is { } last && last.At <= now - LastRequest.Lasts ? this with { Last = null } : this;

    /// <summary>Whether the asker has already ended the lease that they were shown, so that a second press is no
    /// error.</summary>
    internal bool WasEndedBy(Actor asker, LeaseId shown) =>
        Last is { Before: { } before } last && last.By == asker && before.Id == shown && Lease?.Id != shown;
}

/// <summary>A resource whose ended lease was removed, with the event of the end.</summary>
/// <param name="Present">The resource as it stands.</param>
/// <param name="Events">The end, if there was one.</param>
internal readonly record struct Settled(Resource Present, ImmutableArray<ResourceEvent> Events)
{
    /// <summary>Nothing is done, but a lease that has ended by itself is removed all the same.</summary>
    public Decision Refuse(Refusal why, bool exists = true) =>
        new(exists ? Present : null, new Outcome.Refused(why, exists ? Present : null), Events);

    /// <summary>Another holds it.</summary>
    public Decision RefuseHeldBy(Lease lease, Actor asker) =>
        Refuse(new Refusal.HeldBy(lease, Present.IsWatchedBy(asker)));

    /// <summary>It is done.</summary>
    public Decision Accept(Resource? next, ResourceEvent what) =>
        new(next?.ForgetRequest(what.Origin.At), new Outcome.Accepted(what), Events.Add(what));

    /// <summary>It is done, and the resource remembers the request.</summary>
    public Decision Accept(Resource next, ResourceEvent what, Facts facts) => Accept(next.Remember(what, facts), what);

    /// <summary>The same request was done before: it gets the same answer, and nothing happens.</summary>
    public Decision AcceptAgain(ResourceEvent what) => new(Present, new Outcome.Accepted(what), Events);

    /// <summary>Nothing is to be done.</summary>
    public Decision Leave() => new(Present, new Outcome.Unchanged(Present), Events);
}
