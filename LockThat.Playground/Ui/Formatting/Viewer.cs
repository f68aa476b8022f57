using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Formatting;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Ui.Formatting;

/// <summary>Who looks at the page, and how they read.</summary>
public sealed record Viewer(Workspace Workspace, Member Me, Reader Reader)
{
    public DateTimeOffset Now => Workspace.Time.GetUtcNow();

    public string NameOf(string memberId) =>
        Workspace.Members.FirstOrDefault(member => member.Id == memberId)?.RealName ?? memberId;

    /// <summary>What the view's fields hold by now.</summary>
    public ImmutableDictionary<ElementKey, JsonElement> StateOf(OpenView? view) =>
        view is null ? [] : (Workspace.FindView(view.Id) ?? view).State;

    public string ChannelName(string channelId, string label) =>
        Workspace.ChannelsOf(Me.Id).FirstOrDefault(channel => channel.Id == channelId)?.Name
        ?? (label.Length > 0 ? label : channelId);
}
