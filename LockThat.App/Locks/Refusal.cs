namespace LockThat.App.Locks;

/// <summary>Why nothing was done. Every command and every entrance shares these.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>Another holds the resource.</summary>
    /// <param name="Lease">The present lease.</param>
    /// <param name="IsWatched">Whether the asker is told when the resource becomes free.</param>
    public sealed record HeldBy(Lease Lease, bool IsWatched) : Refusal;

    /// <summary>The resource is not in the state that the asker was shown.</summary>
    public sealed record Changed : Refusal;

    /// <summary>There is no such resource.</summary>
    public sealed record NoSuchResource : Refusal;

    /// <summary>There is such a resource already.</summary>
    public sealed record Exists : Refusal;

    /// <summary>Nobody holds the resource.</summary>
    public sealed record NotHeld : Refusal;

    /// <summary>The end would be later than the maximum allows.</summary>
    /// <param name="Max">No end is later than now plus this.</param>
    public sealed record TooLong(TimeSpan Max) : Refusal;

    /// <summary>The chosen end is not in the future.</summary>
    public sealed record EndHasPassed : Refusal;

    /// <summary>The workspace has as many resources as it may have.</summary>
    /// <param name="Max">The most resources of a workspace.</param>
    public sealed record TooMany(int Max) : Refusal;
}
