using LockThat.App.Installs;

namespace LockThat.App.Slack;

/// <summary>
/// What Slack tells of workspaces and people who leave. It may come in any order, late, and twice: what was heard before or has been overtaken
/// changes nothing.
/// </summary>
/// <param name="installations">Null where the one workspace is served by a token of the settings: that is for the operator to take away.</param>
internal sealed partial class Events(Departures departures, ILogger<Events> log, Installations? installations = null)
{
    public async Task<Answer> Answer(SlackRequest.AppUninstalled uninstalled, CancellationToken cancellationToken)
    {
        var key = InstallKey.Of(uninstalled.Workspace);
        if (installations is not null && await installations.Leave(key, uninstalled.At, cancellationToken))
            Log.Left(log, key);
        return Slack.Answer.Nothing;
    }

    public async Task<Answer> Answer(SlackRequest.TokensRevoked revoked, CancellationToken cancellationToken)
    {
        var key = InstallKey.Of(revoked.Workspace);
        if (installations is not null && await installations.Leave(key, revoked.Bots, revoked.At, cancellationToken))
            Log.Left(log, key);
        return Slack.Answer.Nothing;
    }

    public async Task<Answer> Answer(SlackRequest.TeamAccessChanged changed, CancellationToken cancellationToken)
    {
        if (installations is null)
            return Slack.Answer.Nothing;
        var organisation = changed.Workspace.OrgInstall ?? new(changed.Workspace.Team.Value);
        foreach (var team in changed.Teams)
        {
            if (await installations.ChangeAccess(organisation, team, changed.IsGranted, changed.At, cancellationToken))
                Log.AccessChanged(log, InstallKey.OfAccess(organisation, team), changed.IsGranted);
        }

        return Slack.Answer.Nothing;
    }

    public async Task<Answer> Answer(SlackRequest.UserChange change, CancellationToken cancellationToken)
    {
        if (change.Deleted)
            await departures.Depart(change.Workspace, change.User, cancellationToken);
        return Slack.Answer.Nothing;
    }

    private static partial class Log
    {
        [LoggerMessage(492, LogLevel.Information, "{Installation} has left; its data are deleted in 30 days unless it comes back")]
        public static partial void Left(ILogger logger, InstallKey installation);

        [LoggerMessage(493, LogLevel.Information, "{Access} to the app, granted: {IsGranted}")]
        public static partial void AccessChanged(ILogger logger, InstallKey access, bool isGranted);
    }
}
