namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public PageText InstalledInWorkspace(string name) =>
        new(
            $"LockThat is installed in {name}",
            "Type /lockthat in any channel, or open LockThat under Apps. It sends you a message with the first steps."
        );

    public PageText InstalledInOrganisation(string name) =>
        new(
            $"LockThat is installed in {name}",
            "It serves the whole organisation. Choose now which of its workspaces have it."
        );

    public PageText InstallCancelled { get; } =
        new("Nothing was installed", "You cancelled on Slack's page, so nothing has changed.");

    public PageText InstallBeganElsewhere { get; } =
        new(
            "That did not begin here",
            "This page is for the browser that pressed “Add to Slack”, with its cookies allowed. Nothing was installed."
        );

    public PageText InstallTookTooLong { get; } =
        new("That took too long", "An installation must be finished within ten minutes. Nothing was installed.");

    public PageText InstallLinkUsed { get; } =
        new(
            "This link was used before",
            "It works once. If it said that LockThat is installed, all is well; else nothing was installed."
        );

    public PageText InstallRefused { get; } =
        new("Slack did not agree", "Slack did not finish the installation. Nothing was installed.");

    public PageText InstallWithoutBot { get; } =
        new(
            "Something is missing",
            "Slack gave no bot for LockThat in a workspace, and without one it cannot work. Nothing was installed."
        );

    public PageText SlackUnreachable { get; } =
        new("Slack does not answer", "Slack could not be reached just now. Please try again in a moment.");

    public PageText InstallBusy { get; } =
        new(
            "Please try again in a moment",
            "Too much is going on just now to finish the installation. Start again when it has calmed down."
        );

    public PageText OneWorkspaceOnly { get; } =
        new(
            "This LockThat serves one workspace",
            "It was set up for one Slack workspace by its operator, and cannot be added to others."
        );

    public string InstallDescription => "Adding LockThat to Slack.";

    public string StartAgainLink => "Start again";

    public string OpenSlackLink => "Open Slack";

    public string AddWorkspacesLink => "Add workspaces";
}
