using LockThat.App.Identifiers;
using LockThat.App.Installs.Workspaces;

namespace LockThat.Tests.Slack;

/// <summary>An app that serves every workspace.</summary>
/// <param name="installer">The person who installed it; null for nobody who is known.</param>
internal sealed class Everywhere(UserId? installer = null) : IServedWorkspaces
{
    public ValueTask<bool> Serves(Workspace workspace, CancellationToken cancellationToken) => new(true);

    public ValueTask<UserId?> InstallerOf(Workspace workspace, CancellationToken cancellationToken) => new(installer);

    public ValueTask<string?> NameOf(Workspace workspace, CancellationToken cancellationToken) => new((string?)null);
}
