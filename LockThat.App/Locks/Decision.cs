using System.Collections.Immutable;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks;

/// <summary>The result of a rule. A store commits its changes together, before anybody is answered.</summary>
/// <param name="Next">The resources from now on, in the order in which they were found. One that is the same instance
/// is not written.</param>
/// <param name="Outcome">The answer for the asker.</param>
/// <param name="Events">The events, in their order.</param>
public sealed record Decision(Scene Next, Outcome Outcome, ImmutableArray<ResourceEvent> Events)
{
    /// <summary>The rules of the team from now on; null where they stay as they are.</summary>
    public TeamPolicy? Policy { get; init; }

    /// <summary>The messages that others must get, which follow from the events.</summary>
    public IReadOnlyList<Notice> Notices
    {
        get => field ??= NoticeReactions.To(Events);
        internal init;
    }

    /// <summary>The same decision, which also tells the first in line that the end of the lock has moved past the one
    /// that they were told last.</summary>
    internal Decision TellFirst(Facts facts)
    {
        if (Next.Only is not { Lease: { } lease, Line.First: { } first } present || first.ToldUntil >= lease.Until)
            return this;
        var told = first with { ToldUntil = lease.Until };
        return this with
        {
            Next = present with { Line = present.Line.With(told) },
            Events = Events.Add(new Delayed(facts.Origin(present), told, lease)),
        };
    }

    /// <summary>Refuses a decision that would be stored under another resource's name.</summary>
    /// <param name="scope">The scope of the decision.</param>
    /// <exception cref="InvalidOperationException">The decision is about other resources: a bug.</exception>
    public void RequireFits(Scope scope)
    {
        if (Next.Count != scope.Count)
            throw new InvalidOperationException("A decision is about fewer or more resources than were found");
        for (var place = 0; place < scope.Count; place++)
        {
            if (Next[place] is { } next && next.Key != scope[place])
                throw new InvalidOperationException("A decision about one resource returned another");
        }
    }

    /// <summary>Whether a store has something to write.</summary>
    /// <param name="found">The scene of the decision.</param>
    public bool Changes(Scene found) =>
        !Events.IsEmpty || Notices.Count > 0 || Policy is not null || !Next.IsSameAs(found);
}

/// <summary>A resource from which everything that has ended was removed, with the events of that.</summary>
/// <param name="Present">The resource as it stands.</param>
/// <param name="Events">The ends and beginnings, in their order.</param>
internal readonly record struct Settled(Resource Present, ImmutableArray<ResourceEvent> Events)
{
    /// <summary>Nothing is done, but what has ended by itself is removed all the same.</summary>
    public Decision Refuse(Refusal why, bool exists = true) =>
        new(exists ? Present : null, new Outcome.Refused(why, exists ? Present : null), Events);

    /// <summary>Another holds it.</summary>
    public Decision RefuseHeldBy(Lease lease, Actor asker) =>
        Refuse(
            new Refusal.HeldBy(lease, Present.IsWatchedBy(asker))
            {
                Waiting = Present.Line.Count,
                IsWaiting = Present.Line.Of(asker) is not null,
            }
        );

    /// <summary>Another has the turn.</summary>
    public Decision RefuseTurn(Turn turn, Actor asker) =>
        Refuse(new Refusal.NotYourTurn(turn, Present.Line.Count, Present.Line.Of(asker) is not null));

    /// <summary>It is done. A resource that has become free goes to the first in line.</summary>
    public Decision Accept(Resource? next, ResourceEvent what, Facts facts)
    {
        if (next is null)
            return new(null, new Outcome.Accepted(what), Events.Add(what));
        var given = new Settled(next.Remember(what, facts).ForgetRequest(facts.Now), Events.Add(what)).GiveTurn(facts);
        return new(given.Present, new Outcome.Accepted(what) { Present = given.Present }, given.Events);
    }

    /// <summary>It is done, but the resource keeps the answer to the request before.</summary>
    public Decision AcceptUnremembered(Resource? next, ResourceEvent what, Facts facts) =>
        Accept(next, what, facts with { Request = null });

    /// <summary>The same request was done before: it gets the same answer, and nothing happens.</summary>
    public Decision AcceptAgain(ResourceEvent what) =>
        new(Present, new Outcome.Accepted(what) { Present = Present }, Events);

    /// <summary>Nothing is to be done.</summary>
    public Decision Leave() => new(Present, new Outcome.Unchanged(Present), Events);

    /// <summary>The same, with a turn for the first in line where nobody has the resource.</summary>
    public Settled GiveTurn(Facts facts)
    {
        if (Present.Holding is not Holding.Free || Present.Line.First is not { } first)
            return this;
        return Offer(first, since: facts.Now, facts);
    }

    /// <summary>The same with a turn that lasts its full time from now on.</summary>
    public Settled Offer(Wait first, DateTimeOffset since, Facts facts)
    {
        var until = facts.Now + facts.Rules.ClaimWindow;
        return new(
            Present with
            {
                Holding = new Holding.Offered(new(first.Id, first.Who, since, until)),
            },
            Events.Add(new TurnGiven(facts.OriginOfClock(Present), first, until))
        );
    }
}
