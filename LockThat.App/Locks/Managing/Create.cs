using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;

namespace LockThat.App.Locks.Managing;

/// <summary>Creates a free resource.</summary>
/// <param name="Name">Its name.</param>
public sealed record Create(ResourceName Name) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.Exists), typeof(Refusal.TooMany), .. Refusal.OfRights];

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Create;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is not null)
            return found.Settle(facts).Refuse(new Refusal.Exists());
        if (facts.ResourcesInWorkspace >= facts.Rules.MaxResources)
            return new(null, new Outcome.Refused(new Refusal.TooMany(facts.Rules.MaxResources), null), []);

        var settled = new Settled(Resource.New(Name, facts), []);
        return settled.Accept(settled.Present, new Created(facts.Origin(settled.Present)), facts);
    }
}

/// <summary>A resource was created, free.</summary>
/// <param name="Origin">Where, when and by whom.</param>
public sealed record Created(EventOrigin Origin) : ResourceEvent(Origin);
