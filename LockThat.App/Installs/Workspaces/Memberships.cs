using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Policies;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The word of Slack about people, as far as the rules of a team ask for it. Answers are kept for some
/// minutes, unless Slack reports a change.</summary>
public sealed class Memberships(SlackClient slack, IServedWorkspaces served, UserGroups groups, TimeProvider time)
{
    // A person waits for the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(10);
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<
        (Workspace Workspace, UserId User),
        (PersonRoles? Roles, DateTimeOffset Until)
    > _known = new();

    /// <summary>The word of Slack about a person.</summary>
    /// <param name="of">The groups that matter; Slack is asked about groups only when there are some.</param>
    public async Task<Membership> Find(
        Workspace workspace,
        UserId user,
        ImmutableArray<UserGroupId> of,
        CancellationToken cancellationToken
    )
    {
        if (await RolesOf(workspace, user, cancellationToken) is not { } roles)
            return Membership.Unknown;
        var isInstaller = await served.InstallerOf(workspace, cancellationToken) == user;
        var membership = new Membership(roles.IsAdministrator || isInstaller, roles.IsGuest);
        return of.IsEmpty || membership.IsAdministrator
            ? membership
            : membership with
            {
                Groups = await groups.Of(workspace, user, cancellationToken),
            };
    }

    /// <summary>Slack reported a change of a person.</summary>
    /// <param name="roles">Null when Slack did not say which they have.</param>
    public void Learn(Workspace workspace, UserId user, PersonRoles? roles)
    {
        if (roles is not null)
            Keep((workspace, user), roles, KeptFor);
    }

    private async Task<PersonRoles?> RolesOf(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        var key = (workspace, user);
        if (_known.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
            return known.Roles;
        var reply = await slack.UserInfo(workspace, user, Patience, cancellationToken);
        JsonElement? told = reply is SlackReply.Ok(var body, _) ? PayloadJson.Object(body, "user") : null;
        var roles = PersonRoles.Read(told);
        Keep(key, roles, roles is null ? AskedAgainAfter : KeptFor);
        return roles;
    }

    private void Keep((Workspace, UserId) key, PersonRoles? roles, TimeSpan keptFor)
    {
        if (_known.Count >= MostKept)
            _known.Clear();
        _known[key] = (roles, time.GetUtcNow() + keptFor);
    }
}
