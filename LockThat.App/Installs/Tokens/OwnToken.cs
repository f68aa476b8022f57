using LockThat.App.Identifiers;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Tokens;

/// <summary>The token of the one workspace that this app serves.</summary>
/// <param name="token">The token in the settings; null when there is none.</param>
public sealed class OwnToken(string? token) : IBotTokens
{
    private readonly BotTokenReading _reading = token is null
        ? BotTokenReading.NotInstalled.Instance
        : new BotTokenReading.Found(token);

    /// <inheritdoc/>
    public ValueTask<BotTokenReading> For(Workspace workspace, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<BotTokenReading>(cancellationToken)
            : new(_reading);

    /// <inheritdoc/>
    public Task<bool> Lost(Workspace workspace, string token, CancellationToken cancellationToken) =>
        Task.FromResult(false);
}
