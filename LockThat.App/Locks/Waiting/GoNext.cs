using System.Collections.Immutable;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Waiting;

/// <summary>Puts a person who lost their lock at the head of the line, with the reason and the time that they had left.
/// A resource that is free by now is locked.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Lost">The lease that was lost.</param>
public sealed record GoNext(ResourceName Name, LeaseId Lost) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.Changed), typeof(Refusal.AlreadyHolds), .. Refusal.OfRights];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);

        var right = found.LossOf(Lost, facts);
        var settled = found.Settle(facts, taker: right is null ? null : facts.Actor);
        var present = settled.Present;
        if (present.Lease is { } own && own.Holder == facts.Actor)
            return settled.Refuse(new Refusal.AlreadyHolds(own));
        if (right is not { } loss)
            return settled.Refuse(new Refusal.Changed());
        var left = loss.Left < facts.Rules.MaxDuration ? loss.Left : facts.Rules.MaxDuration;
        return present.Holding is Holding.Free || present.IsTurnOf(facts.Actor)
            ? Lock(settled, loss, left, facts)
            : Stand(settled, loss, left, facts);
    }

    private static Decision Lock(Settled settled, Loss loss, TimeSpan left, Facts facts)
    {
        var lease = Taking.NewLease(facts, facts.Now + left, loss.Reason);
        return settled.Accept(
            settled.Present.HeldBy(lease),
            new Locked(facts.Origin(settled.Present), lease, IsCreated: false),
            facts
        );
    }

    private static Decision Stand(Settled settled, Loss loss, TimeSpan left, Facts facts)
    {
        var present = settled.Present;
        var before = present.Line.Of(facts.Actor);
        var others = present.Line.Without(facts.Actor);
        var ticket = others.First?.Ticket.Before() ?? Ticket.Behind(null, facts.Now);
        var wait = (before ?? new Wait(new(facts.Request?.Value ?? ""), facts.Actor, ticket)) with
        {
            Ticket = ticket,
            Length = left,
            Reason = loss.Reason,
            ToldUntil = present.Lease?.Until,
        };
        var line = others.With(wait);
        // A running turn stays before the one that comes to the head.
        var turn = present.Holding is Holding.Offered ? others.First : null;
        if (turn is not null)
            line = line.With(turn with { Ticket = ticket.Before() });
        var passed = others.All.Where(other =>
            other.Id != turn?.Id && (before is null || other.Ticket.CompareTo(before.Ticket) < 0)
        );
        return settled.Accept(
            present.Forget(loss) with
            {
                Line = line,
            },
            new WentNext(facts.Origin(present), wait, [.. passed]),
            facts
        );
    }
}

/// <summary>Somebody who lost their lock is at the head of the line.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Wait">The place in line.</param>
/// <param name="Passed">Those who waited before, and now wait behind; they are told.</param>
public sealed record WentNext(EventOrigin Origin, Wait Wait, ImmutableArray<Wait> Passed) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => Passed == [] ? this : this with { Passed = [] };
}

/// <summary>A lock that somebody lost to another, who may come back before all others.</summary>
/// <param name="Lease">The lease that was lost.</param>
/// <param name="Holder">The one that lost it.</param>
/// <param name="At">When it was lost.</param>
/// <param name="Until">The end that it had.</param>
/// <param name="Reason">The reason that it had.</param>
public sealed record Loss(LeaseId Lease, Actor Holder, DateTimeOffset At, DateTimeOffset Until, Reason? Reason)
{
    /// <summary>How long the right lasts: seven days.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(7);

    /// <summary>The time that was left.</summary>
    public TimeSpan Left => Until - At;
}
