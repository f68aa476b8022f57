using System.Collections.Immutable;
using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks;

/// <summary>A shared thing as it stands. Commands decide about it; it changes nothing itself.</summary>
/// <param name="Id">Its id, which stays.</param>
/// <param name="Workspace">The workspace that it belongs to, as it was last reached.</param>
/// <param name="Name">Its name; the first spelling stays.</param>
public sealed record Resource(ResourceId Id, Workspace Workspace, ResourceName Name)
{
    /// <summary>How it stands; free unless set.</summary>
    public Holding Holding { get; init; } = Holding.Free.Instance;

    /// <summary>The lease that holds it; null when nobody holds it. A lease past its end holds nobody back, see
    /// <see cref="At"/>.</summary>
    public Lease? Lease => (Holding as Holding.Held)?.Lease;

    /// <summary>Those who want it next. While somebody waits, it is held, or the first has the turn.</summary>
    public Line Line { get; init; } = Line.Empty;

    /// <summary>The people who are told when it becomes free, in the order of asking; never its holder.</summary>
    public ImmutableArray<UserId> Watchers { get; init; } = [];

    /// <summary>The people who said within the last day that they want to be told no more, each once.</summary>
    public ImmutableArray<Stop> Stops { get; init; } = [];

    /// <summary>The unlock that may still be taken back; null when there is none. It may be too late by now.</summary>
    public Freed? Freed { get; init; }

    /// <summary>The locks that were taken from people who may come back before all others; the newest last.</summary>
    public ImmutableArray<Loss> Losses { get; init; } = [];

    /// <summary>The request that changed it last, with its result, so that the same request delivered again gets the
    /// same answer.</summary>
    public LastRequest? Last { get; init; }

    /// <summary>Its key in the store.</summary>
    public ResourceKey Key => new(Workspace.Team, Name);

    /// <summary>When something is to be done about it: a reminder or an end; null when nothing is.</summary>
    public DateTimeOffset? DueAt =>
        Holding switch
        {
            Holding.Free => null,
            Holding.Held(var lease) => lease.RemindAt ?? lease.Until,
            Holding.Offered(var turn) => turn.Until,
            _ => throw new UnreachableException(),
        };

    /// <summary>Everybody who holds it, would get it back, asks for it, has the turn, watches it or waits in the part
    /// of the line that was read.</summary>
    public IEnumerable<UserId> People
    {
        get
        {
            if (Lease?.Holder.Responsible is { } holder)
                yield return holder;
            if (Lease?.Former?.Holder.Responsible is { } former)
                yield return former;
            foreach (var actor in Askers)
                if (actor.Responsible is { } person)
                    yield return person;
            foreach (var watcher in Watchers)
                yield return watcher;
        }
    }

    /// <summary>Whether somebody is among these people, or has a right to come back to it.</summary>
    public bool Concerns(UserId user) => People.Contains(user) || WithRights.Any(actor => actor.Responsible == user);

    /// <summary>A new resource.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="facts">The request that creates it, and the moment.</param>
    public static Resource New(ResourceName name, Facts facts) =>
        new(ResourceId.Of(name, facts), facts.Workspace, name);

    /// <summary>The resource as it is to be seen at <paramref name="now"/>: held by nobody when its lease has
    /// ended.</summary>
    public Resource At(DateTimeOffset now) => HasEnded(now) ? Free() : this;

    /// <summary>Whether it has a lease that holds nobody back any more at <paramref name="now"/>.</summary>
    public bool HasEnded(DateTimeOffset now) => Lease is { } lease && lease.HasEnded(now);

    /// <summary>Whether somebody is told when it becomes free.</summary>
    public bool IsWatchedBy(Actor actor) => actor is Actor.Person(var person) && Watchers.Contains(person);

    /// <summary>Whether anybody may lock it: nobody has it, and nobody is in line for it.</summary>
    public bool IsFree => Holding is Holding.Free && Line.Count == 0;

    /// <summary>Whether somebody is the one that may lock it now.</summary>
    public bool IsTurnOf(Actor actor) => Holding is Holding.Offered(var turn) && turn.Who == actor;

    /// <summary>The right of the asker to come back before all others; null when there is none.</summary>
    /// <param name="lost">The lease that they lost.</param>
    /// <param name="facts">The asker, and the moment.</param>
    internal Loss? LossOf(LeaseId lost, Facts facts) =>
        Losses.FirstOrDefault(loss =>
            loss.Lease == lost && loss.Holder == facts.Actor && loss.At + Loss.Lasts > facts.Now
        )
        ?? (
            Freed is { } freed
            && freed.Was.Id == lost
            && freed.Was.Holder == facts.Actor
            && freed.At + Loss.Lasts > facts.Now
                ? new Loss(lost, freed.Was.Holder, freed.At, freed.Was.Until, freed.Was.Reason)
                : null
        );

    /// <summary>The same resource, without a right that was used.</summary>
    internal Resource Forget(Loss used) =>
        this with
        {
            Losses = Losses.RemoveAll(loss => loss.Lease == used.Lease),
            Freed = Freed?.Was.Id == used.Lease ? null : Freed,
        };

    /// <summary>The resource as it stands at a moment: what has ended is over, and the first in line has the
    /// turn.</summary>
    /// <param name="facts">The moment.</param>
    /// <param name="taker">The one that is about to take it, who is not told that it is free.</param>
    internal Settled Settle(Facts facts, Actor? taker = null)
    {
        var settled = Holding switch
        {
            Holding.Held(var lease) when lease.HasEnded(facts.Now) => new Settled(
                Free().ForgetRequest(facts.Now),
                [new Ended(facts.OriginOfClock(this), lease, ToTellFree(taker))]
            ),
            Holding.Offered(var turn) when turn.HasEnded(facts.Now) => EndTurn(turn, facts, taker),
            Holding.Free or Holding.Held or Holding.Offered => new Settled(this, []),
            _ => throw new UnreachableException(),
        };
        return settled.GiveTurn(facts);
    }

    /// <summary>The same resource with nobody holding it. Its watchers wait until nobody is in line.</summary>
    internal Resource Free() =>
        this with
        {
            Holding = Holding.Free.Instance,
            Watchers = Line.Count == 0 ? [] : Watchers,
        };

    /// <summary>The same resource, held: its holder neither waits nor watches any more.</summary>
    internal Resource HeldBy(Lease lease) =>
        this with
        {
            Holding = lease,
            Line = Line.Without(lease.Holder),
            Watchers = WatchersBut(lease.Holder),
            Losses = Losses.RemoveAll(loss => loss.Holder == lease.Holder),
            Freed = Freed?.Was.Holder == lease.Holder ? null : Freed,
        };

    /// <summary>The same resource, with another state of the lease that holds it.</summary>
    internal Resource With(Lease lease) =>
        this with
        {
            Holding = Holding is Holding.Held held ? held with { Lease = lease } : lease,
        };

    /// <summary>The same resource for one that waits no more; without a turn, if it was theirs.</summary>
    internal Resource WithoutWait(Wait wait) =>
        this with
        {
            Line = Line.Without(wait.Id),
            Holding = Holding is Holding.Offered(var turn) && turn.Wait == wait.Id ? Holding.Free.Instance : Holding,
        };

    /// <summary>The same resource, from which a lock was taken.</summary>
    internal Resource Losing(Lease lost, DateTimeOffset now) =>
        this with
        {
            Losses =
            [
                .. Losses
                    .Where(loss => loss.Holder != lost.Holder && loss.At + Loss.Lasts > now)
                    .TakeLast(MostLosses - 1),
                new Loss(lost.Id, lost.Holder, now, lost.Until, lost.Reason),
            ],
        };

    /// <summary>The people who are told that it is free now: nobody while somebody is in line.</summary>
    internal ImmutableArray<UserId> ToTellFree(Actor? taker = null) => Line.Count == 0 ? WatchersBut(taker) : [];

    /// <summary>The people who watch it, without one of them.</summary>
    internal ImmutableArray<UserId> WatchersBut(Actor? actor) =>
        actor is Actor.Person(var person) ? Watchers.Remove(person) : Watchers;

    /// <summary>The same resource for a person who wants to be told no more. A stop is kept longer than any notice
    /// lives, and only a notice asks for it.</summary>
    internal Resource Stopped(UserId user, DateTimeOffset now, Wait? left = null)
    {
        var recent = Stops.RemoveAll(stop => stop.At <= now - Notice.Lasts);
        var before = recent.FirstOrDefault(stop => stop.User == user);
        return this with
        {
            Watchers = Watchers.Remove(user),
            Stops = [.. recent.Where(stop => stop.User != user), new Stop(user, now) { Left = left ?? before.Left }],
        };
    }

    /// <summary>Whether somebody has said since a moment that they want to be told no more.</summary>
    internal bool HasStopped(UserId user, DateTimeOffset since) =>
        Stops.Any(stop => stop.User == user && stop.At >= since);

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

    /// <summary>The place in line that somebody left last, within the last day; null when there is none.</summary>
    internal Wait? LeftBy(Actor actor) =>
        actor is Actor.Person(var person) ? Stops.FirstOrDefault(stop => stop.User == person).Left : null;

    private const int MostLosses = 10;

    private IEnumerable<Actor> Askers =>
        [
            .. Holding is Holding.Held(_, var pleas) ? pleas.Select(plea => plea.Who) : [],
            .. Holding is Holding.Offered(var turn) ? [turn.Who] : (Actor[])[],
            .. Line.Known.Select(wait => wait.Who),
        ];

    private IEnumerable<Actor> WithRights =>
        [
            .. Losses.Select(loss => loss.Holder),
            .. Freed is { } freed ? freed.Watchers.Select(watcher => (Actor)watcher).Append(freed.Was.Holder) : [],
            .. Freed is { Pleas: var pleas } ? pleas.Select(plea => plea.Who) : [],
        ];

    // The turn of the one that asks at this very moment is over as well.
    private Settled EndTurn(Turn turn, Facts facts, Actor? taker)
    {
        if (Line.First is not { } first)
            return new(Free(), []);
        if (turn.AnewSince(facts.Now, facts.ServingSince) is { } since)
            return new Settled(this, []).Offer(first, since, facts);
        var without = WithoutWait(first);
        return new(without.Free(), [new TurnPassed(facts.OriginOfClock(this), first, without.ToTellFree(taker))]);
    }
}
