using System.Globalization;
using System.Text.Json.Nodes;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Requests;

/// <summary>The JSON that Slack sends and returns, member by member as its reference lists them.</summary>
internal static class Payloads
{
    public static JsonObject Interaction(string type, Member person) =>
        new()
        {
            ["type"] = type,
            ["team"] = new JsonObject { ["id"] = Team.Id, ["domain"] = Team.Domain },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
            ["user"] = new JsonObject
            {
                ["id"] = person.Id,
                ["username"] = person.Handle,
                ["name"] = person.Handle,
                ["team_id"] = Team.Id,
            },
            ["api_app_id"] = Team.AppId,
            ["token"] = "legacy",
        };

    public static JsonObject MessageContainer(Message message)
    {
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.ChannelId,
            ["is_ephemeral"] = message.IsEphemeral,
        };
        if (message.ThreadTs is { } thread)
            container["thread_ts"] = thread;
        return container;
    }

    public static JsonObject ViewContainer(OpenView view) => new() { ["type"] = "view", ["view_id"] = view.Id };

    public static JsonObject ChannelOf(Channel channel) => new() { ["id"] = channel.Id, ["name"] = channel.Name };

    /// <summary>A message as the app gets it in payloads and in the answers of chat.*.</summary>
    public static JsonObject MessageOf(Message message)
    {
        var node = new JsonObject { ["type"] = "message", ["user"] = message.AuthorId };
        if (message.AuthorId == Team.App.Id)
        {
            node["bot_id"] = Team.BotId;
            node["app_id"] = Team.AppId;
            node["bot_profile"] = new JsonObject
            {
                ["id"] = Team.BotId,
                ["app_id"] = Team.AppId,
                ["name"] = Team.App.RealName,
                ["deleted"] = false,
                ["team_id"] = Team.Id,
            };
        }

        node["team"] = Team.Id;
        node["ts"] = message.Ts;
        node["text"] = message.Text;
        if (message.ThreadTs is { } thread)
            node["thread_ts"] = thread;
        if (message.Blocks is { } blocks)
            node["blocks"] = blocks.ToNode();
        return node;
    }

    /// <summary>The view object that Slack returns everywhere.</summary>
    public static JsonObject ViewOf(OpenView view)
    {
        var node = view.View.ToObject();
        node["id"] = view.Id;
        node["team_id"] = Team.Id;
        node["state"] = new JsonObject { ["values"] = FormState.Values(view.State) };
        node["hash"] = view.Hash;
        node["previous_view_id"] = view.PreviousId;
        node["root_view_id"] = view.RootId;
        node["app_id"] = Team.AppId;
        node["app_installed_team_id"] = Team.Id;
        node["bot_id"] = Team.BotId;
        return node;
    }

    /// <summary>An item of <c>actions[]</c>: for a stateful element its present value, for a button and an overflow the
    /// one that was pressed.</summary>
    public static JsonObject Action(PlacedElement placed, JsonObject? entry, string actionTs)
    {
        var action = entry ?? [];
        action["type"] = placed.Type;
        action["block_id"] = placed.Key.BlockId;
        action["action_id"] = placed.Key.ActionId;
        string[] echoed = entry is null
            ? ["text", "value", "url", "style", "confirm"]
            : ["placeholder", "confirm", "initial_option", "timezone"];
        foreach (var name in echoed)
        {
            if (placed.Element.Get(name) is { } value)
                action[name] = value.ToNode();
        }

        action["action_ts"] = actionTs;
        return action;
    }

    public static JsonObject Event(JsonObject inner, string eventId, DateTimeOffset at) =>
        new()
        {
            ["token"] = "legacy",
            ["team_id"] = Team.Id,
            ["context_team_id"] = Team.Id,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = Team.AppId,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = eventId,
            ["event_time"] = at.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(
                new JsonObject
                {
                    ["enterprise_id"] = null,
                    ["team_id"] = Team.Id,
                    ["user_id"] = Team.App.Id,
                    ["is_bot"] = true,
                    ["is_enterprise_install"] = false,
                }
            ),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = string.Create(CultureInfo.InvariantCulture, $"4-{eventId}"),
        };
}
