using LockThat.App.Identifiers;

namespace LockThat.App.Installs;

/// <summary>The owner of a token: a workspace (<c>T…</c>) or, installed org-wide, an organisation
/// (<c>E…</c>).</summary>
public readonly record struct InstallKey(string Value)
{
    /// <summary>The key of the installation that a request from this workspace belongs to.</summary>
    public static InstallKey Of(Workspace workspace) => new(workspace.OrgInstall?.Value ?? workspace.Team.Value);

    /// <summary>The key of one workspace's part in an org-wide install; a part can be removed alone.</summary>
    public static InstallKey OfAccess(EnterpriseId organisation, TeamId team) => new($"{organisation}/{team}");

    /// <summary>The workspace of this part or installation; an organisation stands for itself.</summary>
    public TeamId Team => new(Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    /// <summary>Whether this is one workspace's part in the org-wide install of
    /// <paramref name="organisation"/>.</summary>
    public bool IsAccessTo(InstallKey organisation) => Value.StartsWith($"{organisation}/", StringComparison.Ordinal);

    public override string ToString() => Value;
}
