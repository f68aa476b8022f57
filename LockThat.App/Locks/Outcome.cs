using System.Diagnostics;

namespace LockThat.App.Locks;

/// <summary>The result of a command, for the one that asked.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The resource for the words of the answer; null when there is none.</summary>
    internal Resource? Now =>
        this switch
        {
            Accepted accepted => accepted.Present,
            Unchanged(var present) => present,
            Refused(_, var present) => present,
            _ => throw new UnreachableException(),
        };

    /// <summary>The same with another state of that resource.</summary>
    internal Outcome At(Resource present) =>
        this switch
        {
            Accepted accepted => accepted with { Present = present },
            Unchanged unchanged => unchanged with { Present = present },
            Refused refused => refused with { Present = present },
            _ => throw new UnreachableException(),
        };

    /// <summary>It is done.</summary>
    /// <param name="Event">The event. It happened before when the same request comes again.</param>
    public sealed record Accepted(ResourceEvent Event) : Outcome
    {
        /// <summary>The resource right after it, for the words of the answer; null when it is gone. The same request
        /// delivered again may find another state, but its result is the same.</summary>
        public Resource? Present { get; init; }

        /// <summary>Whether the same happened.</summary>
        public bool Equals(Accepted? other) => other is not null && Event == other.Event;

        /// <summary>The hash of what happened.</summary>
        public override int GetHashCode() => Event.GetHashCode();
    }

    /// <summary>Nothing was to be done: the state that was asked for is the present one.</summary>
    /// <param name="Present">The resource as it stands; null when there is none.</param>
    public sealed record Unchanged(Resource? Present) : Outcome;

    /// <summary>Nothing was done.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Present">The resource as it stands; null when there is none.</param>
    public sealed record Refused(Refusal Why, Resource? Present) : Outcome;
}
