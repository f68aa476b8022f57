using System.Diagnostics;
using LockThat.App.Installs.OAuth;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Tokens;

/// <summary>
/// Gets the next token before one expires, where Slack rotates them. It does so once for all instances, and stores the
/// new token before anybody uses it, because the old one is good until then.
/// </summary>
public sealed partial class TokenRefresh(
    IInstallStore store,
    OAuthClient oauth,
    TokenCipher cipher,
    TimeProvider time,
    ILogger<TokenRefresh> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WaitForOther = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<InstallKey, (Task Work, DateTimeOffset Until)> _latest = [];
    private readonly CancellationTokenSource _stopping = new();

    public bool IsDue(SealedToken token) => IsDue(token, time.GetUtcNow());

    public bool IsOver(SealedToken token) => token.ExpiresAt <= time.GetUtcNow();

    /// <summary>Gets the next token, unless that is under way or failed a moment ago. Nobody needs to wait for it while
    /// the old one is good.</summary>
    public Task Begin(InstallKey key)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_latest.TryGetValue(key, out var latest) && (!latest.Work.IsCompleted || now < latest.Until))
                return latest.Work;
            var work = Task.Run(() => Run(key), CancellationToken.None);
            _latest[key] = (work, now + Claim);
            return work;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Always stores Slack's answer, because a refresh token can be used only once.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_gate)
            running = [.. _latest.Values.Select(latest => latest.Work)];
        await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task Run(InstallKey key)
    {
        try
        {
            if (await Claimed(key) is { Token: { } token } mine)
                await Renew(mine, token);
            else
                await OtherInstance(key);
        }
        catch (StoreUnavailableException fault)
        {
            Log.NotRefreshed(log, key, fault.Message);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            Log.NotRefreshed(log, key, "the app stops");
        }
    }

    /// <summary>The installation when this instance may refresh it; null when another instance does, or has done so
    /// already.</summary>
    private async Task<Installation?> Claimed(InstallKey key)
    {
        Installation? mine = null;
        await store.Change(
            key,
            (found, now) =>
            {
                mine =
                    found is { Token: { } token } && IsDue(token, now) && !(token.ClaimedUntil > now)
                        ? found with
                        {
                            Token = token with { ClaimedUntil = now + Claim },
                        }
                        : null;
                return mine ?? found;
            },
            CancellationToken.None
        );
        return mine;
    }

    private async Task Renew(Installation install, SealedToken token)
    {
        if (BotToken.Open(token, cipher, install.Key)?.Refresh is not { } refresh)
        {
            Log.NotRefreshed(log, install.Key, "no key opens the stored token");
            return;
        }

        switch (await oauth.Refresh(refresh, CancellationToken.None))
        {
            case SlackReply.Ok(var body, _) when OAuthGrant.TokenIn(body, time.GetUtcNow()) is { } next:
                await Keep(install.Key, token, next);
                break;
            case SlackReply.Ok:
                Log.Refused(log, install.Key, "an answer without a token");
                break;
            case SlackReply.Refused(var error, _):
                Log.Refused(log, install.Key, error);
                break;
            case SlackReply.RateLimited:
                Log.NotRefreshed(log, install.Key, "too many calls");
                break;
            case SlackReply.Unknown(var reason):
                Log.NotRefreshed(log, install.Key, reason);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // If the app was installed again, or left, while Slack was asked, the record needs no change.
    private async Task Keep(InstallKey key, SealedToken old, BotToken next)
    {
        var stored = next.Seal(cipher, key);
        await store.Change(
            key,
            (found, _) => found?.Token?.Access == old.Access ? found with { Token = stored } : found,
            CancellationToken.None
        );
        lock (_gate)
            _latest.Remove(key);
    }

    private async Task OtherInstance(InstallKey key)
    {
        var start = time.GetTimestamp();
        while (
            time.GetElapsedTime(start) < WaitForOther
            && await store.Find(key, _stopping.Token) is { Token: { } token }
            && IsDue(token)
        )
            await Task.Delay(LookEvery, time, _stopping.Token);
    }

    private static bool IsDue(SealedToken token, DateTimeOffset now) =>
        token.Refresh is not null && token.ExpiresAt - now < Ahead;

    private static partial class Log
    {
        [LoggerMessage(
            480,
            LogLevel.Error,
            "Slack refused a new token for {Installation}: {Error}. When the old one has expired, the app must be installed there anew"
        )]
        public static partial void Refused(ILogger logger, InstallKey installation, string error);

        [LoggerMessage(481, LogLevel.Warning, "The token of {Installation} could not be renewed yet: {Reason}")]
        public static partial void NotRefreshed(ILogger logger, InstallKey installation, string reason);
    }
}
