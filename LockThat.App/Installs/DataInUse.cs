using LockThat.App.Locks;

namespace LockThat.App.Installs;

/// <summary>Through which installations a workspace's data are used.</summary>
public static class DataInUse
{
    /// <summary>
    /// Whether a workspace's data may be deleted because an installation left: not once it has come back, and not while the workspace uses the
    /// same data through another one.
    /// </summary>
    /// <param name="purging">The installation that left.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="reached">Every way by which something that is stored was reached.</param>
    /// <param name="find">Installations as they stand at the moment of deleting.</param>
    public static bool MayForget(InstallKey purging, TeamId team, IEnumerable<Workspace> reached, Func<InstallKey, Installation?> find) =>
        find(purging) is { IsPurging: true }
        && find(new(team.Value)) is not { IsInstalled: true }
        && !reached.Any(workspace => workspace.Team == team && workspace.OrgInstall is { } organisation
            && find(new(organisation.Value)) is { IsInstalled: true }
            && find(InstallKey.OfAccess(organisation, team)) is not { LeftAt: not null });
}
