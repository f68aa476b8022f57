using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Waiting;

/// <summary>Slack took the message about a turn, so that the turn can run out.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Told">The place in line whose turn it is.</param>
/// <param name="Until">The end of the turn. A turn that was given anew is told anew.</param>
public sealed record NoteTold(ResourceName Name, WaitId Told, DateTimeOffset Until) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        if (found?.Holding is not Holding.Offered({ IsTold: false } turn) || !IsAbout(turn, facts.Now))
            return new(found, new Outcome.Unchanged(found), []);
        var told = found with { Holding = new Holding.Offered(turn with { IsTold = true }) };
        return new(told, new Outcome.Unchanged(told), []);
    }

    // A message that arrived at the very end of a turn was too late.
    private bool IsAbout(Turn turn, DateTimeOffset now) =>
        turn.Wait == Told && turn.Until == Until && !turn.HasEnded(now);
}
