using System.Collections.Immutable;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Asking;

/// <summary>Gives the lock to a person who asked for it, ahead of the line, for the length that was asked
/// for.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Plea">The ask.</param>
public sealed record HandOver(ResourceName Name, PleaId Plea) : ResourceCommand(Name)
{
    /// <summary>When the words of the ask that the asker was shown were said; null for any words.</summary>
    public DateTimeOffset? Said { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [typeof(Refusal.Changed)];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (
            present.Holding is not Holding.Held held
            || held.Lease.Holder != facts.Actor
            || held.Find(Plea) is not { } plea
            || (Said is { } said && said != plea.At)
        )
            return settled.Refuse(new Refusal.Changed());

        var until = facts.Now + Shorter(plea.Length ?? facts.Rules.DefaultDuration, facts.Rules.MaxDuration);
        var lease = Taking.NewLease(facts, until, plea.Message) with { Holder = plea.Who };
        var next = present.HeldBy(lease);
        return settled.Accept(
            next,
            new HandedOver(facts.Origin(present), lease, held.Lease, [.. next.Line.All.Select(wait => wait.Who)]),
            facts
        );
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>A holder gave their lock to a person who had asked for it.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lock of the one that asked.</param>
/// <param name="Before">The lock that is over.</param>
/// <param name="Waiting">Those in line, whom the other has passed; they are told.</param>
public sealed record HandedOver(EventOrigin Origin, Lease Lease, Lease Before, ImmutableArray<Actor> Waiting)
    : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Before;

    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => Waiting == [] ? this : this with { Waiting = [] };
}
