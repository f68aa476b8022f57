using System.Diagnostics;
using LockThat.App.Installs.OAuth;
using LockThat.Blocks.Wording;

namespace LockThat.App.Installs.Pages;

/// <summary>What an installer reads when they come back.</summary>
/// <param name="Status">The page's status.</param>
/// <param name="Said">What happened, and what it means.</param>
/// <param name="Next">What they can do; null for nothing.</param>
/// <param name="Description">What the page is, for a browser.</param>
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
