using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Locks;

/// <summary>Something that happened to a resource. What others learn of it follows from the event alone, see
/// <see cref="NoticeReactions"/>.</summary>
/// <param name="Origin">Where, when and by whom.</param>
public abstract record ResourceEvent(EventOrigin Origin);

/// <summary>Where, when and by whom something happened.</summary>
/// <param name="Workspace">The workspace, as it was last reached before.</param>
/// <param name="Name">The resource.</param>
/// <param name="By">The one that did it.</param>
/// <param name="At">The moment of the decision. What ended by itself says its own end beside it.</param>
public sealed record EventOrigin(Workspace Workspace, ResourceName Name, Actor By, DateTimeOffset At);
