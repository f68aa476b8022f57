using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>Whose name we call Slack in.</summary>
/// <param name="one">The token of the one workspace that this app serves.</param>
public sealed class BotTokens(string? one)
{
    /// <summary>The token for a workspace; null when the app is not installed there.</summary>
    public ValueTask<string?> For(Workspace workspace, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<string?>(cancellationToken) : new(one);
}
