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
}

/// <summary>Where, when, by whom and by which way something happened.</summary>
/// <param name="Workspace">The workspace, as it was last reached before.</param>
/// <param name="Id">The resource.</param>
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
