using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.Requests;

/// <summary>Finds the workspace in which an interaction acts.</summary>
internal static class InteractionWorkspaces
{
    /// <summary>
    /// The workspace that the surface was drawn for, whatever Slack says about the person who acts. When the surface
    /// does not say it: the workspaces that Slack names, the likeliest first, each once; none when Slack names none.
    /// </summary>
    public static Workspace[] Of(JsonElement? at) => DrawnIn(at).ToWorkspace() is { } drawn ? [drawn] : Named(at);

    private static DrawnFor? DrawnIn(JsonElement? at) =>
        at.Object("view") is { } view
            ? DrawnFor.OfView(((JsonElement?)view).Text("private_metadata") ?? "")
            : DrawnFor.OfBlock((at.First("actions") ?? at).Text("block_id") ?? "").Workspace;

    // The team of an interaction in a view is the person's, and null where the app was installed for a whole
    // organisation. The person's home workspace comes last, because they may work in another one.
    private static Workspace[] Named(JsonElement? at)
    {
        var (view, team) = (at.Object("view"), at.Object("team"));
        var organisation = OrganisationIn(at);
        string?[] named =
        [
            view.TeamId("app_installed_team_id"),
            team.TeamId("id"),
            view.TeamId("team_id"),
            at.Object("user").TeamId("team_id"),
        ];
        return
        [
            .. named
                .OfType<string>()
                .Where(id => id != organisation)
                .Distinct(StringComparer.Ordinal)
                .Select(id => new Workspace(
                    new TeamId(id),
                    organisation is null ? null : new EnterpriseId(organisation)
                )),
        ];
    }

    // The organisation that installed the app comes first. The enterprise of an interaction may be the person's.
    private static string? OrganisationIn(JsonElement? at)
    {
        var view = at.Object("view");
        if (view.TeamId("app_installed_team_id") is null && view.Id("app_installed_team_id") is { } installed)
            return installed;
        return at.IsTrue("is_enterprise_install")
            ? at.Object("enterprise").Id("id") ?? at.Object("team").Id("enterprise_id")
            : null;
    }
}
