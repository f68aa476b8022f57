using System.Collections.Immutable;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Policies;

/// <summary>The word of Slack about a person of a workspace, as far as rules ask for it.</summary>
/// <param name="IsAdministrator">Whether they are an owner or admin of the workspace, or installed the app
/// there.</param>
/// <param name="IsGuest">Whether they are a guest of the workspace.</param>
public sealed record Membership(bool IsAdministrator, bool IsGuest)
{
    /// <summary>Somebody like all others.</summary>
    public static Membership Usual { get; } = new(IsAdministrator: false, IsGuest: false);

    /// <summary>Slack does not say just now.</summary>
    public static Membership Unknown { get; } = Usual with { IsKnown = false };

    /// <summary>Whether Slack has said all this.</summary>
    public bool IsKnown { get; private init; } = true;

    /// <summary>The groups of the team's administrators that the person is in; null when Slack does not say.</summary>
    public ImmutableArray<UserGroupId>? Groups { get; init; } = [];
}

/// <summary>Asks Slack about a person. The answer may be some minutes old.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="user">The person.</param>
/// <param name="groups">The groups that matter; Slack is asked about groups only when there are some.</param>
/// <param name="cancellationToken">Cancels the question.</param>
public delegate Task<Membership> FindMembership(
    Workspace workspace,
    UserId user,
    ImmutableArray<UserGroupId> groups,
    CancellationToken cancellationToken
);
