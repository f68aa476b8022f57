using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Entrances.Events;

/// <summary>
/// Slack's events about workspaces and people who leave. Events may come in any order, late, and twice: an event that
/// was handled before, or that is older than the present state, changes nothing.
/// </summary>
internal sealed class LifecycleEvents(
    IInstallationNews installations,
    DeactivatedUsers people,
    Members members,
    TimeZones zones,
    Memberships memberships
)
{
    public async Task<SlackResponse> Handle(
        SlackRequest.AppUninstalled uninstalled,
        CancellationToken cancellationToken
    ) =>
        Answer(
            await installations.Uninstalled(InstallKey.Of(uninstalled.Workspace), uninstalled.At, cancellationToken)
        );

    public async Task<SlackResponse> Handle(SlackRequest.TokensRevoked revoked, CancellationToken cancellationToken) =>
        Answer(
            await installations.Revoked(InstallKey.Of(revoked.Workspace), revoked.Bots, revoked.At, cancellationToken)
        );

    public async Task<SlackResponse> Handle(SlackRequest.TeamAccessChanged changed, CancellationToken cancellationToken)
    {
        var organisation = changed.Workspace.OrgInstall ?? new(changed.Workspace.Team.Value);
        await installations.AccessChanged(
            organisation,
            changed.Teams,
            changed.IsGranted,
            changed.At,
            cancellationToken
        );
        return SlackResponse.Nothing;
    }

    public async Task<SlackResponse> Handle(SlackRequest.UserChange change, CancellationToken cancellationToken)
    {
        members.Learn(change.Workspace, change.User, change.Teams);
        await zones.Learn(change.Workspace, change.User, change.TimeZone, change.At, cancellationToken);
        memberships.Learn(change.Workspace, change.User, change.Roles);
        if (change.Deleted)
            await people.ReleaseAllOf(change.Workspace, change.User, cancellationToken);
        else
            await people.IsThere(change.Workspace, change.User, cancellationToken);
        return SlackResponse.Nothing;
    }

    private static SlackResponse Answer(bool isSettled) => isSettled ? SlackResponse.Nothing : new(new Ack.Refused());
}
