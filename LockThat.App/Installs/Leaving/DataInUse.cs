using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Leaving;

/// <summary>The installations through which a workspace's data are used: its own, and those of its
/// organisations.</summary>
public static class DataInUse
{
    /// <summary>The time that an installation that left has to come back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>
    /// Whether a workspace's data may be deleted because an installation left. They may not once that installation has
    /// come back, or while another one through which the data were reached is there or may still come back.
    /// </summary>
    /// <param name="purging">The installation that left.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="reached">Every installation through which something stored was reached.</param>
    /// <param name="find">Finds an installation as it is at the moment of deleting.</param>
    /// <param name="now">That moment.</param>
    public static bool MayForget(
        InstallKey purging,
        TeamId team,
        IEnumerable<Workspace> reached,
        Func<InstallKey, Installation?> find,
        DateTimeOffset now
    )
    {
        var own = find(new(team.Value));
        var organisations = reached
            .Where(workspace => workspace.Team == team)
            .Select(workspace => workspace.OrgInstall)
            .Append(own?.Enterprise)
            .OfType<EnterpriseId>()
            .Distinct();
        return find(purging) is { IsPurging: true }
            && organisations
                .Select(organisation =>
                    Part(find(new(organisation.Value)), find(InstallKey.OfAccess(organisation, team)))
                )
                .Append(own)
                .All(install => install is null || install.Key == purging || install.IsOver(now));
    }

    /// <summary>The installation that decides for one workspace of an organisation: the workspace's own part if it was
    /// taken out of the install, else the whole install.</summary>
    public static Installation? Part(Installation? organisation, Installation? access) =>
        access is { LeftAt: not null } ? access : organisation;

    /// <summary>Whether the time to come back has passed.</summary>
    public static bool IsOver(this Installation install, DateTimeOffset now) =>
        install.LeftAt is { } left && now - left >= Grace;
}
