namespace LockThat.App.Installs.OAuth;

/// <summary>What came of coming back from Slack's page.</summary>
public abstract record InstallOutcome
{
    private InstallOutcome() { }

    /// <summary>The app is there, with its token stored.</summary>
    /// <param name="Name">The workspace or organisation.</param>
    /// <param name="Next">Where to go: to the app in the workspace, or where an organisation's admin adds it to
    /// workspaces.</param>
    /// <param name="IsOrgWide">Whether an organisation installed it, which then adds it to its workspaces.</param>
    public sealed record Installed(string Name, Uri Next, bool IsOrgWide) : InstallOutcome;

    /// <summary>They pressed Cancel.</summary>
    public sealed record Cancelled : InstallOutcome;

    /// <summary>The state is missing, not ours, changed, or another browser's.</summary>
    public sealed record ForeignState : InstallOutcome;

    public sealed record ExpiredState : InstallOutcome;

    public sealed record UsedState : InstallOutcome;

    /// <summary>Slack sent them back without a code, or takes the code for no good.</summary>
    public sealed record Refused : InstallOutcome;

    /// <summary>Slack installed something, but no bot of ours in a workspace or organisation.</summary>
    public sealed record NoBot : InstallOutcome;

    /// <summary>Slack is down, slow or says something strange.</summary>
    public sealed record SlackUnreachable : InstallOutcome;

    /// <summary>Slack wants fewer calls, or the store is down.</summary>
    public sealed record Busy : InstallOutcome;

    /// <summary>This app serves one workspace by a token of its own.</summary>
    public sealed record OneWorkspaceOnly : InstallOutcome;
}
