using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>The channel, or the app's Home, that a member has open beneath the modals.</summary>
internal sealed record Whereabouts(Member Member, Channel Channel, bool IsOnHome);
