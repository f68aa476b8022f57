using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The Home.
public partial interface IWording
{
    /// <summary>Heads the Home: how many resources are free, the reader's, held by others, and kept for a
    /// turn.</summary>
    string HomeHeading(int free, int own, int others, int turns);

    /// <summary>Heads a Home on which there is nothing yet.</summary>
    string EmptyHomeHeading { get; }

    /// <summary>Says on it what the app is for, and how to begin.</summary>
    Prose EmptyHomeText { get; }

    /// <summary>Says on it what else can be done.</summary>
    Prose EmptyHomeHint { get; }

    /// <summary>Heads the reader's resources, in mrkdwn.</summary>
    string OwnHeading { get; }

    /// <summary>Heads the same with what the reader waits for, in mrkdwn.</summary>
    string OwnAndAwaitedHeading { get; }

    /// <summary>Heads what others hold, in mrkdwn.</summary>
    string OthersHeading { get; }

    /// <summary>Heads what is free, in mrkdwn.</summary>
    string FreeHeading { get; }

    /// <summary>Labels the box that filters.</summary>
    string FilterLabel { get; }

    /// <summary>Invites to filter.</summary>
    string FilterPlaceholder { get; }

    /// <summary>Labels the button that ends filtering.</summary>
    string ShowAllButton { get; }

    /// <summary>The filter finds nothing.</summary>
    Prose NothingFound(string filter);

    /// <summary>Says which page this is.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="pages">How many pages there are.</param>
    /// <param name="resources">How many resources are on all of them.</param>
    Prose PageOf(int page, int pages, int resources);

    /// <summary>Labels the button for the page before.</summary>
    string PreviousButton { get; }

    /// <summary>Labels the button for the page behind.</summary>
    string NextButton { get; }

    /// <summary>To a person of another workspace: whose Home this is.</summary>
    /// <param name="workspace">The name of the workspace; null when it is not known.</param>
    Prose VisitorsHome(string? workspace);

    /// <summary>To a person of another workspace: why nothing is shown, and what to do.</summary>
    Prose VisitorsHomeText { get; }

    /// <summary>To a person whose workspace is not known yet.</summary>
    Prose WorkspaceUnknown { get; }

    /// <summary>The next step for that person.</summary>
    Prose OpenAgain { get; }
}
