using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Stores;

/// <summary>The seam to the facts about people. Every member throws <see cref="StoreUnavailableException"/> when the
/// store cannot serve it.</summary>
public interface IPersonStore
{
    /// <summary>A person in a workspace; null when nothing is known of them.</summary>
    ValueTask<KnownPerson?> FindPerson(TeamId team, UserId user, CancellationToken cancellationToken);

    /// <summary>Keeps a fact about a person, durably before the task completes, unless a later one is kept.</summary>
    Task SavePerson(KnownPerson person, CancellationToken cancellationToken);

    /// <summary>The time zone of a person has changed, in all workspaces of the organisation that says so. A person of
    /// whom nothing is known stays unknown, and a later fact stays.</summary>
    /// <param name="workspace">The workspace, or the installation of its organisation.</param>
    /// <param name="user">The person.</param>
    /// <param name="zone">The new zone; null when it is not known any more.</param>
    /// <param name="at">The moment of the change.</param>
    /// <param name="cancellationToken">Cancels a change that has not begun yet.</param>
    Task ChangeZone(
        Workspace workspace,
        UserId user,
        string? zone,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );
}

/// <summary>A fact about a person: by which clocks they live.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="User">The person.</param>
/// <param name="Zone">The name of their time zone, such as <c>Europe/Berlin</c>.</param>
/// <param name="KnownAt">When that was known to be so, in whole milliseconds.</param>
public sealed record KnownPerson(Workspace Workspace, UserId User, string Zone, DateTimeOffset KnownAt)
{
    /// <summary>Whether a change of the person concerns this row.</summary>
    /// <param name="workspace">The workspace that reports it, or the installation of its organisation.</param>
    public bool IsIn(Workspace workspace) =>
        Workspace.Team == workspace.Team
        || (workspace.OrgInstall is { } organisation && Workspace.OrgInstall == organisation);
}
