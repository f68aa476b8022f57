using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Managing;

/// <summary>Deletes a resource that nobody else holds; its watchers are told.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Delete(ResourceName Name, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.HeldBy), typeof(Refusal.NoSuchResource), typeof(Refusal.Changed)];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.NoSuchResource(), null), []);

        var settled = found.EndIfExpired(facts);
        var present = settled.Present;
        if (present.Lease is { } other && other.Holder != facts.Actor)
            return settled.RefuseHeldBy(other, facts.Actor);
        return Expected.Fits(present)
            ? settled.Accept(null, new Deleted(facts.Origin(present), present.Lease, present.Watchers))
            : settled.Refuse(new Refusal.Changed());
    }
}

/// <summary>A resource is gone.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Held">The asker's own lease, which is lost with it; null when it was free.</param>
/// <param name="Watchers">The people who are told that it is gone.</param>
public sealed record Deleted(EventOrigin Origin, Lease? Held, ImmutableArray<UserId> Watchers) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseBefore => Held;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;
}
