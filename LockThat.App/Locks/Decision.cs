using System.Collections.Immutable;
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
    public bool Changes(Scene found) => !Events.IsEmpty || Notices.Count > 0 || !Next.IsSameAs(found);
}
