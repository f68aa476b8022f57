using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Requests;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>chat.postMessage, postEphemeral, update, delete.</summary>
internal static class Chat
{
    private const int MaxUpdateText = 4000;

    public static IEnumerable<Method> All(Workspace workspace, Posts posts) =>
        [
            new("chat.postMessage", true, arguments => PostMessage(workspace, posts, arguments)),
            new("chat.postEphemeral", true, arguments => PostEphemeral(posts, arguments)),
            new("chat.update", true, arguments => Update(workspace, posts, arguments)),
            new("chat.delete", true, arguments => Delete(workspace, arguments)),
        ];

    private static ApiAnswer PostMessage(Workspace workspace, Posts posts, JsonElement arguments)
    {
        if (arguments.Str("channel") is not { } target)
            return ApiAnswer.Missing("channel");
        if (Addressed(target) is not { } channel)
            return ApiAnswer.Refused("channel_not_found");
        if (!channel.MemberIds.Contains(Team.App.Id))
            return ApiAnswer.Refused("not_in_channel");
        if (Objections(arguments) is { } refused)
            return refused;
        if (arguments.Str("thread_ts") is { } thread && workspace.FindMessage(channel.Id, thread) is null)
            return ApiAnswer.Refused("thread_not_found");
        var message = posts.Say(channel.Id, arguments, onlyFor: null);
        return ApiAnswer.Ok(
            new("channel", channel.Id),
            new("ts", message.Ts),
            new("message", Payloads.MessageOf(message))
        );
    }

    private static ApiAnswer PostEphemeral(Posts posts, JsonElement arguments)
    {
        if (arguments.Str("channel") is not { } target)
            return ApiAnswer.Missing("channel");
        if (arguments.Str("user") is not { } user)
            return ApiAnswer.Missing("user");
        if (Addressed(target) is not { } channel)
            return ApiAnswer.Refused("channel_not_found");
        if (!channel.MemberIds.Contains(Team.App.Id))
            return ApiAnswer.Refused("not_in_channel");
        if (!channel.MemberIds.Contains(user))
            return ApiAnswer.Refused("user_not_in_channel");
        return Objections(arguments)
            ?? ApiAnswer.Ok(
                new KeyValuePair<string, JsonNode?>("message_ts", posts.Say(channel.Id, arguments, user).Ts)
            );
    }

    private static ApiAnswer Update(Workspace workspace, Posts posts, JsonElement arguments)
    {
        var (message, channel, refused) = Own(workspace, arguments, "cant_update_message");
        if (message is null || channel is null)
            return refused;
        if (arguments.Str("text") is { Length: > MaxUpdateText })
            return ApiAnswer.Refused("msg_too_long");
        if (Objections(arguments) is { } objections)
            return objections;
        return posts.Rewrite(message, arguments) is { } rewritten
            ? ApiAnswer.Ok(
                new("channel", channel.Id),
                new("ts", rewritten.Ts),
                new("text", rewritten.Text),
                new("message", Payloads.MessageOf(rewritten))
            )
            : ApiAnswer.Refused("message_not_found");
    }

    private static ApiAnswer Delete(Workspace workspace, JsonElement arguments)
    {
        var (message, channel, refused) = Own(workspace, arguments, "cant_delete_message");
        if (message is null || channel is null)
            return refused;
        return workspace.Delete(channel.Id, message.Ts)
            ? ApiAnswer.Ok(new("channel", channel.Id), new("ts", message.Ts))
            : ApiAnswer.Refused("message_not_found");
    }

    // Changing takes the channel's own id: a user id is not resolved here.
    private static (Message? Message, Channel? Channel, ApiAnswer Refused) Own(
        Workspace workspace,
        JsonElement arguments,
        string notOwn
    )
    {
        if (arguments.Str("channel") is not { } channelId)
            return (null, null, ApiAnswer.Missing("channel"));
        if (arguments.Str("ts") is not { } ts)
            return (null, null, ApiAnswer.Missing("ts"));
        if (Team.Channel(channelId) is not { } channel)
            return (null, null, ApiAnswer.Refused("channel_not_found"));
        if (workspace.FindMessage(channelId, ts) is not { } message)
            return (null, channel, ApiAnswer.Refused("message_not_found"));
        return message.AuthorId == Team.App.Id && !message.IsEphemeral
            ? (message, channel, ApiAnswer.Ok())
            : (null, channel, ApiAnswer.Refused(notOwn));
    }

    private static Channel? Addressed(string target) =>
        Team.Channel(target)
        ?? (Team.People.Any(person => person.Id == target) ? Team.DirectMessages(target) : null)
        ?? Team.Channels.FirstOrDefault(channel => !channel.IsDirect && channel.Name == target.TrimStart('#'));

    private static ApiAnswer? Objections(JsonElement payload) =>
        Rules.MessageError(payload) is var (error, problems)
            ? problems is []
                ? ApiAnswer.Refused(error)
                : ApiAnswer.Refused(error, problems)
            : null;
}
