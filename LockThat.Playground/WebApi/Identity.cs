using System.Text.Json.Nodes;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>auth.test, team.info, bots.info: the app and the workspace that a token speaks for.</summary>
internal static class Identity
{
    public static IEnumerable<Method> All(Addresses addresses) =>
        [
            new(
                "auth.test",
                true,
                _ =>
                    ApiAnswer.Ok(
                        new("url", addresses.Workspace.ToString()),
                        new("team", Team.Name),
                        new("user", Team.App.Handle),
                        new("team_id", Team.Id),
                        new("user_id", Team.App.Id),
                        new("bot_id", Team.BotId),
                        new("is_enterprise_install", false)
                    )
            ),
            new("team.info", true, _ => ApiAnswer.Ok(new KeyValuePair<string, JsonNode?>("team", TeamOf()))),
            new(
                "bots.info",
                false,
                arguments =>
                    arguments.Str("bot") == Team.BotId
                        ? ApiAnswer.Ok(new KeyValuePair<string, JsonNode?>("bot", BotOf()))
                        : ApiAnswer.Refused("bot_not_found")
            ),
        ];

    private static JsonObject TeamOf() =>
        new()
        {
            ["id"] = Team.Id,
            ["name"] = Team.Name,
            ["domain"] = Team.Domain,
            ["email_domain"] = "",
            ["icon"] = new JsonObject { ["image_default"] = true },
        };

    private static JsonObject BotOf() =>
        new()
        {
            ["id"] = Team.BotId,
            ["app_id"] = Team.AppId,
            ["user_id"] = Team.App.Id,
            ["name"] = Team.App.RealName,
            ["deleted"] = false,
        };
}
