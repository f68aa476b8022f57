using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Leaving;

/// <summary>
/// Frees the locks of people whose accounts were deactivated. Only Slack's <c>deleted</c> counts. Slack also answers
/// <c>user_not_found</c> and <c>user_not_visible</c> for guests and for people of other organisations whose accounts
/// exist; their locks end at their own time.
/// </summary>
internal sealed partial class DeactivatedUsers(
    IResourceStore store,
    IFormerMemberStore members,
    IInstallStore installs,
    IPersonStore known,
    LockService locks,
    SlackClient slack,
    TimeProvider time,
    ILogger<DeactivatedUsers> log
)
{
    private const int WorkspacesAtOnce = 4;
    private const int MostFailures = 3;

    // users.info may be called about a hundred times a minute, and most of that is left to people who use the app.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // These errors are about the person; every other refusal is about the app.
    private static readonly HashSet<string> AboutThem = new(StringComparer.Ordinal)
    {
        "user_not_found",
        "user_not_visible",
    };

    /// <summary>Frees the locks of a person, forgets what they wait for and by which clocks they live, and keeps when
    /// their account ended; an organisation stands for all of its workspaces.</summary>
    public async Task ReleaseAllOf(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        var teams =
            workspace.OrgInstall?.Value == workspace.Team.Value
                ? (await store.Participants(cancellationToken))
                    .Where(one => one.User == user && one.Workspace.OrgInstall == workspace.OrgInstall)
                    .Select(one => one.Workspace.Team)
                    .Distinct()
                    .ToList()
                : [workspace.Team];
        foreach (var team in teams)
        {
            if (await locks.ReleaseAllOf(team, user, cancellationToken) is var changed and > 0)
                Log.Departed(log, user, team, changed);
        }

        foreach (var one in await WorkspacesOf(workspace, cancellationToken))
            await members.AddFormerMember(one, user, cancellationToken);
        await known.ChangeZone(workspace, user, zone: null, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>The account of a person is there, perhaps again.</summary>
    public Task IsThere(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        members.RemoveFormerMember(workspace, user, cancellationToken);

    private async ValueTask<IEnumerable<Workspace>> WorkspacesOf(
        Workspace workspace,
        CancellationToken cancellationToken
    ) =>
        workspace.OrgInstall is { } organisation && organisation.Value == workspace.Team.Value
            ? (await installs.TeamsOf(organisation, cancellationToken)).Select(team => new Workspace(
                team,
                organisation
            ))
            : [workspace];

    /// <summary>Asks Slack whether a person's account still exists.</summary>
    public async Task<SlackReply> Ask(
        Workspace workspace,
        UserId user,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var reply = await slack.UserInfo(workspace, user, patience, cancellationToken);
        if (reply is SlackReply.Ok(var body, _) && PayloadJson.Object(body, "user").IsTrue("deleted"))
            await ReleaseAllOf(workspace, user, cancellationToken);
        return reply;
    }

    /// <summary>Asks about everybody who holds or watches a resource: a few workspaces at once, and one person after
    /// the other in each.</summary>
    public async Task AskAboutAll(CancellationToken cancellationToken)
    {
        var workspaces = (await store.Participants(cancellationToken)).GroupBy(one => one.Workspace, one => one.User);
        var few = new ParallelOptions
        {
            MaxDegreeOfParallelism = WorkspacesAtOnce,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            workspaces,
            few,
            async (people, stopping) => await AskAbout(people.Key, people, stopping)
        );
    }

    /// <summary>Asks about some people, one after the other. Slack's silence says nothing about them.</summary>
    public async Task AskAbout(Workspace workspace, IEnumerable<UserId> people, CancellationToken cancellationToken)
    {
        var failures = 0;
        try
        {
            foreach (var user in people)
            {
                while (
                    await Ask(workspace, user, Patience, cancellationToken) is var reply
                    && Trouble(reply) is { } trouble
                )
                {
                    if (reply is SlackReply.Refused || ++failures == MostFailures)
                    {
                        Log.PutOff(log, workspace.Team, trouble);
                        return;
                    }

                    await Task.Delay(
                        reply is SlackReply.RateLimited(var after) ? after : Pace,
                        time,
                        cancellationToken
                    );
                }

                await Task.Delay(Pace, time, cancellationToken);
            }
        }
        catch (StoreUnavailableException down)
        {
            Log.PutOff(log, workspace.Team, down.Message);
        }
    }

    /// <summary>The reason to stop asking in this workspace, at least for now; null when all is well.</summary>
    private static string? Trouble(SlackReply reply) =>
        reply switch
        {
            SlackReply.Ok => null,
            SlackReply.Refused(var error, _) => AboutThem.Contains(error) ? null : error,
            SlackReply.RateLimited => "ratelimited",
            SlackReply.Unknown(var reason) => reason,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static partial class Log
    {
        [LoggerMessage(
            494,
            LogLevel.Information,
            "{User} of {Team} is deactivated: {Resources} resources were changed"
        )]
        public static partial void Departed(ILogger logger, UserId user, TeamId team, int resources);

        [LoggerMessage(495, LogLevel.Warning, "The check for deactivated accounts in {Team} is postponed: {Reason}")]
        public static partial void PutOff(ILogger logger, TeamId team, string reason);
    }
}
