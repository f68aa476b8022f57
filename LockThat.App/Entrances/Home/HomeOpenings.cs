using LockThat.App.Delivery;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.WebApi;
using LockThat.App.Surfaces;
using LockThat.Blocks.Home;

namespace LockThat.App.Entrances.Home;

/// <summary>
/// Decides which Home a person sees who opens it. The people of a workspace see everything. The people of other
/// workspaces, who find the app in a shared channel, see only the workspace's name. When Slack does not answer in time
/// where a person belongs, and nothing says that it is another workspace, the person sees everything, so that Slack's
/// trouble blanks nobody's Home.
/// </summary>
public sealed class HomeOpenings(Members members, IServedWorkspaces served, HomePublisher homes)
{
    /// <param name="looksForeign">Whether something says that the person is of another workspace.</param>
    public async Task<SlackReply> Open(
        Workspace workspace,
        UserId user,
        bool looksForeign,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await members.Has(workspace, user, cancellationToken) switch
            {
                false => await homes.Show(
                    workspace,
                    user,
                    VisitorsHome.For(Reader.Of(user).Words(), await served.NameOf(workspace, cancellationToken)),
                    cancellationToken
                ),
                null when looksForeign => await homes.Show(
                    workspace,
                    user,
                    VisitorsHome.ToOpenAgain(Reader.Of(user).Words()),
                    cancellationToken
                ),
                true or null => await homes.Open(workspace, user, cancellationToken),
            };
        }
        catch (StoreUnavailableException unavailable)
        {
            return new SlackReply.Unknown(unavailable.Message);
        }
    }
}
