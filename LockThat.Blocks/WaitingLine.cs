namespace LockThat.Blocks;

/// <summary>Somebody in line, with the moment of their turn.</summary>
/// <param name="Who">The one that waits.</param>
/// <param name="Length">For how long.</param>
/// <param name="Reason">Why, as typed; null when nothing was said.</param>
/// <param name="Expected">When the turn is expected; null for a turn that has begun.</param>
public sealed record WaitingLine(ActorLine Who, TimeSpan Length, string? Reason, DateTimeOffset? Expected);
