using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The workspaces that this app serves.</summary>
public interface IServedWorkspaces
{
    /// <summary>Whether the app is installed there; true as long as nobody can say.</summary>
    ValueTask<bool> Serves(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>What people call the workspace, or its organisation; null when that is not known.</summary>
    ValueTask<string?> NameOf(Workspace workspace, CancellationToken cancellationToken);
}
