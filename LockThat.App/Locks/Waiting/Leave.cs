using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Waiting;

/// <summary>Leaves the line of a resource, and stops watching it. A turn goes to the next one.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Shown">The place in line that the asker was shown; null when somebody types.</param>
public sealed record Leave(ResourceName Name, WaitId? Shown = null) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.NotInLine), typeof(Refusal.NoSuchResource), typeof(Refusal.Changed)];

    // A turn that ends at this moment and the one that leaves are two; the next one is the third.
    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.NoSuchResource(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        var wait = present.Line.Of(facts.Actor);
        // A place that is over is not left again, and watching is not what the button was drawn for.
        if (wait is null && (Shown is not null || !present.IsWatchedBy(facts.Actor)))
            return settled.Refuse(new Refusal.NotInLine());
        if (Shown is { } shown && wait?.Id != shown)
            return settled.Refuse(new Refusal.Changed());

        var stopped = facts.Actor is Actor.Person(var person) ? present.Stopped(person, facts.Now, wait) : present;
        var next = wait is null ? stopped : stopped.WithoutWait(wait);
        var hadTurn = present.Holding is Holding.Offered && next.Holding is Holding.Free;
        var free = hadTurn ? next.ToTellFree(facts.Actor) : [];
        return settled.Accept(hadTurn ? next.Free() : next, new Left(facts.Origin(present), wait, free), facts);
    }
}

/// <summary>Somebody waits and watches no more.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Wait">The place in line that they had; null when they only watched.</param>
/// <param name="Watchers">The people who are told that the resource is free, because the last in line had the turn and
/// left.</param>
public sealed record Left(EventOrigin Origin, Wait? Wait, ImmutableArray<UserId> Watchers) : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override bool IsKept => Wait is not null;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;

    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => Watchers == [] ? this : this with { Watchers = [] };
}
