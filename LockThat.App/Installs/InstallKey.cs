using LockThat.App.Identifiers;

namespace LockThat.App.Installs;

/// <summary>Whose token it is: a workspace's (<c>T…</c>) or, installed org-wide, an organisation's
/// (<c>E…</c>).</summary>
public readonly record struct InstallKey(string Value)
{
    /// <summary>The key of the installation that a request from this workspace speaks of.</summary>
    public static InstallKey Of(Workspace workspace) => new(workspace.OrgInstall?.Value ?? workspace.Team.Value);

    /// <summary>The key of one workspace's part in an org-wide install, of which it can be taken out alone.</summary>
    public static InstallKey OfAccess(EnterpriseId organisation, TeamId team) => new($"{organisation}/{team}");

    /// <summary>The workspace whose part this is, or that it is; an organisation stands for itself.</summary>
    public TeamId Team => new(Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    /// <summary>Whether this is one workspace's part in the org-wide install of
    /// <paramref name="organisation"/>.</summary>
    public bool IsAccessTo(InstallKey organisation) => Value.StartsWith($"{organisation}/", StringComparison.Ordinal);

    public override string ToString() => Value;
}
