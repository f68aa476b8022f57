using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Leaving;

/// <summary>Handles events about installations that are gone. Events may come in any order, late, and
/// twice.</summary>
internal interface IInstallationNews
{
    /// <summary>Slack says that the app was uninstalled.</summary>
    /// <returns>False when the event cannot be handled now, and is to come again.</returns>
    Task<bool> Uninstalled(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Slack says that tokens of bot users were revoked.</summary>
    /// <returns>False when the event cannot be handled now, and is to come again.</returns>
    Task<bool> Revoked(
        InstallKey key,
        IReadOnlyList<UserId> bots,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Slack says that workspaces of an organisation got the app or lost it.</summary>
    Task AccessChanged(
        EnterpriseId organisation,
        IReadOnlyList<TeamId> teams,
        bool isGranted,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Asks Slack about every installation, because events may have been lost while the app or Slack was
    /// down.</summary>
    Task AskAboutAll(CancellationToken cancellationToken);
}

/// <summary>The one workspace is served by a token from the settings, which only the operator removes.</summary>
internal sealed class OwnTokenNews : IInstallationNews
{
    /// <inheritdoc/>
    public Task<bool> Uninstalled(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    /// <inheritdoc/>
    public Task<bool> Revoked(
        InstallKey key,
        IReadOnlyList<UserId> bots,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task AccessChanged(
        EnterpriseId organisation,
        IReadOnlyList<TeamId> teams,
        bool isGranted,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task AskAboutAll(CancellationToken cancellationToken) => Task.CompletedTask;
}
