using System.Diagnostics;
using LockThat.App.Installs.OAuth;
using LockThat.Blocks.Wording;

namespace LockThat.App.Installs.Pages;

/// <summary>The page that an installer reads after coming back.</summary>
/// <param name="Status">The page's status.</param>
/// <param name="Said">The result, and its meaning.</param>
/// <param name="Next">The next step for the reader; null for none.</param>
/// <param name="Description">The description of the page, for a browser.</param>
public sealed record InstallWords(int Status, PageText Said, InstallLink? Next, string Description)
{
    // Relative: the app's own address may have a path.
    private const string Begin = "install";

    public static InstallWords Of(InstallOutcome outcome, IWording words) =>
        outcome switch
        {
            InstallOutcome.Installed(var name, var next, false) => new(
                StatusCodes.Status200OK,
                words.InstalledInWorkspace(name),
                new(words.OpenSlackLink, next.AbsoluteUri),
                words.InstallDescription
            ),
            InstallOutcome.Installed(var name, var next, _) => new(
                StatusCodes.Status200OK,
                words.InstalledInOrganisation(name),
                new(words.AddWorkspacesLink, next.AbsoluteUri),
                words.InstallDescription
            ),
            InstallOutcome.Cancelled => Again(StatusCodes.Status200OK, words.InstallCancelled, words),
            InstallOutcome.ForeignState => Again(StatusCodes.Status400BadRequest, words.InstallBeganElsewhere, words),
            InstallOutcome.ExpiredState => Again(StatusCodes.Status400BadRequest, words.InstallTookTooLong, words),
            InstallOutcome.UsedState => Again(StatusCodes.Status400BadRequest, words.InstallLinkUsed, words),
            InstallOutcome.Refused => Again(StatusCodes.Status400BadRequest, words.InstallRefused, words),
            InstallOutcome.NoBot => Again(StatusCodes.Status400BadRequest, words.InstallWithoutBot, words),
            InstallOutcome.SlackUnreachable => Again(StatusCodes.Status502BadGateway, words.SlackUnreachable, words),
            InstallOutcome.Busy => Again(StatusCodes.Status503ServiceUnavailable, words.InstallBusy, words),
            InstallOutcome.OneWorkspaceOnly => new(
                StatusCodes.Status404NotFound,
                words.OneWorkspaceOnly,
                null,
                words.InstallDescription
            ),
            _ => throw new UnreachableException(),
        };

    private static InstallWords Again(int status, PageText said, IWording words) =>
        new(status, said, new(words.StartAgainLink, Begin), words.InstallDescription);
}

/// <summary>A link on a page.</summary>
public sealed record InstallLink(string Text, string Address);
