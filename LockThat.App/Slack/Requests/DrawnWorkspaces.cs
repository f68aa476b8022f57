using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.Requests;

/// <summary>A surface carries the workspace for which it was drawn, and each act on it counts in that
/// workspace.</summary>
internal static class DrawnWorkspaces
{
    public static DrawnFor ToDrawnFor(this Workspace workspace) =>
        new(workspace.Team.Value, workspace.OrgInstall?.Value);

    /// <summary>Null when there is none, or it is not of our making.</summary>
    public static Workspace? ToWorkspace(this DrawnFor? drawn) =>
        PayloadJson.AsId(drawn?.Team) is { } team
            ? new Workspace(
                new TeamId(team),
                PayloadJson.AsId(drawn?.OrgInstall) is { } organisation ? new EnterpriseId(organisation) : null
            )
            : null;
}
