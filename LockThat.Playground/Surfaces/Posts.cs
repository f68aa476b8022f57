using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Surfaces;

/// <summary>Puts the app's messages into channels, whether they arrive by Web API, acknowledgement or
/// response_url.</summary>
internal sealed class Posts(Workspace workspace)
{
    /// <summary>Posts as the app. The payload has passed the rules.</summary>
    public Message Say(string channelId, JsonElement payload, string? onlyFor) =>
        workspace.Post(
            new()
            {
                ChannelId = channelId,
                Ts = "",
                AuthorId = Team.App.Id,
                Text = payload.Str("text") ?? "",
                Blocks = BlocksOf(payload),
                ThreadTs = payload.Str("thread_ts"),
                EphemeralFor = onlyFor,
            }
        );

    /// <summary>Replaces text and blocks; blocks that are not sent again are gone, as with chat.update.</summary>
    public Message? Rewrite(Message old, JsonElement payload)
    {
        var rewritten = old with { Text = payload.Str("text") ?? "", Blocks = BlocksOf(payload), IsEdited = true };
        return workspace.Replace(rewritten) ? rewritten : null;
    }

    /// <summary>Slackbot tells the person who acted, and nobody else, that the app failed.</summary>
    public void Fail(string channelId, string userId, string text) =>
        workspace.Post(
            new()
            {
                ChannelId = channelId,
                Ts = "",
                AuthorId = Team.Slackbot.Id,
                Text = text,
                EphemeralFor = userId,
                Kind = MessageKind.Failure,
            }
        );

    private JsonElement? BlocksOf(JsonElement payload) =>
        payload.Get("blocks") is { ValueKind: JsonValueKind.Array } blocks && blocks.GetArrayLength() > 0
            ? Normal.Blocks(blocks, workspace.Ids)
            : null;
}
