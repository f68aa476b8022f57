using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Locking;

/// <summary>Adds to the end of a lock that the asker holds.</summary>
/// <param name="Name">The resource.</param>
/// <param name="By">How much is added; more than zero.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Extend(ResourceName Name, TimeSpan By, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [
            typeof(Refusal.HeldBy),
            typeof(Refusal.NotYourTurn),
            typeof(Refusal.NotHeld),
            typeof(Refusal.NoSuchResource),
            typeof(Refusal.TooLong),
            typeof(Refusal.Changed),
            .. Refusal.OfRights,
        ];

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

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
        if (!Expected.Fits(settled.Present))
            return settled.Refuse(new Refusal.Changed());
        if (settled.Present.Holding is Holding.Offered(var turn) && turn.Who != facts.Actor)
            return settled.RefuseTurn(turn, facts.Actor);
        if (settled.Present.Lease is not { } lease)
            return settled.Refuse(new Refusal.NotHeld());
        if (lease.Holder != facts.Actor)
            return settled.RefuseHeldBy(lease, facts.Actor);
        var max = facts.Rules.MaxDuration;
        if (By > max || lease.Until + By > facts.Now + max)
            return settled.Refuse(new Refusal.TooLong(max));

        var until = lease.Until + By;
        var extended = lease with { Until = until, RemindAt = facts.Rules.RemindAt(lease.Since, until, facts.Now) };
        var extension = new Extended(facts.Origin(settled.Present), extended, lease);
        return settled.Accept(settled.Present.With(extended), extension, facts).TellFirst(facts);
    }
}

/// <summary>A holder added to the end of their lock.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lease with its new end.</param>
/// <param name="Before">The lease as it was.</param>
public sealed record Extended(EventOrigin Origin, Lease Lease, Lease Before) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Before;

    /// <summary>How much was added.</summary>
    public TimeSpan By => Lease.Until - Before.Until;
}
