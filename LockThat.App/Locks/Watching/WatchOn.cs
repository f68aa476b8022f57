using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Watching;

/// <summary>
/// Tells a watcher of the present lock whose message "it is free" came too late, unless they have said since that they
/// want to be told no more.
/// </summary>
/// <param name="Name">The resource.</param>
/// <param name="FreedAt">When the resource became free.</param>
public sealed record WatchOn(ResourceName Name, DateTimeOffset FreedAt) : ResourceCommand(Name)
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
        if (isFreeForAsker || present.Lease?.Holder == facts.Actor)
            return settled.Refuse(new Refusal.Changed());
        return present.IsWatchedBy(facts.Actor) || present.HasStopped(person, FreedAt)
            ? settled.Leave()
            : settled.AcceptUnremembered(
                present with
                {
                    Watchers = present.Watchers.Add(person),
                },
                new Watched(facts.Origin(present), present.Lease),
                facts
            );
    }
}
