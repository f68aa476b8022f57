using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks.Managing;

/// <summary>Deletes a resource that nobody else holds; its watchers are told.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Expected">The state that the asker was shown.</param>
public sealed record Delete(ResourceName Name, Expected Expected) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals =>
        [
            typeof(Refusal.HeldBy),
            typeof(Refusal.NotYourTurn),
            typeof(Refusal.NoSuchResource),
            typeof(Refusal.Changed),
            .. Refusal.OfRights,
        ];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    public override ResourceCommand DrawnFor(Expected shown) => this with { Expected = shown };

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    protected override Right? Right => Policies.Right.Delete;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.NoSuchResource(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (present.Holding is Holding.Offered(var turn) && turn.Who != facts.Actor)
            return settled.RefuseTurn(turn, facts.Actor);
        if (present.Lease is { } other && other.Holder != facts.Actor)
            return settled.RefuseHeldBy(other, facts.Actor);
        return Expected.Fits(present)
            ? settled.Accept(null, Deleted.Of(present, facts), facts)
            : settled.Refuse(new Refusal.Changed());
    }
}

/// <summary>A resource is gone.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Held">The asker's own lease, which is lost with it; null when it was free.</param>
/// <param name="Watchers">The people who are told that it is gone.</param>
/// <param name="Line">Those in line, who are told, too.</param>
public sealed record Deleted(EventOrigin Origin, Lease? Held, ImmutableArray<UserId> Watchers, Line Line)
    : ResourceEvent(Origin)
{
    /// <summary>The asks for that lease, which come back with it.</summary>
    public ImmutableArray<Plea> Pleas { get; init; } = [];

    /// <summary>The people who may come back before all others, which they may again when the resource is
    /// back.</summary>
    public ImmutableArray<Loss> Losses { get; init; } = [];

    /// <summary>The unlock that may be taken back once the resource is back; null when there is none.</summary>
    public Freed? Freed { get; init; }

    /// <summary>The people who want to be told no more, also of the resource that is back.</summary>
    public ImmutableArray<Stop> Stops { get; init; } = [];

    /// <summary>The deletion of a resource as it stands.</summary>
    internal static Deleted Of(Resource present, Facts facts) =>
        new(facts.Origin(present), present.Lease, present.Watchers, present.Line)
        {
            Pleas = present.Holding is Holding.Held(_, var pleas) ? pleas : [],
            Losses = present.Losses,
            Freed = present.Freed,
            Stops = present.Stops,
        };

    /// <summary>The resource as it was, without a turn.</summary>
    internal Resource Was(Facts facts) =>
        new(Origin.Id, facts.Workspace, Origin.Name)
        {
            Holding = Held is null ? Holding.Free.Instance : new Holding.Held(Held, Pleas),
            Watchers = Watchers,
            Line = Line,
            Losses = Losses,
            Freed = Freed,
            Stops = Stops,
        };

    /// <inheritdoc/>
    public override Lease? LeaseBefore => Held;

    /// <inheritdoc/>
    public override ImmutableArray<UserId> Told => Watchers;
}
