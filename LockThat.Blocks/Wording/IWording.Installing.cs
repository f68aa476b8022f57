namespace LockThat.Blocks.Wording;

// The web pages around "Add to Slack".
public partial interface IWording
{
    /// <summary>The app is installed in a workspace.</summary>
    PageText InstalledInWorkspace(string name);

    /// <summary>The app is installed for an organisation.</summary>
    PageText InstalledInOrganisation(string name);

    /// <summary>The person cancelled on Slack's page.</summary>
    PageText InstallCancelled { get; }

    /// <summary>Another browser began.</summary>
    PageText InstallBeganElsewhere { get; }

    /// <summary>The person came back too late.</summary>
    PageText InstallTookTooLong { get; }

    /// <summary>The link has done its work.</summary>
    PageText InstallLinkUsed { get; }

    /// <summary>Slack gave no token.</summary>
    PageText InstallRefused { get; }

    /// <summary>Slack gave a token without a bot or a workspace.</summary>
    PageText InstallWithoutBot { get; }

    /// <summary>Slack could not be reached.</summary>
    PageText SlackUnreachable { get; }

    /// <summary>Too much is going on.</summary>
    PageText InstallBusy { get; }

    /// <summary>The app serves one workspace, and can be added to no other.</summary>
    PageText OneWorkspaceOnly { get; }

    /// <summary>Describes the page to a browser.</summary>
    string InstallDescription { get; }

    /// <summary>Links to the beginning of the installation.</summary>
    string StartAgainLink { get; }

    /// <summary>Links to Slack.</summary>
    string OpenSlackLink { get; }

    /// <summary>Links to the choice of an organisation's workspaces.</summary>
    string AddWorkspacesLink { get; }
}
