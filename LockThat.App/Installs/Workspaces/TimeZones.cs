using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The time zones of people who type times: Slack is asked once about each, and reports changes.</summary>
internal sealed class TimeZones(SlackClient slack, IPersonStore people, TimeProvider time)
{
    // The person waits for the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // A report of a change is lost while the app is down.
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromDays(1);

    // Slack's clock may be a little behind ours, and a change that follows the answer must count as later.
    private static readonly TimeSpan MostBehind = TimeSpan.FromMinutes(1);

    /// <summary>The time zone of a person; null when Slack does not say, and did not say before.</summary>
    public async Task<TimeZoneInfo?> Of(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        var known = await people.FindPerson(workspace.Team, user, cancellationToken);
        var zone = Find(known?.Zone);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (zone is not null && now < known?.KnownAt + AskedAgainAfter)
            return zone;
        if (await slack.UserInfo(workspace, user, Patience, cancellationToken) is not SlackReply.Ok(var body, _))
            return zone;

        var said = PayloadJson.Object(body, "user").Text("tz");
        if (Find(said) is not { } found || said is null)
        {
            if (known is not null)
                await people.ChangeZone(workspace, user, zone: null, now, cancellationToken);
            return null;
        }

        await people.SavePerson(new(workspace, user, said, now - MostBehind), cancellationToken);
        return found;
    }

    /// <summary>Slack reported the time zone of a person.</summary>
    /// <param name="zone">Null when Slack did not say it.</param>
    /// <param name="at">When it was so.</param>
    public Task Learn(
        Workspace workspace,
        UserId user,
        string? zone,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        zone is null
            ? Task.CompletedTask
            : people.ChangeZone(workspace, user, Find(zone) is null ? null : zone, at, cancellationToken);

    private static TimeZoneInfo? Find(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
}
