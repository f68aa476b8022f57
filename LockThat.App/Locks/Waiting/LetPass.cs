using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Waiting;

/// <summary>Lets the next one in line go first: the two change places, and the turn begins for the other.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Shown">The place in line whose turn the asker was shown.</param>
public sealed record LetPass(ResourceName Name, WaitId Shown) : ResourceCommand(Name)
{
    /// <summary>The end of the turn that the asker was shown; null for any. The same place in line may have the turn
    /// again later.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [typeof(Refusal.Changed), typeof(Refusal.NobodyBehind)];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Line;

    /// <inheritdoc/>
    public override bool IsNew => true;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found is null)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);

        var settled = found.Settle(facts);
        var present = settled.Present;
        if (
            present.Holding is not Holding.Offered(var turn)
            || turn.Wait != Shown
            || (Until is { } shown && shown != turn.Until)
            || turn.Who != facts.Actor
            || present.Line.First is not { } first
        )
            return settled.Refuse(new Refusal.Changed());
        if (present.Line.Second is not { } second)
            return settled.Refuse(new Refusal.NobodyBehind());

        var later = first with { Ticket = second.Ticket };
        var next = present with
        {
            Holding = Holding.Free.Instance,
            Line = present.Line.With(later).With(second with { Ticket = first.Ticket }),
        };
        return settled.Accept(next, new LetGoFirst(facts.Origin(present), later, second.Who), facts);
    }
}

/// <summary>The first in line let the next one go first.</summary>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Wait">The place in line of the one that stepped back.</param>
/// <param name="Next">The one that goes first.</param>
public sealed record LetGoFirst(EventOrigin Origin, Wait Wait, Actor Next) : ResourceEvent(Origin);
