using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Entrances.Events;

/// <summary>
/// What Slack tells of workspaces and people who leave. It may come in any order, late, and twice: what was heard
/// before or has been overtaken changes nothing.
/// </summary>
/// <param name="departures">What becomes of those whose account is no more.</param>
/// <param name="log">Where it logs.</param>
/// <param name="members">Who is of a workspace.</param>
/// <param name="check">Null where the one workspace is served by a token of the settings: that is for the operator to
/// take away.</param>
internal sealed partial class LifecycleEvents(
    DeactivatedUsers departures,
    ILogger<LifecycleEvents> log,
    Members members,
    InstallationCheck? check = null
)
{
    public Task<SlackResponse> Handle(SlackRequest.AppUninstalled uninstalled, CancellationToken cancellationToken)
    {
        var key = InstallKey.Of(uninstalled.Workspace);
        return Leave(key, all => all.Leave(key, uninstalled.At, cancellationToken), cancellationToken);
    }

    public Task<SlackResponse> Handle(SlackRequest.TokensRevoked revoked, CancellationToken cancellationToken)
    {
        var key = InstallKey.Of(revoked.Workspace);
        return Leave(key, all => all.Leave(key, revoked.Bots, revoked.At, cancellationToken), cancellationToken);
    }

    public async Task<SlackResponse> Handle(SlackRequest.TeamAccessChanged changed, CancellationToken cancellationToken)
    {
        if (check is null)
            return SlackResponse.Nothing;
        var organisation = changed.Workspace.OrgInstall ?? new(changed.Workspace.Team.Value);
        foreach (var team in changed.Teams)
        {
            if (
                await check.Installations.ChangeAccess(
                    organisation,
                    team,
                    changed.IsGranted,
                    changed.At,
                    cancellationToken
                )
            )
                Log.AccessChanged(log, InstallKey.OfAccess(organisation, team), changed.IsGranted);
        }

        return SlackResponse.Nothing;
    }

    public async Task<SlackResponse> Handle(SlackRequest.UserChange change, CancellationToken cancellationToken)
    {
        members.Learn(change.Workspace, change.User, change.Teams);
        if (change.Deleted)
            await departures.ReleaseAllOf(change.Workspace, change.User, cancellationToken);
        return SlackResponse.Nothing;
    }

    private async Task<SlackResponse> Leave(
        InstallKey key,
        Func<Installations, Task<LeaveOutcome>> leave,
        CancellationToken cancellationToken
    )
    {
        if (check is null)
            return SlackResponse.Nothing;
        var outcome = await leave(check.Installations);
        if (outcome == LeaveOutcome.Left)
            Log.Left(log, key);
        return outcome == LeaveOutcome.Doubtful && !await check.Settle(key, cancellationToken)
            ? new(new Ack.Refused())
            : SlackResponse.Nothing;
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
    }
}
