using System.Text.Json;
using LockThat.App.Locks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

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
        if (WorkspaceOf(at) is not { } workspace || at.Object("user").Id("id") is not { } id)
            return null;
        var user = new UserId(id);
        var trigger = at.Text("trigger_id") ?? "";
        return type switch
        {
            "block_actions" => BlockActionOf(at, workspace, user, trigger),
            "view_submission" => View(at) is { } view ? new SlackRequest.ViewSubmission(workspace, user, view, trigger) : null,
            "view_closed" => View(at) is { } view ? new SlackRequest.ViewClosed(workspace, user, view, at.IsTrue("is_cleared")) : null,
            "block_suggestion" => at.Text("action_id") is { } action
                ? new SlackRequest.BlockOptionsRequest(workspace, user, action, at.Text("block_id") ?? "", at.Text("value") ?? "", View(at))
                : null,
            _ => at.Text("callback_id") is { } callback ? new SlackRequest.GlobalShortcut(workspace, user, callback, trigger) : null,
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
                view.Id("previous_view_id"))
            : null;
    }

    // The team is null where the app was installed for a whole organisation; the person's own team is then the one they act in.
    private static Workspace? WorkspaceOf(JsonElement? at)
    {
        var organisation = at.IsTrue("is_enterprise_install") ? at.Object("enterprise").Id("id") ?? at.Object("team").Id("enterprise_id") : null;
        // A person of an organisation need not be at home in the workspace whose view they have open.
        var team = new[] { at.Object("team").Id("id"), at.Object("view").Id("team_id"), at.Object("user").Id("team_id") }
            .FirstOrDefault(known => known is not null && known != organisation);
        return team is null ? null : new Workspace(new TeamId(team), organisation is null ? null : new EnterpriseId(organisation));
    }

    // Slack's type allows several actions in one request; its clients send one.
    private static SlackRequest? BlockActionOf(JsonElement? at, Workspace workspace, UserId user, string trigger)
    {
        var action = at.First("actions");
        if (action.Text("action_id") is not { } actionId)
            return null;
        if (ContainerOf(at) is not { } container)
            return new SlackRequest.Ignored("block_actions");
        var value = action.Text("value") ?? action.Object("selected_option").Text("value");
        return new SlackRequest.BlockActionRequest(
            workspace, user, new(actionId, action.Text("block_id") ?? "", value, action.Text("action_ts") ?? ""), container, trigger);
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

    private static ViewState State(JsonElement? of) =>
        of.Object("state").Object("values") is { } values ? ViewState.From(values) : ViewState.Empty;
}
