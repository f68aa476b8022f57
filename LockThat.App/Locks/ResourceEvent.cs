using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Locks;

/// <summary>Something that happened to a resource. The messages to other people follow from the event alone, see
/// <see cref="NoticeReactions"/>.</summary>
/// <param name="Origin">Where, when and by whom.</param>
public abstract record ResourceEvent(EventOrigin Origin)
{
    /// <summary>Whether the history keeps it: it changed the resource as everybody sees it.</summary>
    public virtual bool IsKept => true;

    /// <summary>The lease from now on; null when the event is about none.</summary>
    public virtual Lease? LeaseAfter => null;

    /// <summary>The lease that the event ended or changed; null when there was none.</summary>
    public virtual Lease? LeaseBefore => null;

    /// <summary>The people who are told of it beside its holder.</summary>
    public virtual ImmutableArray<UserId> Told => [];

    /// <summary>The event as a resource remembers it, for the same request delivered again: nobody is told
    /// twice.</summary>
    internal virtual ResourceEvent ForAsker => this;
}

/// <summary>Where, when, by whom and by which way something happened.</summary>
/// <param name="Workspace">The workspace, as it was last reached before.</param>
/// <param name="Id">The resource; none for an event that is about the workspace alone.</param>
/// <param name="Name">The name that the resource had.</param>
/// <param name="By">The one that did it.</param>
/// <param name="Through">The way by which it was asked for.</param>
/// <param name="At">The moment of the decision. A lock that ended by itself has its own end beside it.</param>
public sealed record EventOrigin(
    Workspace Workspace,
    ResourceId Id,
    ResourceName Name,
    Actor By,
    Entrance Through,
    DateTimeOffset At
);
