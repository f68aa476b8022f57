using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Asking;

/// <summary>Tells a person who asked that the holder still needs the resource.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Plea">The ask.</param>
/// <param name="Answer">The words of the holder; null when there are none.</param>
public sealed record Keep(ResourceName Name, PleaId Plea, Reason? Answer) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [typeof(Refusal.Changed)];

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);

        var settled = found.Settle(facts);
        if (
            settled.Present.Holding is not Holding.Held held
            || held.Lease.Holder != facts.Actor
            || held.Find(Plea) is not { } plea
        )
            return settled.Refuse(new Refusal.Changed());
        return settled.Accept(
            settled.Present with
            {
                Holding = held.With(plea with { IsAnswered = true }).At(facts.Now),
            },
            new Kept(facts.Origin(settled.Present), held.Lease, plea.Who, Answer),
            facts
        );
    }
}

/// <summary>A holder keeps their lock though somebody asked for it.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lock.</param>
/// <param name="Asker">The one that asked, who is told.</param>
/// <param name="Answer">The words of the holder; null when there are none.</param>
public sealed record Kept(EventOrigin Origin, Lease Lease, Actor Asker, Reason? Answer) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;
}
