using LockThat.App.Installs.OAuth;
using LockThat.App.Installs.Pages;

namespace LockThat.Tests.Installs;

public sealed class InstallWordsTests
{
    // One of each case; a new one fails the first test until it stands here.
    private static readonly InstallOutcome[] All =
    [
        new InstallOutcome.Installed("Acme", new("https://slack.com/app_redirect"), IsOrgWide: false),
        new InstallOutcome.Cancelled(),
        new InstallOutcome.ForeignState(),
        new InstallOutcome.ExpiredState(),
        new InstallOutcome.UsedState(),
        new InstallOutcome.Refused(),
        new InstallOutcome.NoBot(),
        new InstallOutcome.SlackUnreachable(),
        new InstallOutcome.Busy(),
        new InstallOutcome.OneWorkspaceOnly(),
    ];

    [Fact]
    public void Whatever_comes_of_an_installation_has_words_of_its_own()
    {
        All.Select(outcome => outcome.GetType())
            .ShouldBe(ClosedHierarchies.Cases(typeof(InstallOutcome)), ignoreOrder: true);
        All.Select(outcome => Of(outcome).Said.Title).ShouldBeUnique();
        All.ShouldAllBe(outcome => Of(outcome).Said.Text.Length > 0);
    }

    [Fact]
    public void Only_what_is_not_the_browsers_fault_is_an_error_of_the_server() =>
        All.Where(outcome => Of(outcome).Status >= 500)
            .Select(outcome => outcome.GetType().Name)
            .ShouldBe(["SlackUnreachable", "Busy"]);

    [Fact]
    public void An_organisation_and_a_workspace_are_told_different_things_to_do() =>
        Of(new InstallOutcome.Installed("Grid", new("https://app.slack.com/manage"), IsOrgWide: true))
            .Next!.Text.ShouldBe("Add workspaces");

    private static InstallWords Of(InstallOutcome outcome) => InstallWords.Of(outcome, new English());
}
