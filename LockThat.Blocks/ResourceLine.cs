using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>What people see of one resource, for one reader.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lease">Who has it; null when it is free.</param>
/// <param name="IsOwn">Whether the reader has it.</param>
/// <param name="IsWatched">Whether the reader is told when it is free.</param>
public sealed record ResourceLine(string Name, LeaseLine? Lease = null, bool IsOwn = false, bool IsWatched = false)
{
    internal CodeSpan NameShown => new(Name);

    /// <summary>The state in a sentence: "`test-site` is held by @ada since … until … — “demo”".</summary>
    internal Prose State =>
        Lease switch
        {
            null => Prose.Of($"{NameShown} is free."),
            var lease when IsOwn => Prose.Of($"{NameShown} is yours until {lease.End}{lease.Why}."),
            var lease => Prose.Of(
                $"{NameShown} is held by {lease.By} since {lease.Start}, until {lease.End}{lease.Why}."
            ),
        };
}

/// <summary>What people see of a lock.</summary>
/// <param name="Id">The id of the lease, which buttons carry.</param>
/// <param name="Holder">The one that holds it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Reason">Why, as typed; null when nothing was said.</param>
public sealed record LeaseLine(string Id, ActorLine Holder, DateTimeOffset Since, DateTimeOffset Until, string? Reason)
{
    private static readonly TimeSpan SecondsMatter = TimeSpan.FromMinutes(10);

    internal Prose By => Holder.Shown;

    internal DateToken Start => new(Since);

    internal DateToken End => new(Until, Seconds: Until - Since < SecondsMatter);

    internal Prose Why => Reason is null ? Prose.None : Prose.Of($" — “{Reason}”");
}
