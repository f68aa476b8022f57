using System.Text.Json.Nodes;
using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>
/// Fields of an interaction beside the surface: the workspace of the person, the workspace that installed the app,
/// and the organisation. In a shared channel and in an organisation each of these may name another workspace than
/// the surface does, or none.
/// </summary>
internal static class OddPayload
{
    private static readonly string?[] Teams =
    [
        null,
        "T0ACME001",
        "T0GLOBEX1",
        "T0GRID001",
        "T0GRID002",
        "T0HOME001",
        "T0HERS001",
        "E0GRID",
    ];
    private static readonly string?[] Organisations = [null, "E0GRID", "E0HERS"];

    /// <summary>The interaction with everything else in it as chance has it.</summary>
    public static JsonObject Disguised(this JsonObject interaction, Random chance)
    {
        var team = Any(Teams);
        interaction["team"] = team is null
            ? null
            : new JsonObject
            {
                ["id"] = team,
                ["domain"] = "some",
                ["enterprise_id"] = Any(Organisations),
            };
        interaction["enterprise"] = Any(Organisations) is { } organisation
            ? new JsonObject { ["id"] = organisation, ["name"] = "Some" }
            : null;
        interaction["is_enterprise_install"] = chance.Next(2) == 0;
        if (interaction["user"] is JsonObject user)
            user["team_id"] = Any(Teams);
        if (interaction["view"] is JsonObject view)
        {
            view["team_id"] = Any(Teams);
            view["app_installed_team_id"] = Any(Teams);
        }

        return interaction;

        string? Any(string?[] some) => some[chance.Next(some.Length)];
    }

    /// <summary>The ways by which a surface may bring its workspace back: as a click in a message, and as everything
    /// that happens in a view.</summary>
    public static IEnumerable<JsonObject> From(Workspace workspace, string user)
    {
        var drawn = new DrawnFor(workspace.Team.Value, workspace.OrgInstall?.Value);
        var block = drawn
            .Mark(LockThat.Blocks.Messages.Replies.About(new English(), new("test-site"), new English().Unlocked))
            .Blocks?[^1].BlockId;
        foreach (
            var (type, kind) in ((string, string)[])
                [
                    ("block_actions", "home"),
                    ("block_actions", "modal"),
                    ("view_submission", "modal"),
                    ("view_closed", "modal"),
                    ("block_suggestion", "modal"),
                ]
        )
        {
            yield return new()
            {
                ["type"] = type,
                ["user"] = new JsonObject { ["id"] = user },
                ["action_id"] = "value",
                ["block_id"] = "resource",
                ["actions"] = new JsonArray(
                    new JsonObject
                    {
                        ["action_id"] = "value",
                        ["block_id"] = "length",
                        ["action_ts"] = "1.1",
                    }
                ),
                ["view"] = new JsonObject
                {
                    ["id"] = "V0",
                    ["type"] = kind,
                    ["private_metadata"] = drawn.ToMetadata(),
                },
            };
        }

        foreach (var click in InMessage(user, block))
            yield return click;
    }

    private static IEnumerable<JsonObject> InMessage(string user, string? block)
    {
        foreach (var type in (string[])["block_actions", "block_suggestion"])
        {
            yield return new()
            {
                ["type"] = type,
                ["user"] = new JsonObject { ["id"] = user },
                ["action_id"] = "lock",
                ["block_id"] = block,
                ["actions"] = new JsonArray(
                    new JsonObject
                    {
                        ["action_id"] = "lock",
                        ["block_id"] = block,
                        ["value"] = "test-site",
                        ["action_ts"] = "1.1",
                    }
                ),
                ["container"] = new JsonObject
                {
                    ["type"] = "message",
                    ["channel_id"] = "C0SHARED1",
                    ["message_ts"] = "1.1",
                },
            };
        }
    }
}
