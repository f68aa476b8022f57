using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The workspaces that this app serves.</summary>
public interface IServedWorkspaces
{
    /// <summary>Whether the app is installed there; true as long as that is unknown.</summary>
    ValueTask<bool> Serves(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>The person who installed the app there; null when it is not known.</summary>
    ValueTask<UserId?> InstallerOf(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>The name of the workspace, or of its organisation; null when it is not known.</summary>
    ValueTask<string?> NameOf(Workspace workspace, CancellationToken cancellationToken);
}
