using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Requests;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>conversations.open, info, list, members, history.</summary>
internal static class ConversationMethods
{
    public static IEnumerable<Method> All(Workspace workspace) =>
        [
            new("conversations.open", true, Open),
            new(
                "conversations.info",
                false,
                arguments =>
                    WithChannel(
                        arguments,
                        channel =>
                            ApiAnswer.Ok(
                                new KeyValuePair<string, JsonNode?>(
                                    "channel",
                                    ChannelOf(channel, arguments.Flag("include_num_members"))
                                )
                            )
                    )
            ),
            new("conversations.list", false, List),
            new(
                "conversations.members",
                false,
                arguments =>
                    WithChannel(
                        arguments,
                        channel =>
                            Pages.Of(
                                "members",
                                [.. channel.MemberIds.Select(id => JsonValue.Create(id))],
                                arguments,
                                defaultLimit: 100
                            )
                    )
            ),
            new(
                "conversations.history",
                true,
                arguments => WithChannel(arguments, channel => History(workspace, channel, arguments))
            ),
        ];

    private static ApiAnswer Open(JsonElement arguments)
    {
        if (arguments.Str("channel") is { } id)
            return Team.Channel(id) is { IsDirect: true } open
                ? Opened(open, arguments)
                : ApiAnswer.Refused("channel_not_found");
        var users = (arguments.Str("users") ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return users switch
        {
            [] => ApiAnswer.Refused("users_list_not_supplied"),
            { Length: > 8 } => ApiAnswer.Refused("too_many_users"),
            [var user] when Team.People.Any(person => person.Id == user) => Opened(
                Team.DirectMessages(user),
                arguments
            ),
            [_] => ApiAnswer.Refused("user_not_found"),
            _ => ApiAnswer.Refused("missing_scope"),
        };
    }

    private static ApiAnswer Opened(Channel channel, JsonElement arguments) =>
        ApiAnswer.Ok(
            new("no_op", true),
            new("already_open", true),
            new(
                "channel",
                arguments.Flag("return_im") ? ChannelOf(channel, false) : new JsonObject { ["id"] = channel.Id }
            )
        );

    private static ApiAnswer List(JsonElement arguments)
    {
        var types = (arguments.Str("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        if (types.Except(["public_channel", "private_channel", "mpim", "im"]).Any())
            return ApiAnswer.Refused("invalid_types");
        var shown = Team.Channels.Where(channel => types.Contains(channel.IsDirect ? "im" : "public_channel"));
        return Pages.Of(
            "channels",
            [.. shown.Select(channel => ChannelOf(channel, true))],
            arguments,
            defaultLimit: 100
        );
    }

    private static ApiAnswer History(Workspace workspace, Channel channel, JsonElement arguments)
    {
        if (!channel.MemberIds.Contains(Team.App.Id))
            return ApiAnswer.Refused("not_in_channel");
        // Ephemeral messages are in nobody's history.
        var messages = workspace
            .Messages(channel.Id, "")
            .Reverse()
            .Select(JsonNode (message) => Payloads.MessageOf(message));
        return Pages.Of("messages", [.. messages], arguments, defaultLimit: 100);
    }

    private static ApiAnswer WithChannel(JsonElement arguments, Func<Channel, ApiAnswer> answer) =>
        arguments.Str("channel") switch
        {
            null => ApiAnswer.Missing("channel"),
            var id when Team.Channel(id) is { } channel => answer(channel),
            _ => ApiAnswer.Refused("channel_not_found"),
        };

    private static JsonObject ChannelOf(Channel channel, bool withCount)
    {
        var node = new JsonObject
        {
            ["id"] = channel.Id,
            ["created"] = 0,
            ["is_archived"] = false,
            ["is_im"] = channel.IsDirect,
            ["is_org_shared"] = false,
        };
        if (channel.DirectWith is { } user)
        {
            node["user"] = user;
            node["is_user_deleted"] = false;
            return node;
        }

        node["name"] = channel.Name;
        node["name_normalized"] = channel.Name;
        node["is_channel"] = true;
        node["is_general"] = channel.Id == Team.General;
        node["is_private"] = false;
        node["is_member"] = channel.MemberIds.Contains(Team.App.Id);
        if (withCount)
            node["num_members"] = channel.MemberIds.Length;
        return node;
    }
}
