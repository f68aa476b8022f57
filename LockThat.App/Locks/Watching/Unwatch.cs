using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Watching;

/// <summary>Stops telling the asker, whoever holds the resource by now.</summary>
/// <param name="Name">The resource.</param>
public sealed record Unwatch(ResourceName Name) : ResourceCommand(Name)
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
        var next = present.Stopped(person, facts.Now);
        if (present.Holding is Holding.Free || present.Lease?.Holder == facts.Actor)
            return (settled with { Present = next }).Refuse(new Refusal.Changed());

        var unwatched = new Unwatched(facts.Origin(present), present.Lease);
        return present.IsWatchedBy(facts.Actor)
            ? settled.AcceptUnremembered(next, unwatched, facts)
            : (settled with { Present = next }).AcceptAgain(unwatched);
    }
}

/// <summary>Somebody does not want to be told any more.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Lease">The lease that was waited for; null while somebody has the turn.</param>
public sealed record Unwatched(EventOrigin Origin, Lease? Lease) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Lease;

    /// <inheritdoc/>
    public override bool IsKept => false;
}
