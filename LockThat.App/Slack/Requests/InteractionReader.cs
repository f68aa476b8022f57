using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.Requests;

/// <summary>The <c>payload</c> of an interaction. Null stands for malformed.</summary>
internal static class InteractionReader
{
    public static SlackRequest? Read(JsonElement payload)
    {
        JsonElement? at = payload;
        if (at.Text("type") is not { } type)
            return null;
        if (type is not ("block_actions" or "view_submission" or "view_closed" or "block_suggestion" or "shortcut"))
            return new SlackRequest.Ignored(type);
        if (
            InteractionWorkspaces.Of(at) is not [var workspace, .. var others]
            || at.Object("user").Id("id") is not { } id
        )
            return null;
        var request = Read(at, type, workspace, new(id));
        return others is [] || request is null ? request : request with { Others = others };
    }

    private static SlackRequest? Read(JsonElement? at, string type, Workspace workspace, UserId user)
    {
        var trigger = at.Text("trigger_id") ?? "";
        return type switch
        {
            "block_actions" => BlockActionOf(at, workspace, user, trigger),
            "view_submission" => View(at) is { } view
                ? new SlackRequest.ViewSubmission(workspace, user, view, trigger)
                : null,
            "view_closed" => View(at) is { } view
                ? new SlackRequest.ViewClosed(workspace, user, view, at.IsTrue("is_cleared"))
                : null,
            "block_suggestion" => at.Text("action_id") is { } action
                ? new SlackRequest.BlockOptionsRequest(
                    workspace,
                    user,
                    action,
                    BlockIdIn(at, at.Text("block_id")),
                    at.Text("value") ?? "",
                    View(at)
                )
                : null,
            _ => at.Text("callback_id") is { } callback
                ? new SlackRequest.GlobalShortcut(workspace, user, callback, trigger)
                : null,
        };
    }

    /// <summary>The view that a payload or event carries; null when it carries none.</summary>
    public static ViewInfo? View(JsonElement? at)
    {
        var view = at.Object("view");
        return view.Id("id") is { } id
            ? new(
                id,
                view.Text("callback_id") ?? "",
                view.Text("hash") ?? "",
                view.Text("private_metadata") ?? "",
                State(view),
                view.Id("root_view_id"),
                view.Id("previous_view_id")
            )
            : null;
    }

    // Slack's type allows several actions in one request, but its clients send one.
    private static SlackRequest? BlockActionOf(JsonElement? at, Workspace workspace, UserId user, string trigger)
    {
        var action = at.First("actions");
        if (action.Text("action_id") is not { } actionId)
            return null;
        if (ContainerOf(at) is not { } container)
            return new SlackRequest.Ignored("block_actions");
        var value = action.Text("value") ?? action.Object("selected_option").Text("value");
        return new SlackRequest.BlockActionRequest(
            workspace,
            user,
            new(actionId, BlockIdIn(at, action.Text("block_id")), value, action.Text("action_ts") ?? ""),
            container,
            trigger
        );
    }

    private static Container? ContainerOf(JsonElement? at)
    {
        if (View(at) is { } view)
            return at.Object("view").Text("type") == "home" ? new Container.Home(view) : new Container.Modal(view);
        var container = at.Object("container");
        var channel = container.Id("channel_id") ?? at.Object("channel").Id("id");
        var ts = container.Id("message_ts") ?? at.Object("message").Id("ts");
        return channel is null || ts is null
            ? null
            : new Container.Message(channel, ts, container.IsTrue("is_ephemeral"), at.Text("response_url"), State(at));
    }

    // In a message, the id of a block also says for which workspace it was drawn.
    private static string BlockIdIn(JsonElement? at, string? id) =>
        id is null ? ""
        : at.Object("view") is null ? DrawnFor.OfBlock(id).BlockId
        : id;

    private static ViewState State(JsonElement? of) =>
        of.Object("state").Object("values") is { } values ? ViewState.From(values) : ViewState.Empty;
}
