using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Tokens;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Leaving;

/// <summary>Asks Slack whether it still takes the tokens of all installations. An installation whose token Slack
/// refuses has left.</summary>
internal sealed partial class InstallationCheck(
    Installations installations,
    InstalledTokens tokens,
    SlackClient slack,
    IInstallStore store,
    TimeProvider time,
    ILogger<InstallationCheck> log
) : IInstallationNews
{
    // auth.test may be called some hundred times a minute.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // Slack's error codes for a revoked token.
    private static readonly string[] TakenBack = ["account_inactive", "token_revoked"];

    // Without an event of a departure, invalid_auth may also come from a proxy that answers in Slack's place.
    private static readonly string[] TakenBackOrUnknown = [.. TakenBack, "invalid_auth"];

    /// <inheritdoc/>
    public async Task<bool> Uninstalled(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        await IsSettled(key, await installations.Leave(key, at, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> Revoked(
        InstallKey key,
        IReadOnlyList<UserId> bots,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => await IsSettled(key, await installations.Leave(key, bots, at, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task AccessChanged(
        EnterpriseId organisation,
        IReadOnlyList<TeamId> teams,
        bool isGranted,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (var team in teams)
        {
            if (await installations.ChangeAccess(organisation, team, isGranted, at, cancellationToken))
                Log.AccessChanged(log, InstallKey.OfAccess(organisation, team), isGranted);
        }
    }

    /// <inheritdoc/>
    public async Task AskAboutAll(CancellationToken cancellationToken)
    {
        foreach (var install in (await store.List(cancellationToken)).Where(install => install.IsInstalled))
        {
            await Ask(install.Key, TakenBack, cancellationToken);
            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    // An event that seems older than the installation is true when Slack refuses the token.
    private async Task<bool> IsSettled(InstallKey key, LeaveOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome == LeaveOutcome.Left)
            Log.Left(log, key);
        return outcome != LeaveOutcome.Doubtful || await Ask(key, TakenBackOrUnknown, cancellationToken);
    }

    // No change of the store is held open while Slack is asked, so a token that comes during that time stays.
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
        [LoggerMessage(
            492,
            LogLevel.Information,
            "{Installation} has left; its data are deleted in 30 days unless it comes back"
        )]
        public static partial void Left(ILogger logger, InstallKey installation);

        [LoggerMessage(493, LogLevel.Information, "{Access} to the app, granted: {IsGranted}")]
        public static partial void AccessChanged(ILogger logger, InstallKey access, bool isGranted);

        [LoggerMessage(499, LogLevel.Warning, "The check of the installation {Installation} is postponed: {Reason}")]
        public static partial void NotSaid(ILogger logger, InstallKey installation, string reason);
    }
}
