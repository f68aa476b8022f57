using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Ui.Shell;

/// <summary>The channel, or the tab of the app, that a person looks at. The address carries it, so it can be linked and
/// opened in another window.</summary>
public sealed record Place(Channel Channel, bool IsHome = false)
{
    public bool IsApp => Channel.IsDirect;

    public string Name =>
        IsHome ? "home"
        : IsApp ? "lockthat"
        : Channel.Name;

    /// <summary>The heading above it, and the window's title.</summary>
    public string Title => IsApp ? Team.App.RealName : '#' + Channel.Name;

    public static Place At(string? name, Workspace workspace, Member me)
    {
        var channels = workspace.ChannelsOf(me.Id);
        return name is "home" or "lockthat"
            ? new(channels.First(channel => channel.IsDirect), name == "home")
            : new(channels.FirstOrDefault(channel => !channel.IsDirect && channel.Name == name) ?? channels[0]);
    }

    public string Address(Member me) => $"/?as={me.Handle}&in={Uri.EscapeDataString(Name)}";
}
