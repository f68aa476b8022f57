using LockThat.App.Installs;
using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>Whose name we call Slack in.</summary>
public sealed class BotTokens
{
    private readonly Func<Workspace, CancellationToken, ValueTask<string?>> find;

    /// <param name="one">The token of the one workspace that this app serves.</param>
    public BotTokens(string? one)
        : this((_, _) => new(one))
    {
    }

    private BotTokens(Func<Workspace, CancellationToken, ValueTask<string?>> find) => this.find = find;

    /// <summary>Each workspace's own, from where it is stored: another instance may have changed it since.</summary>
    public static BotTokens Of(InstalledTokens installed) => new(installed.For);

    /// <summary>The token for a workspace; null when the app is not installed there.</summary>
    public ValueTask<string?> For(Workspace workspace, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<string?>(cancellationToken) : find(workspace, cancellationToken);
}

/// <summary>The tokens of whoever has installed the app.</summary>
public sealed partial class InstalledTokens(Installations installations, TokenCipher cipher, TokenRefresh refresh, ILogger<InstalledTokens> log)
{
    public async ValueTask<string?> For(Workspace workspace, CancellationToken cancellationToken)
    {
        if (await installations.Serving(workspace, cancellationToken) is not { Token: { } token } install)
            return null;
        if (refresh.IsDue(token))
        {
            var next = refresh.Begin(install.Key);
            if (refresh.IsOver(token))
            {
                await next.WaitAsync(cancellationToken);
                token = (await installations.Find(install.Key, cancellationToken))?.Token;
            }
        }

        return token is null ? null : Opened(token, install.Key);
    }

    private string? Opened(SealedToken token, InstallKey key)
    {
        var opened = BotToken.Open(token, cipher, key);
        if (opened is null)
            Log.Closed(log, key);
        return opened?.Access;
    }

    private static partial class Log
    {
        [LoggerMessage(490, LogLevel.Error, "No key of Tokens:EncryptionKey opens the token of {Installation}")]
        public static partial void Closed(ILogger logger, InstallKey installation);
    }
}
