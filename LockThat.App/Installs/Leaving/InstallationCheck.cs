using System.Diagnostics;
using LockThat.App.Installs.Tokens;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Leaving;

/// <summary>Asks Slack whether it still takes the tokens of those who have installed the app. An installation whose
/// token Slack takes no more has left.</summary>
internal sealed partial class InstallationCheck(
    Installations installations,
    InstalledTokens tokens,
    SlackClient slack,
    IInstallStore store,
    TimeProvider time,
    ILogger<InstallationCheck> log
)
{
    // auth.test may be called some hundred times a minute.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // Slack's codes for a token that was taken back.
    private static readonly string[] TakenBack = ["account_inactive", "token_revoked"];

    // Without news of a departure, invalid_auth may also come from something that stands in Slack's place.
    private static readonly string[] TakenBackOrUnknown = [.. TakenBack, "invalid_auth"];

    /// <summary>Those who have installed the app.</summary>
    public Installations Installations => installations;

    /// <summary>Finds out whether news of a departure is true that seems older than the installation.</summary>
    /// <returns>False when Slack does not say now: the news is to come again.</returns>
    public Task<bool> Settle(InstallKey key, CancellationToken cancellationToken) =>
        Ask(key, TakenBackOrUnknown, cancellationToken);

    /// <summary>Asks about everybody, one after the other: news of a departure may have come to nothing while the app
    /// or Slack was down.</summary>
    public async Task AskAboutAll(CancellationToken cancellationToken)
    {
        foreach (var install in (await store.List(cancellationToken)).Where(install => install.IsInstalled))
        {
            await Ask(install.Key, TakenBack, cancellationToken);
            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    // No change of the store is held open while Slack is asked: a token that has come in the meantime stays.
    private async Task<bool> Ask(InstallKey key, string[] noGood, CancellationToken cancellationToken)
    {
        if (await installations.Find(key, cancellationToken) is not { IsInstalled: true } install)
            return true;
        if (await tokens.Of(install, cancellationToken) is not var (stored, access))
            return false;
        switch (await slack.AuthTest(access, cancellationToken))
        {
            case SlackReply.Ok:
                return true;
            case SlackReply.Refused(var error, _) when noGood.Contains(error):
                await tokens.Lost(key, stored, cancellationToken);
                return true;
            case SlackReply.Refused(var error, _):
                return NotSaid(key, error);
            case SlackReply.RateLimited:
                return NotSaid(key, "ratelimited");
            case SlackReply.Unknown(var reason):
                return NotSaid(key, reason);
            default:
                throw new UnreachableException();
        }
    }

    private bool NotSaid(InstallKey key, string reason)
    {
        Log.NotSaid(log, key, reason);
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(499, LogLevel.Warning, "Whether {Installation} is still there is asked another time: {Reason}")]
        public static partial void NotSaid(ILogger logger, InstallKey installation, string reason);
    }
}
