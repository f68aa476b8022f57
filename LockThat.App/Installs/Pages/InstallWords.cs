using System.Diagnostics;
using LockThat.App.Installs.OAuth;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Installs.Pages;

/// <summary>What an installer reads when they come back.</summary>
/// <param name="Status">The page's status.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">What it means.</param>
/// <param name="Next">What they can do; null for nothing.</param>
public sealed record InstallWords(int Status, string Title, string Text, InstallLink? Next)
{
    // Relative: the app's own address may have a path.
    private static readonly InstallLink StartAgain = new("Start again", "install");

    private static readonly InstallWords Cancelled = new(
        StatusCodes.Status200OK,
        "Nothing was installed",
        "You cancelled on Slack's page, so nothing has changed.",
        StartAgain
    );

    private static readonly InstallWords ForeignState = new(
        StatusCodes.Status400BadRequest,
        "That did not begin here",
        "This page is for the browser that pressed “Add to Slack”, with its cookies allowed. Nothing was installed.",
        StartAgain
    );

    private static readonly InstallWords ExpiredState = new(
        StatusCodes.Status400BadRequest,
        "That took too long",
        "An installation must be finished within ten minutes. Nothing was installed.",
        StartAgain
    );

    private static readonly InstallWords UsedState = new(
        StatusCodes.Status400BadRequest,
        "This link was used before",
        "It works once. If it said that LockThat is installed, all is well; else nothing was installed.",
        StartAgain
    );

    private static readonly InstallWords Refused = new(
        StatusCodes.Status400BadRequest,
        "Slack did not agree",
        "Slack did not finish the installation. Nothing was installed.",
        StartAgain
    );

    private static readonly InstallWords NoBot = new(
        StatusCodes.Status400BadRequest,
        "Something is missing",
        "Slack gave no bot for LockThat in a workspace, and without one it cannot work. Nothing was installed.",
        StartAgain
    );

    private static readonly InstallWords SlackUnreachable = new(
        StatusCodes.Status502BadGateway,
        "Slack does not answer",
        "Slack could not be reached just now. Please try again in a moment.",
        StartAgain
    );

    private static readonly InstallWords Busy = new(
        StatusCodes.Status503ServiceUnavailable,
        "Please try again in a moment",
        "Too much is going on just now to finish the installation. Start again when it has calmed down.",
        StartAgain
    );

    private static readonly InstallWords OneWorkspaceOnly = new(
        StatusCodes.Status404NotFound,
        "This LockThat serves one workspace",
        "It was set up for one Slack workspace by its operator, and cannot be added to others.",
        null
    );

    public static InstallWords Of(InstallOutcome outcome) =>
        outcome switch
        {
            InstallOutcome.Installed(var name, var next, false) => new(
                StatusCodes.Status200OK,
                $"LockThat is installed in {name}",
                "Type /lockthat in any channel, or open LockThat under Apps. It sends you a message with the first steps.",
                new("Open Slack", next.AbsoluteUri)
            ),
            InstallOutcome.Installed(var name, var next, _) => new(
                StatusCodes.Status200OK,
                $"LockThat is installed in {name}",
                "It serves the whole organisation. Choose now which of its workspaces have it.",
                new("Add workspaces", next.AbsoluteUri)
            ),
            InstallOutcome.Cancelled => Cancelled,
            InstallOutcome.ForeignState => ForeignState,
            InstallOutcome.ExpiredState => ExpiredState,
            InstallOutcome.UsedState => UsedState,
            InstallOutcome.Refused => Refused,
            InstallOutcome.NoBot => NoBot,
            InstallOutcome.SlackUnreachable => SlackUnreachable,
            InstallOutcome.Busy => Busy,
            InstallOutcome.OneWorkspaceOnly => OneWorkspaceOnly,
            _ => throw new UnreachableException(),
        };
}

/// <summary>A link on a page.</summary>
public sealed record InstallLink(string Text, string Address);
