using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks.Managing;

/// <summary>Deletes a resource that nobody else holds; its watchers are told.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Delete(ResourceName Name, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.HeldBy), typeof(Refusal.NotYourTurn), typeof(Refusal.NoSuchResource), typeof(Refusal.Changed)];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.NoSuchResource(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (present.Holding is Holding.Offered(var turn) && turn.Who != facts.Actor)
            return settled.RefuseTurn(turn, facts.Actor);
        if (present.Lease is { } other && other.Holder != facts.Actor)
            return settled.RefuseHeldBy(other, facts.Actor);
        return Expected.Fits(present)
            ? settled.Accept(null, Deleted.Of(present, facts), facts)
            : settled.Refuse(new Refusal.Changed());
    }
}

/// <summary>A resource is gone.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Held">The asker's own lease, which is lost with it; null when it was free.</param>
/// <param name="Watchers">The people who are told that it is gone.</param>
/// <param name="Line">Those in line, who are told, too.</param>
public sealed record Deleted(EventOrigin Origin, Lease? Held, ImmutableArray<UserId> Watchers, Line Line)
    : ResourceEvent(Origin)
{
    /// <summary>The deletion of a resource as it stands.</summary>
    internal static Deleted Of(Resource present, Facts facts) =>
        new(facts.Origin(present), present.Lease, present.Watchers, present.Line);

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Held;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;
}
