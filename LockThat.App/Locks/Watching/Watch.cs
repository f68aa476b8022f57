using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Watching;

/// <summary>Tells the asker once when the resource becomes free.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Watch(ResourceName Name, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [typeof(Refusal.Changed)];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null || facts.Actor is not Actor.Person(var person))
            return new(found, new Outcome.Refused(new Refusal.Changed(), found), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        var isFreeForAsker = present.Holding is Holding.Free || present.IsTurnOf(facts.Actor);
        if (isFreeForAsker || present.Lease?.Holder == facts.Actor || !Expected.Fits(present))
            return settled.Refuse(new Refusal.Changed());

        var watched = new Watched(facts.Origin(present), present.Lease);
        return present.IsWatchedBy(facts.Actor)
            ? settled.AcceptAgain(watched)
            : settled.AcceptUnremembered(present with { Watchers = present.Watchers.Add(person) }, watched, facts);
    }
}

/// <summary>Somebody wants to be told when a resource is free.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lease that is waited for; null while somebody has the turn.</param>
public sealed record Watched(EventOrigin Origin, Lease? Lease) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override bool IsKept => false;
}
