using System.Text.Json.Nodes;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>users.info, users.list.</summary>
internal static class Users
{
    public static IEnumerable<Method> All(TimeProvider time) =>
        [
            new(
                "users.info",
                false,
                arguments =>
                    arguments.Str("user") switch
                    {
                        null => ApiAnswer.Missing("user"),
                        var id when Team.Member(id) is { } member => ApiAnswer.Ok(
                            new KeyValuePair<string, JsonNode?>("user", UserOf(member, time.GetUtcNow()))
                        ),
                        _ => ApiAnswer.Refused("user_not_found"),
                    }
            ),
            new(
                "users.list",
                false,
                arguments =>
                    Pages.Of(
                        "members",
                        [.. Team.Members.Select(member => UserOf(member, time.GetUtcNow()))],
                        arguments,
                        defaultLimit: 1000
                    )
            ),
        ];

    private static JsonObject UserOf(Member member, DateTimeOffset now) =>
        new()
        {
            ["id"] = member.Id,
            ["team_id"] = Team.Id,
            ["name"] = member.Handle,
            ["deleted"] = false,
            ["color"] = member.Colour.TrimStart('#'),
            ["real_name"] = member.RealName,
            ["tz"] = member.TimeZone,
            ["tz_label"] = member.Zone.StandardName,
            ["tz_offset"] = (int)member.Zone.GetUtcOffset(now).TotalSeconds,
            ["profile"] = new JsonObject
            {
                ["real_name"] = member.RealName,
                ["display_name"] = member.Handle,
                ["title"] = "",
                ["status_text"] = "",
                ["status_emoji"] = "",
            },
            ["is_admin"] = member.IsAdmin,
            ["is_owner"] = false,
            ["is_restricted"] = member.IsGuest,
            ["is_ultra_restricted"] = false,
            // Slackbot is no bot, says Slack.
            ["is_bot"] = member.IsBot && member != Team.Slackbot,
            ["is_app_user"] = false,
            ["updated"] = 0,
        };
}
