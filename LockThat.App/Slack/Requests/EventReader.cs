using System.Text.Json;
using LockThat.App.Identifiers;

namespace LockThat.App.Slack.Requests;

/// <summary>A body of the Events API. Null stands for malformed.</summary>
internal static class EventReader
{
    /// <summary>The events that the manifest subscribes to; everything else is ignored.</summary>
    public static IReadOnlyList<string> Handled { get; } =
    [
        "app_home_opened",
        "app_uninstalled",
        "tokens_revoked",
        "team_access_granted",
        "team_access_revoked",
        "user_change",
    ];

    // The last second that DateTimeOffset knows.
    private const long LastSecond = 253_402_300_799;

    public static SlackRequest? Read(JsonElement body)
    {
        JsonElement? at = body;
        return at.Text("type") switch
        {
            null => null,
            "url_verification" => at.Text("challenge") is { } challenge
                ? new SlackRequest.UrlVerification(challenge)
                : null,
            "event_callback" => EventOf(at),
            var other => new SlackRequest.Ignored(other),
        };
    }

    private static SlackRequest? EventOf(JsonElement? at)
    {
        var @event = at.Object("event");
        if (@event.Text("type") is not { } type)
            return null;
        if (!Handled.Contains(type))
            return new SlackRequest.Ignored(type);
        if (WorkspaceOf(at) is not { } workspace)
            return null;
        return type switch
        {
            "app_uninstalled" => new SlackRequest.AppUninstalled(workspace, TimeOf(at)),
            "tokens_revoked" => new SlackRequest.TokensRevoked(
                workspace,
                [.. @event.Object("tokens").Texts("bot").Select(bot => new UserId(bot))],
                TimeOf(at)
            ),
            "team_access_granted" => new SlackRequest.TeamAccessChanged(
                workspace,
                TeamsOf(@event),
                IsGranted: true,
                TimeOf(at)
            ),
            "team_access_revoked" => new SlackRequest.TeamAccessChanged(
                workspace,
                TeamsOf(@event),
                IsGranted: false,
                TimeOf(at)
            ),
            "user_change" => UserChange(workspace, @event.Object("user"), TimeOf(at)),
            _ => @event.Id("user") is { } user
                ? new SlackRequest.AppHomeOpened(
                    workspace,
                    new UserId(user),
                    @event.Text("tab") ?? "home",
                    InteractionReader.View(@event),
                    LooksForeign(at)
                )
                : null,
        };
    }

    private static SlackRequest.UserChange? UserChange(Workspace workspace, JsonElement? user, DateTimeOffset at) =>
        user.Id("id") is { } changed
            ? new(workspace, new UserId(changed), user.IsTrue("deleted"), PersonTeams.Read(user))
            {
                TimeZone = user.Text("tz"),
                Roles = PersonRoles.Read(user),
                At = at,
            }
            : null;

    // The authorization names the installation and its workspace; the envelope's team may be the other side of a shared
    // channel. An event without authorization comes from a workspace that has uninstalled the app. An event about an
    // organisation as a whole names no workspace: the organisation then stands for it.
    private static Workspace? WorkspaceOf(JsonElement? at)
    {
        var authorization = at.First("authorizations");
        var enterprise = authorization.Id("enterprise_id") ?? at.Id("enterprise_id") ?? at.Id("context_enterprise_id");
        var named = authorization.TeamId("team_id") ?? at.TeamId("context_team_id") ?? at.TeamId("team_id");
        var organisation = named is null || authorization.IsTrue("is_enterprise_install") ? enterprise : null;
        return (named ?? organisation) is { } team
            ? new Workspace(new TeamId(team), organisation is null ? null : new EnterpriseId(organisation))
            : null;
    }

    private static bool LooksForeign(JsonElement? at) =>
        at.First("authorizations").TeamId("team_id") is { } ours && at.TeamId("team_id") is { } from && from != ours;

    private static IReadOnlyList<TeamId> TeamsOf(JsonElement? @event) =>
        [.. @event.Texts("team_ids").Select(PayloadJson.AsId).OfType<string>().Select(team => new TeamId(team))];

    private static DateTimeOffset TimeOf(JsonElement? at) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(at.Number("event_time") ?? 0, 0, LastSecond));
}
