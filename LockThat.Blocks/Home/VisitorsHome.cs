using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Home;

/// <summary>The app's Home for a person of another workspace: it shows nothing that the workspace shares, and has
/// nothing to press.</summary>
public static class VisitorsHome
{
    private const int LongestName = 200;

    /// <summary>Says whose it is.</summary>
    /// <param name="workspace">The name of the workspace; null when it is not known.</param>
    public static HomeViewDefinition For(IWording words, string? workspace) =>
        Of(
            words.VisitorsHome(string.IsNullOrWhiteSpace(workspace) ? null : Cut.To(workspace, LongestName)),
            words.VisitorsHomeText
        );

    /// <summary>Says that the person's workspace is not known yet.</summary>
    public static HomeViewDefinition ToOpenAgain(IWording words) => Of(words.WorkspaceUnknown, words.OpenAgain);

    private static HomeViewDefinition Of(params Prose[] said) => new() { Blocks = [.. said.Select(SectionBlock.Of)] };
}
