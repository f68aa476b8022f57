using LockThat.App.Settings;

namespace LockThat.App.Entrances;

/// <summary>Where somebody can add the app to a workspace.</summary>
/// <param name="Address">The landing page; null where nobody can.</param>
internal sealed record WhereToInstall(Uri? Address)
{
    /// <summary>As an operator has set it.</summary>
    public static WhereToInstall Of(LockThatSettings settings) =>
        new(settings.Slack.Workspaces is SlackWorkspaces.Installed ? settings.PublicUrl : null);
}
