namespace LockThat.App.Locks;

/// <summary>The result of a command, for the one that asked.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It is done.</summary>
    /// <param name="Event">The event. It happened before when the same request comes again.</param>
    public sealed record Accepted(ResourceEvent Event) : Outcome;

    /// <summary>Nothing was to be done: the state that was asked for is the present one.</summary>
    /// <param name="Present">The resource as it stands; null when there is none.</param>
    public sealed record Unchanged(Resource? Present) : Outcome;

    /// <summary>Nothing was done.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Present">The resource as it stands; null when there is none.</param>
    public sealed record Refused(Refusal Why, Resource? Present) : Outcome;
}
