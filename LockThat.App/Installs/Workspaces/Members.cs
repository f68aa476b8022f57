using System.Collections.Concurrent;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The people of a workspace: Slack is asked once about each, and its answer is kept for an hour unless Slack
/// reports a change.</summary>
public sealed class Members(SlackClient slack, TimeProvider time)
{
    // The person who opens their Home waits for the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);
    private const int MostKept = 20_000;
    private const string Slackbot = "USLACKBOT";

    // When Slack does not answer, it is not asked at each of many openings.
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(10);

    // The key has the installation whose token asked, because Slack tells less about a stranger.
    private readonly ConcurrentDictionary<
        (InstallKey Asked, UserId User),
        (PersonTeams? Teams, DateTimeOffset Until)
    > _known = new();

    private readonly ConcurrentDictionary<
        (InstallKey Asked, UserId User),
        (string? Name, DateTimeOffset Until)
    > _names = new();

    /// <summary>Whether a person belongs to a workspace; null when Slack does not say.</summary>
    public async Task<bool?> Has(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        var key = (InstallKey.Of(workspace), user);
        if (_known.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
        {
            var isKnown = known.Teams?.AreIn(workspace);
            if (isKnown is not null || known.Teams is null)
                return isKnown;
        }

        var reply = await slack.UserInfo(workspace, user, Patience, cancellationToken);
        // Slack hides nobody from the people of their own workspace.
        if (reply is SlackReply.Refused("user_not_visible", _))
            return false;
        var teams = reply is SlackReply.Ok(var body, _) ? PersonTeams.Read(PayloadJson.Object(body, "user")) : null;
        Keep(key, teams, teams is null ? AskedAgainAfter : KeptFor);
        return teams?.AreIn(workspace);
    }

    /// <summary>The standing of somebody in a workspace. Slack is asked each time, because an account may have ended
    /// since.</summary>
    public async Task<Standing> StandingOf(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        await slack.UserInfo(workspace, user, Patience, cancellationToken) switch
        {
            SlackReply.Ok(var body, _) => Read(workspace, user, PayloadJson.Object(body, "user")),
            SlackReply.Refused("user_not_found" or "user_not_visible", _) => Standing.Stranger,
            _ => Standing.Unknown,
        };

    /// <summary>The name under which a person is shown; null when Slack does not say.</summary>
    public async Task<string?> NameOf(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        var key = (InstallKey.Of(workspace), user);
        if (_names.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
            return known.Name;
        if (await slack.UserInfo(workspace, user, Patience, cancellationToken) is not SlackReply.Ok(var body, _))
            return null;
        var told = PayloadJson.Object(body, "user");
        var name = Named(told.Object("profile").Text("display_name")) ?? Named(told.Text("real_name"));
        if (_names.Count >= MostKept)
            _names.Clear();
        _names[key] = (name, time.GetUtcNow() + KeptFor);
        return name;

        static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    // Slackbot is no bot, says Slack.
    private static Standing Read(Workspace workspace, UserId user, JsonElement? told) =>
        (told.IsTrue("is_bot") || user.Value == Slackbot, told.IsTrue("deleted"), PersonTeams.Read(told)) switch
        {
            (true, _, _) => Standing.Bot,
            (_, true, _) => Standing.Deactivated,
            (_, _, { } teams) when teams.AreIn(workspace) is { } isIn => isIn ? Standing.Member : Standing.Stranger,
            _ => Standing.Unknown,
        };

    /// <summary>Slack reported the workspaces of a person.</summary>
    /// <param name="teams">Null when Slack did not say which.</param>
    public void Learn(Workspace workspace, UserId user, PersonTeams? teams)
    {
        if (teams is not null)
            Keep((InstallKey.Of(workspace), user), teams, KeptFor);
    }

    private void Keep((InstallKey Asked, UserId User) key, PersonTeams? teams, TimeSpan keptFor)
    {
        if (_known.Count >= MostKept)
            _known.Clear();
        _known[key] = (teams, time.GetUtcNow() + keptFor);
    }
}
