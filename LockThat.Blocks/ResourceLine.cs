using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The values of one resource that people see, for one reader.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lease">The lock; null when nobody holds it.</param>
/// <param name="IsOwn">Whether the reader has it.</param>
/// <param name="IsWatched">Whether the reader is told when it is free.</param>
public sealed record ResourceLine(string Name, LeaseLine? Lease = null, bool IsOwn = false, bool IsWatched = false)
{
    /// <summary>The turn of the first in line; null while somebody holds it, and when nobody waits.</summary>
    public TurnLine? Turn { get; init; }

    /// <summary>Whether it is the reader's turn.</summary>
    public bool IsOwnTurn { get; init; }

    /// <summary>How many wait in line, the one that has the turn among them.</summary>
    public int Waiting { get; init; }

    /// <summary>The reader's place in line; null when they do not wait.</summary>
    public PlaceLine? Place { get; init; }

    /// <summary>Whether the reader may lock it, and want it.</summary>
    public bool MayUse { get; init; } = true;

    /// <summary>Whether the reader may take it from another.</summary>
    public bool MayOverride { get; init; } = true;

    /// <summary>Whether the reader may delete it.</summary>
    public bool MayDelete { get; init; } = true;

    /// <summary>Whether anybody may lock it: nobody holds it, and nobody has the turn.</summary>
    public bool IsFree => Lease is null && Turn is null;

    /// <summary>Whether another holds it or has the turn.</summary>
    public bool IsOfAnother => !IsFree && !IsOwn && !IsOwnTurn;

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

/// <summary>The values of a turn that people see.</summary>
/// <param name="Wait">The id of the place in line, which buttons carry.</param>
/// <param name="Who">The one that alone may lock the resource.</param>
/// <param name="Until">Until when.</param>
public sealed record TurnLine(string Wait, ActorLine Who, DateTimeOffset Until);

/// <summary>The values of a reader's place in line.</summary>
/// <param name="Number">From 1; null where not all of the line is known.</param>
/// <param name="Expected">When the turn is expected; null where it is not known.</param>
/// <param name="Length">For how long they want the resource.</param>
/// <param name="Reason">Why, as typed; null when nothing was said.</param>
public sealed record PlaceLine(int? Number, DateTimeOffset? Expected, TimeSpan Length, string? Reason)
{
    /// <summary>The id of the place in line, which the button carries that leaves it.</summary>
    public string? Wait { get; init; }
}

/// <summary>An ask, as people see it.</summary>
/// <param name="Id">The id of the ask, which buttons carry.</param>
/// <param name="Who">The one that asks.</param>
/// <param name="Length">For how long they want the resource.</param>
/// <param name="Message">Why, as typed; null when nothing was said.</param>
public sealed record AskLine(string Id, ActorLine Who, TimeSpan Length, string? Message)
{
    /// <summary>When the words were said, which the button carries that hands it over.</summary>
    public DateTimeOffset? Said { get; init; }
}

/// <summary>The losses that a deletion brings, as the one that deletes sees them.</summary>
/// <param name="IsHeld">Whether the reader had the lock.</param>
/// <param name="IsTurn">Whether it was the reader's turn.</param>
/// <param name="InLine">How many others wait in line.</param>
/// <param name="Watchers">How many others, who do not wait in line, are told when it is free.</param>
public sealed record DeletionLine(bool IsHeld = false, bool IsTurn = false, int InLine = 0, int Watchers = 0);

/// <summary>Somebody in line, as people see them.</summary>
/// <param name="Who">The one that waits.</param>
/// <param name="Length">For how long they want the resource.</param>
public sealed record WaitLine(ActorLine Who, TimeSpan Length);
