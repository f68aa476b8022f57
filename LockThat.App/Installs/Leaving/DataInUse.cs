using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Leaving;

/// <summary>Through which installations a workspace's data are used: its own, and those of its organisations.</summary>
public static class DataInUse
{
    /// <summary>How long whoever left has to come back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>
    /// Whether a workspace's data may be deleted because an installation left: not once that has come back, and not
    /// while another one through which the data were reached is there, or may still come back.
    /// </summary>
    /// <param name="purging">The installation that left.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="reached">Every way by which something that is stored was reached.</param>
    /// <param name="find">Installations as they stand at the moment of deleting.</param>
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

    /// <summary>What decides for one workspace of an organisation: whether it was taken out of the install, else the
    /// install as a whole.</summary>
    public static Installation? Part(Installation? organisation, Installation? access) =>
        access is { LeftAt: not null } ? access : organisation;

    /// <summary>Whether the time to come back has passed.</summary>
    public static bool IsOver(this Installation install, DateTimeOffset now) =>
        install.LeftAt is { } left && now - left >= Grace;
}
