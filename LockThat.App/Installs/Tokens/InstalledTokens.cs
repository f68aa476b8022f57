using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Tokens;

/// <summary>The tokens of all installations.</summary>
public sealed partial class InstalledTokens(
    Installations installations,
    TokenCipher cipher,
    TokenRefresh refresh,
    ILogger<InstalledTokens> log
) : IBotTokens
{
    /// <inheritdoc/>
    public async ValueTask<BotTokenReading> For(Workspace workspace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return
                await installations.Serving(workspace, cancellationToken) is { } install
                && await Of(install, cancellationToken) is (_, var access)
                ? new BotTokenReading.Found(access)
                : BotTokenReading.NotInstalled.Instance;
        }
        catch (StoreUnavailableException unavailable)
        {
            return new BotTokenReading.Unavailable(unavailable.Message);
        }
    }

    /// <summary>The token of an installation, sealed and in the clear; null when it has none, or none that a key
    /// opens.</summary>
    public async ValueTask<(SealedToken Stored, string Access)?> Of(
        Installation install,
        CancellationToken cancellationToken
    )
    {
        if (install.Token is not { } token)
            return null;
        if (refresh.IsDue(token))
        {
            var next = refresh.Begin(install.Key);
            if (refresh.IsOver(token))
            {
                await next.WaitAsync(cancellationToken);
                if ((await installations.Find(install.Key, cancellationToken))?.Token is not { } newest)
                    return null;
                token = newest;
            }
        }

        return Opened(token, install.Key) is { } access ? (token, access) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> Lost(Workspace workspace, string token, CancellationToken cancellationToken)
    {
        try
        {
            if (
                await installations.Serving(workspace, cancellationToken) is { Token: { } current } install
                && BotToken.Open(current, cipher, install.Key)?.Access == token
            )
                await Lost(install.Key, current, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            // The next call will be refused as well, and tries again.
            Log.NotEnded(log, unavailable.Message);
        }

        return true;
    }

    /// <summary>Ends an installation whose stored token Slack refused, unless it has another token by now.</summary>
    public async Task Lost(InstallKey key, SealedToken refused, CancellationToken cancellationToken)
    {
        if (await installations.Leave(key, refused, cancellationToken))
            Log.Lost(log, key);
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

        [LoggerMessage(
            497,
            LogLevel.Warning,
            "Slack takes the token of {Installation} no more: it has left, and its data are deleted in 30 days unless it comes back"
        )]
        public static partial void Lost(ILogger logger, InstallKey installation);

        [LoggerMessage(498, LogLevel.Warning, "A token that Slack takes no more could not be ended: {Reason}")]
        public static partial void NotEnded(ILogger logger, string reason);
    }
}
