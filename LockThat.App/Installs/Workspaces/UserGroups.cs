using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The user groups of workspaces. Slack's free plan has none, and a workspace may have refused the scope for
/// them. The list is kept for some minutes, unless Slack reports a change.</summary>
public sealed class UserGroups(SlackClient slack, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(10);
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<Workspace, (ImmutableArray<UserGroup>? Groups, DateTimeOffset Until)> _known =
        new();

    /// <summary>All groups of a workspace, sorted by name; null when Slack gives none.</summary>
    public async Task<ImmutableArray<UserGroup>?> List(Workspace workspace, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(workspace, out var known) && time.GetUtcNow() < known.Until)
            return known.Groups;
        var reply = await slack.UserGroups(workspace, Patience, cancellationToken);
        ImmutableArray<UserGroup>? groups = reply is SlackReply.Ok(var body, _) ? Read(body) : null;
        // A plan or a scope changes seldom. All other refusals may pass.
        var isLasting =
            groups is not null || reply is SlackReply.Refused("plan_upgrade_required" or "missing_scope", _);
        if (_known.Count >= MostKept)
            _known.Clear();
        _known[workspace] = (groups, time.GetUtcNow() + (isLasting ? KeptFor : AskedAgainAfter));
        return groups;
    }

    /// <summary>The groups that a person is in; null when Slack does not say.</summary>
    public async Task<ImmutableArray<UserGroupId>?> Of(
        Workspace workspace,
        UserId user,
        CancellationToken cancellationToken
    ) =>
        await List(workspace, cancellationToken) is { } groups
            ? [.. groups.Where(group => group.Users.Contains(user)).Select(group => group.Id)]
            : null;

    /// <summary>Slack reported a change of the groups of a workspace.</summary>
    public void Forget(Workspace workspace) => _known.TryRemove(workspace, out _);

    private static ImmutableArray<UserGroup> Read(JsonElement body) =>
        [
            .. PayloadJson
                .Objects(body, "usergroups")
                .Select(ReadGroup)
                .OfType<UserGroup>()
                .OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase),
        ];

    private static UserGroup? ReadGroup(JsonElement? group) =>
        group.Id("id") is { } id && group.Text("name") is { Length: > 0 } name
            ? new(
                new(id),
                name,
                [.. group.Texts("users").Select(PayloadJson.AsId).OfType<string>().Select(user => new UserId(user))]
            )
            : null;
}

/// <summary>A user group.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that people know.</param>
/// <param name="Users">The people in it.</param>
public sealed record UserGroup(UserGroupId Id, string Name, ImmutableHashSet<UserId> Users);
