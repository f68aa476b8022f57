using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Waiting;

/// <summary>Joins the line of a resource. A free resource is locked at once; joining again changes length and reason
/// and keeps the place.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Length">How long.</param>
/// <param name="Reason">The reason; null for none.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Join(ResourceName Name, LockLength Length, Reason? Reason, Expected Expected)
    : ResourceCommand(Name)
{
    /// <summary>Whether a place that is had already keeps its length: unless set, where none was said. A form also
    /// keeps what it showed and nobody touched.</summary>
    public bool KeepsLength { get; init; } = Length is LockLength.Unsaid;

    /// <summary>Whether a place that is had already keeps its reason: unless set, where none was said. In a form, a
    /// reason that was shown and is gone was cleared.</summary>
    public bool KeepsReason { get; init; } = Reason is null;

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [.. Taking.Refusals, typeof(Refusal.AlreadyHolds), typeof(Refusal.LineIsFull)];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found?.Settle(facts, facts.Actor) is not { Present.IsFree: false } settled)
            return Taking
                .OfFree(Name, Length, Reason, Expected)
                .Decide(found, facts, static (settled, other, _, facts) => settled.RefuseHeldBy(other, facts.Actor));
        if (settled.Present.Lease is { } lease && lease.Holder == facts.Actor)
            return settled.Refuse(new Refusal.AlreadyHolds(lease));
        return Expected.Fits(settled.Present) ? Stand(settled, facts) : settled.Refuse(new Refusal.Changed());
    }

    /// <inheritdoc/>
    protected override Decision? DoneBefore(Scene scene, Facts facts)
    {
        if (scene.Only is not { } found || facts.Request is not { } request)
            return null;
        var wait = found.Line.Of(facts.Actor);
        if (wait?.IsOf(request) is not true)
            wait = found.LeftBy(facts.Actor);
        if (wait?.IsOf(request) is not true)
            return Taking.DoneBefore(found, facts);
        var isAgain = wait.Id.Value != request.Value;
        var joined = new Joined(facts.Origin(found), wait, isAgain) { Before = isAgain ? wait : null };
        // The answer says the place that they had, also when they have left it since.
        var shown = found.At(facts.Now) with
        {
            Line = found.Line.With(wait),
        };
        return new(scene, new Outcome.Accepted(joined) { Present = shown }, []);
    }

    private Decision Stand(Settled settled, Facts facts)
    {
        if (facts.Rules.EndOf(Length, facts.Now) is not { } until)
            return settled.Refuse(new Refusal.TooLong(facts.Rules.MaxDuration));
        if (until <= facts.Now)
            return settled.Refuse(new Refusal.EndHasPassed());
        var (present, line) = (settled.Present, settled.Present.Line);
        var before = line.Of(facts.Actor);
        if (before is null && line.Count >= Line.Max)
            return settled.Refuse(new Refusal.LineIsFull(Line.Max));

        var own = before ?? NewPlace(line, facts);
        TimeSpan? asked = Length is LockLength.Unsaid ? null : until - facts.Now;
        var wait = own with
        {
            Length = before is not null && KeepsLength ? before.Length : asked,
            Reason = before is not null && KeepsReason ? before.Reason : Reason,
            ToldUntil = present.Lease?.Until ?? own.ToldUntil,
            ChangedBy = before is null ? null : facts.Request,
        };
        var tellsHolder = before is null && present.Lease is { IsLineTold: false };
        var next = present with
        {
            Line = line.With(wait),
            Holding =
                tellsHolder && present.Holding is Holding.Held held
                    ? held with
                    {
                        Lease = held.Lease with { IsLineTold = true },
                    }
                    : present.Holding,
        };
        var joined = new Joined(facts.Origin(present), wait, IsAgain: before is not null) { Before = before };
        // Nothing new was said.
        if (before is not null && before.Length == wait.Length && before.Reason == wait.Reason)
            return (settled with { Present = next }).AcceptAgain(joined with { Before = wait });
        var decision = settled.Accept(next, joined, facts);
        return tellsHolder && next.Lease is { } lease
            ? decision with
            {
                Events = decision.Events.Add(new Awaited(facts.Origin(present), lease, wait)),
            }
            : decision;
    }

    private static Wait NewPlace(Line line, Facts facts) =>
        new(
            new(facts.Request?.Value ?? ""),
            facts.Actor,
            Ticket.Behind(line.All is [.., var last] ? last.Ticket : null, facts.Now)
        );
}

/// <summary>Somebody waits in line, or changed what they wait for.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Wait">The place in line.</param>
/// <param name="IsAgain">Whether the place was had already.</param>
public sealed record Joined(EventOrigin Origin, Wait Wait, bool IsAgain) : ResourceEvent(Origin)
{
    /// <summary>The place as it was, when it was had already.</summary>
    public Wait? Before { get; init; }
}

/// <summary>The holder of a lock has somebody waiting for the first time.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lock.</param>
/// <param name="Wait">The one that joined.</param>
public sealed record Awaited(EventOrigin Origin, Lease Lease, Wait Wait) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override bool IsKept => false;
}
