using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Locking;

/// <summary>Gives the asker's lock to another person, with the same end and reason.</summary>
/// <param name="Name">The resource.</param>
/// <param name="To">The other person, who is a member of the workspace.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Give(ResourceName Name, UserId To, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [
            typeof(Refusal.NoSuchResource),
            typeof(Refusal.HeldBy),
            typeof(Refusal.NotHeld),
            typeof(Refusal.NotYourTurn),
            typeof(Refusal.ToOneself),
            typeof(Refusal.Changed),
            .. Refusal.OfRights,
        ];

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Use;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(
                null,
                new Outcome.Refused(
                    Expected is Expected.Any ? new Refusal.NoSuchResource() : new Refusal.Changed(),
                    null
                ),
                []
            );

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (!Expected.Fits(present))
            return settled.Refuse(new Refusal.Changed());
        if (present.Holding is Holding.Offered(var turn) && turn.Who != facts.Actor)
            return settled.RefuseTurn(turn, facts.Actor);
        if (present.Lease is not { } lease)
            return settled.Refuse(new Refusal.NotHeld());
        if (lease.Holder != facts.Actor)
            return settled.RefuseHeldBy(lease, facts.Actor);
        if (lease.Holder == (Actor)To)
            return settled.Refuse(new Refusal.ToOneself());

        var given = Taking.NewLease(facts, lease.Until, lease.Reason) with
        {
            Holder = To,
            Former = lease with { Former = null, FormerTurn = null },
        };
        return settled.Accept(present.HeldBy(given), new Given(facts.Origin(present), given, lease), facts);
    }
}

/// <summary>A holder gave their lock to another person.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The other's lock.</param>
/// <param name="Before">The lock that is over.</param>
public sealed record Given(EventOrigin Origin, Lease Lease, Lease Before) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Before;
}
