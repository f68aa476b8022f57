namespace LockThat.App.Locks.Waiting;

/// <summary>The first in line has the turn; or has it anew, because it ran out before they could know of it.</summary>
/// <param name="Origin">When.</param>
/// <param name="Wait">The place in line.</param>
/// <param name="Until">The end of the turn.</param>
public sealed record TurnGiven(EventOrigin Origin, Wait Wait, DateTimeOffset Until) : ResourceEvent(Origin);
