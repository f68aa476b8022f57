using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The app's Home for a person of another workspace: nothing of what the workspace shares, and nothing to
/// press.</summary>
public static class VisitorsHome
{
    private const int LongestName = 200;

    /// <summary>Says whose it is.</summary>
    /// <param name="workspace">What people call the workspace; null when that is not known.</param>
    public static HomeViewDefinition For(string? workspace) =>
        Of(
            string.IsNullOrWhiteSpace(workspace)
                ? Prose.Of($":wave: This LockThat belongs to another workspace.")
                : Prose.Of($":wave: This LockThat belongs to “{Cut.To(workspace, LongestName)}”."),
            Prose.Of(
                $"It shows the people of that workspace who is using what. You are a member of another workspace. To use LockThat with your own team, add it to your workspace."
            )
        );

    /// <summary>Says that the person's workspace is not known yet.</summary>
    public static HomeViewDefinition ToOpenAgain() =>
        Of(
            Prose.Of($":hourglass: Slack does not say just now which workspace you are a member of."),
            Prose.Of($"Please open this page again in a moment.")
        );

    private static HomeViewDefinition Of(params Prose[] said) => new() { Blocks = [.. said.Select(Modals.Text)] };
}
