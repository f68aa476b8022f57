using LockThat.App.Locks;
using LockThat.App.Settings;

namespace LockThat.App.Web;

/// <summary>The facts about this installation that the pages show.</summary>
/// <param name="TakesInstalls">Whether any workspace may install the app, or one is served by its token.</param>
/// <param name="PublicUrl">The app's own address, when it is known.</param>
public sealed record SiteInfo(bool TakesInstalls, Uri? PublicUrl)
{
    public string Version { get; } = Health.Version;

    /// <summary>How long events are kept.</summary>
    public TimeSpan KeepHistory { get; init; } = LockRules.Default.KeepHistory;

    public static SiteInfo Of(LockThatSettings settings) =>
        new(settings.Slack.Workspaces is SlackWorkspaces.Installed, settings.PublicUrl)
        {
            KeepHistory = settings.Locks.KeepHistory,
        };

    /// <summary>A path of the app as a browser must ask for it: a proxy may have put the app below a path of its
    /// own.</summary>
    public string Link(string path) => PublicUrl?.AbsolutePath.TrimEnd('/') + path;

    /// <summary>The address of a file that the pages load; it changes with the file's content.</summary>
    public string Asset(string name) => Link(Assets.Address(name));
}
