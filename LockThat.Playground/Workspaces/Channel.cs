using System.Collections.Immutable;

namespace LockThat.Playground.Workspaces;

/// <summary>A public channel, or the direct messages of one person (<c>DirectWith</c>) with the app; its members
/// include the app where it was invited.</summary>
public sealed record Channel(string Id, string Name, ImmutableArray<string> MemberIds, string? DirectWith = null)
{
    public bool IsDirect => DirectWith is not null;
}
