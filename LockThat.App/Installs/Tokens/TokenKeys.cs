namespace LockThat.App.Installs.Tokens;

/// <summary>
/// At the start, tokens that an older key sealed are sealed again by the first, so that the older key can be removed. A
/// token that no key opens stops the start, because a silent workspace would be noticed much later.
/// </summary>
public sealed partial class TokenKeys(IInstallStore store, TokenCipher cipher, ILogger<TokenKeys> log) : IHostedService
{
    private const int MostNamed = 10;

    /// <summary>The number of installations that had a token at the start.</summary>
    public int Installed { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var installed = (await store.List(cancellationToken)).Where(install => install.IsInstalled).ToList();
        Installed = installed.Count;
        var closed = installed.Where(IsClosed).ToList();
        if (closed.Count > 0)
            throw new TokenKeyException(Refusal(closed));

        var old = installed
            .Where(install => install.Token is { } token && !BotToken.IsOfFirstKey(token, cipher, install.Key))
            .ToList();
        foreach (var install in old)
            await store.Change(install.Key, (found, _) => SealedAnew(found), cancellationToken);
        if (old.Count > 0)
            Log.SealedAnew(log, old.Count);
    }

    /// <summary>Ends every installation whose token no key opens, and returns these installations.</summary>
    public async Task<IReadOnlyList<InstallKey>> Forget(
        Installations installations,
        CancellationToken cancellationToken
    )
    {
        var forgotten = new List<InstallKey>();
        foreach (var install in (await store.List(cancellationToken)).Where(IsClosed))
        {
            if (install.Token is { } token && await installations.Leave(install.Key, token, cancellationToken))
                forgotten.Add(install.Key);
        }

        return forgotten;
    }

    private bool IsClosed(Installation install) =>
        install is { IsInstalled: true, Token: { } token } && BotToken.Open(token, cipher, install.Key) is null;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Installation? SealedAnew(Installation? install) =>
        install is { Token: { } token } && BotToken.Open(token, cipher, install.Key) is { } opened
            ? install with
            {
                Token = opened.Seal(cipher, install.Key) with { ClaimedUntil = token.ClaimedUntil },
            }
            : install;

    private static string Refusal(List<Installation> closed)
    {
        var more = closed.Count > MostNamed ? $" and {closed.Count - MostNamed} more" : "";
        return $"Tokens:EncryptionKey opens the stored tokens of {string.Join(", ", closed.Take(MostNamed).Select(install => install.Key))}{more} with none "
            + "of its keys. Put the key that sealed them behind the new one, with a comma between. If it is lost, forget-tokens (a command) lets them add the app anew.";
    }

    private static partial class Log
    {
        [LoggerMessage(
            500,
            LogLevel.Information,
            "{Count} tokens were sealed anew by the first of Tokens:EncryptionKey; none needs an older key any more"
        )]
        public static partial void SealedAnew(ILogger logger, int count);
    }
}

/// <summary>A stored token cannot be opened. The message is one line for the operator.</summary>
public sealed class TokenKeyException(string message) : Exception(message);
