namespace LockThat.App.Installs.Workspaces;

/// <summary>The standing of an account in a workspace, as Slack says.</summary>
public enum Standing
{
    /// <summary>A person of the workspace.</summary>
    Member,

    /// <summary>A program.</summary>
    Bot,

    /// <summary>A person whose account is deactivated.</summary>
    Deactivated,

    /// <summary>A person of another workspace.</summary>
    Stranger,

    /// <summary>Slack does not say just now.</summary>
    Unknown,
}
