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
    public static bool MayForget(InstallKey purging, TeamId team, IEnumerable<Workspace> reached, Func<InstallKey, Installation?> find)
    {
        var own = find(new(team.Value));
        return find(purging) is { IsPurging: true }
            && own is not { IsInstalled: true }
            && !reached.Where(workspace => workspace.Team == team).Select(workspace => workspace.OrgInstall)
                .Append(own?.Enterprise).Distinct().OfType<EnterpriseId>()
                .Any(organisation => IsServed(team, find(new(organisation.Value)), find(InstallKey.OfAccess(organisation, team))));
    }

    /// <summary>Whether an organisation's install serves one of its workspaces.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="organisation">The organisation's install.</param>
    /// <param name="access">The workspace's part in it; null when nothing was ever heard of that.</param>
    public static bool IsServed(TeamId team, Installation? organisation, Installation? access) =>
        organisation is { IsInstalled: true } && organisation.Key.Value != team.Value && access is not { LeftAt: not null };
}
