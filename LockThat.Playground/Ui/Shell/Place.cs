using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Ui.Shell;

/// <summary>What a person looks at: a channel, or one of the app's two tabs. It is in the address, so it can be linked
/// and opened in another window.</summary>
public sealed record Place(Channel Channel, bool IsHome = false)
{
    public bool IsApp => Channel.IsDirect;

    public string Name =>
        IsHome ? "home"
        : IsApp ? "lockthat"
        : Channel.Name;

    /// <summary>What stands above it and in the window's title.</summary>
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
