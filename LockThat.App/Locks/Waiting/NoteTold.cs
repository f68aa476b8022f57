using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Waiting;

/// <summary>Slack took the message about a turn, so that the turn can run out.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Told">The place in line whose turn it is.</param>
public sealed record NoteTold(ResourceName Name, WaitId Told) : ResourceCommand(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Refusals => [];

    /// <inheritdoc/>
    protected override bool IsRemembered => false;

    /// <inheritdoc/>
    protected override Decision Rule(Scene scene, Facts facts)
    {
        var found = scene.Only;
        return found?.Holding is Holding.Offered({ IsTold: false } turn) && turn.Wait == Told
            ? new(
                found with
                {
                    Holding = new Holding.Offered(turn with { IsTold = true }),
                },
                new Outcome.Unchanged(found),
                []
            )
            : new(found, new Outcome.Unchanged(found), []);
    }
}
