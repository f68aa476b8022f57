using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The app's Home for a person of another workspace: nothing of what the workspace shares, and nothing to press.</summary>
public static class VisitorsHome
{
    /// <summary>Says whose it is.</summary>
    /// <param name="workspace">What people call the workspace; null when that is not known.</param>
    public static HomeViewDefinition For(string? workspace) => Of(
        string.IsNullOrWhiteSpace(workspace)
            ? Prose.Of($":wave: This LockThat belongs to another workspace.")
            : Prose.Of($":wave: This LockThat belongs to *{workspace}*."),
        Prose.Of($"It shows the people of that workspace who is using what. You are of another workspace: to use it with your own team, add LockThat to yours."));

    /// <summary>It is not known yet of which workspace the person is.</summary>
    public static HomeViewDefinition ToOpenAgain() => Of(
        Prose.Of($":hourglass: Slack does not say just now of which workspace you are."),
        Prose.Of($"Please open this page again in a moment."));

    private static HomeViewDefinition Of(params Prose[] said) => new() { Blocks = [.. said.Select(Modals.Text)] };
}
