using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The values of one resource that people see, for one reader.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lease">The lock; null when it is free.</param>
/// <param name="IsOwn">Whether the reader has it.</param>
/// <param name="IsWatched">Whether the reader is told when it is free.</param>
public sealed record ResourceLine(string Name, LeaseLine? Lease = null, bool IsOwn = false, bool IsWatched = false)
{
    /// <summary>The name in a sentence.</summary>
    public CodeSpan NameShown => new(Name);
}

/// <summary>The values of a lock that people see.</summary>
/// <param name="Id">The id of the lease, which buttons carry.</param>
/// <param name="Holder">The one that holds it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Reason">Why, as typed; null when nothing was said.</param>
public sealed record LeaseLine(string Id, ActorLine Holder, DateTimeOffset Since, DateTimeOffset Until, string? Reason);
