using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Formatting;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Ui.Formatting;

/// <summary>The member who looks at the page, and the browser's habits of reading.</summary>
public sealed record Viewer(Workspace Workspace, Member Me, Reader Reader)
{
    public DateTimeOffset Now => Workspace.Time.GetUtcNow();

    public string NameOf(string memberId) =>
        Workspace.Members.FirstOrDefault(member => member.Id == memberId)?.RealName ?? memberId;

    /// <summary>The present values of the view's fields.</summary>
    public ImmutableDictionary<ElementKey, JsonElement> StateOf(OpenView? view) =>
        view is null ? [] : (Workspace.FindView(view.Id) ?? view).State;

    public string ChannelName(string channelId, string label) =>
        Workspace.ChannelsOf(Me.Id).FirstOrDefault(channel => channel.Id == channelId)?.Name
        ?? (label.Length > 0 ? label : channelId);
}
