using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public string HomeHeading(int free, int own, int others, int turns) =>
        $"{free} free · {own} yours · {others} held by others{(turns == 0 ? "" : $" · {turns} kept for a turn")}";

    public string EmptyHomeHeading => "Who is using the test site?";

    public Prose EmptyHomeText =>
        Prose.Of(
            $":wave: Here you see what your team shares and who has it. There is nothing yet: add the first thing, a test site, a device, an account, a release train."
        );

    public Prose EmptyHomeHint =>
        Prose.Of(
            $"Or in any channel: {Example("/lockthat lock test-site 2 h demo")}. LockThat is an honour system: it blocks nothing, it tells everybody who has what."
        );

    public string OwnHeading => "Yours";

    public string OwnAndAwaitedHeading => "Yours, and what you wait for";

    public string OthersHeading => "Held by others";

    public string FreeHeading => "Free";

    public string FilterLabel => "Filter";

    public string FilterPlaceholder => "Part of a name, then Enter";

    public string ShowAllButton => "Show all";

    public Prose NothingFound(string filter) => Prose.Of($":mag: No name contains “{filter}”.");

    public Prose PageOf(int page, int pages, int resources) =>
        Prose.Of($"Page {Number(page)} of {Number(pages)}, {Number(resources)} resources");

    public string PreviousButton => "Previous";

    public string NextButton => "Next";

    public Prose VisitorsHome(string? workspace) =>
        workspace is null
            ? Prose.Of($":wave: This LockThat belongs to another workspace.")
            : Prose.Of($":wave: This LockThat belongs to “{workspace}”.");

    public Prose VisitorsHomeText =>
        Prose.Of(
            $"It shows the people of that workspace who is using what. You are a member of another workspace. To use LockThat with your own team, add it to your workspace."
        );

    public Prose WorkspaceUnknown =>
        Prose.Of($":hourglass: Slack does not say just now which workspace you are a member of.");

    public Prose OpenAgain => Prose.Of($"Please open this page again in a moment.");
}
