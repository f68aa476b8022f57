using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>What a member has open beneath their modals: a channel, or the app's Home.</summary>
internal sealed record Whereabouts(Member Member, Channel Channel, bool IsOnHome);
