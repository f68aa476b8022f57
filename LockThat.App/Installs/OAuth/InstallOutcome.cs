namespace LockThat.App.Installs.OAuth;

/// <summary>The result of coming back from Slack's page.</summary>
public abstract record InstallOutcome
{
    private InstallOutcome() { }

    /// <summary>The app is installed, and its token is stored.</summary>
    /// <param name="Name">The workspace or organisation.</param>
    /// <param name="Next">The next page: the app in the workspace, or the page on which an organisation's admin adds it
    /// to workspaces.</param>
    /// <param name="IsOrgWide">Whether an organisation installed it, which then adds it to its workspaces.</param>
    public sealed record Installed(string Name, Uri Next, bool IsOrgWide) : InstallOutcome;

    /// <summary>They pressed Cancel.</summary>
    public sealed record Cancelled : InstallOutcome;

    /// <summary>The state is missing, not ours, changed, or from another browser.</summary>
    public sealed record ForeignState : InstallOutcome;

    public sealed record ExpiredState : InstallOutcome;

    public sealed record UsedState : InstallOutcome;

    /// <summary>Slack sent them back without a code, or refuses the code.</summary>
    public sealed record Refused : InstallOutcome;

    /// <summary>Slack installed something, but not our bot in a workspace or organisation.</summary>
    public sealed record NoBot : InstallOutcome;

    /// <summary>Slack is down, slow or gives an unexpected answer.</summary>
    public sealed record SlackUnreachable : InstallOutcome;

    /// <summary>Slack wants fewer calls, or the store is down.</summary>
    public sealed record Busy : InstallOutcome;

    /// <summary>This app serves one workspace by a token of its own.</summary>
    public sealed record OneWorkspaceOnly : InstallOutcome;
}
