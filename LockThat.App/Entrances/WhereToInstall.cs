using LockThat.App.Settings;

namespace LockThat.App.Entrances;

/// <summary>The place where a person can add the app to a workspace.</summary>
/// <param name="Address">The landing page; null where nobody can add the app.</param>
internal sealed record WhereToInstall(Uri? Address)
{
    /// <summary>The place that follows from an operator's settings.</summary>
    public static WhereToInstall Of(LockThatSettings settings) =>
        new(settings.Slack.Workspaces is SlackWorkspaces.Installed ? settings.PublicUrl : null);
}
