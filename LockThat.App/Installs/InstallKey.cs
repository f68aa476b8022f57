using LockThat.App.Locks;

namespace LockThat.App.Installs;

/// <summary>Whose token it is: a workspace's (<c>T…</c>) or, installed org-wide, an organisation's (<c>E…</c>).</summary>
public readonly record struct InstallKey(string Value)
{
    /// <summary>The key of the installation that a request from this workspace speaks of.</summary>
    public static InstallKey Of(Workspace workspace) => new(workspace.OrgInstall?.Value ?? workspace.Team.Value);

    public override string ToString() => Value;
}
