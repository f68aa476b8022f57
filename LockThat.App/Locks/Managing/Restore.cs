using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks.Managing;

/// <summary>Takes back a deletion: the same resource is there again, with its lock, its line, its watchers,
/// and the asks and rights of people. A lock that ended since ends now.</summary>
/// <param name="Name">The name that it had.</param>
/// <param name="Gone">The deletion.</param>
public sealed record Restore(ResourceName Name, Deleted Gone) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [typeof(Refusal.Exists), typeof(Refusal.TooMany), typeof(Refusal.TooLate), .. Refusal.OfRights];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Delete;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is not null)
            return found.Id == Gone.Origin.Id
                ? found.Settle(facts).Leave()
                : found.Settle(facts).Refuse(new Refusal.Exists());
        if (Gone.Origin.At + Undo.Lasts <= facts.Now)
            return new(null, new Outcome.Refused(new Refusal.TooLate(Undo.Lasts), null), []);
        if (facts.ResourcesInWorkspace >= facts.Rules.MaxResources)
            return new(null, new Outcome.Refused(new Refusal.TooMany(facts.Rules.MaxResources), null), []);

        var present = Gone.Was(facts);
        var restored = new Restored(facts.Origin(present), Gone.Held, Gone.Watchers, Gone.Line);
        var settled = present.Settle(facts);
        var next = Told(settled.Present, facts).Remember(restored, facts);
        return new(next, new Outcome.Accepted(restored) { Present = next }, [restored, .. settled.Events]);
    }

    // The answer says that it is the asker's turn, and no message follows.
    private static Resource Told(Resource present, Facts facts) =>
        present.Holding is Holding.Offered(var turn) && turn.Who == facts.Actor
            ? present with
            {
                Holding = new Holding.Offered(turn with { IsTold = true }),
            }
            : present;
}

/// <summary>A resource that was deleted is there again.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Held">The lock that it had; null when it was free.</param>
/// <param name="Watchers">The people who had been told that it is gone; they are told that it is back.</param>
/// <param name="Line">Those in line, who are told, too.</param>
public sealed record Restored(EventOrigin Origin, Lease? Held, ImmutableArray<UserId> Watchers, Line Line)
    : ResourceEvent(Origin)
{
    /// <inheritdoc/>
    public override Lease? LeaseAfter => Held;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;

    /// <inheritdoc/>
    internal override ResourceEvent ForAsker => this with { Watchers = [], Line = Line.Empty };
}
