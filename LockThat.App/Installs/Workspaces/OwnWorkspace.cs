using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Hosting;
using LockThat.App.Identifiers;
using LockThat.App.Settings;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.Workspaces;

/// <summary>
/// The one workspace of the token in the settings. Slack is asked for it when the app starts, until it answers. Until
/// then every workspace is served as if it were the token's own: an app that refuses everybody because Slack has
/// trouble would be worse.
/// </summary>
internal sealed partial class OwnWorkspace(
    SlackClient slack,
    SlackWorkspaces.One settings,
    TimeProvider time,
    ILogger<OwnWorkspace> logger
) : RecurringService(time, logger), IServedWorkspaces
{
    // A request during the start waits no longer than this for the first answer, because Slack wants its
    // acknowledgement within three seconds.
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private Owner? _owner;
    private int _attempts;

    public ValueTask<bool> Serves(Workspace workspace, CancellationToken cancellationToken) =>
        _asked.Task.IsCompleted ? new(IsServed(workspace)) : AfterTheFirstAnswer(workspace, cancellationToken);

    public ValueTask<string?> NameOf(Workspace workspace, CancellationToken cancellationToken) =>
        new(Volatile.Read(ref _owner)?.Name);

    // A token in the settings does not say by whom it was made.
    public ValueTask<UserId?> InstallerOf(Workspace workspace, CancellationToken cancellationToken) =>
        new((UserId?)null);

    protected override async Task Turn(CancellationToken stoppingToken)
    {
        var reply = await slack.AuthTest(settings.BotToken, stoppingToken);
        var owner = reply is SlackReply.Ok(var body, _) ? Owner.Read(body) : null;
        Volatile.Write(ref _owner, owner);
        _asked.TrySetResult();
        if (owner is not null)
            Log.Known(Logger, owner.Team ?? owner.Organisation ?? "");
        else if (_attempts++ == 0)
            Log.Unknown(Logger, Why(reply));
        await Task.Delay(owner is null ? Pause() : Timeout.InfiniteTimeSpan, Time, stoppingToken);
    }

    private async ValueTask<bool> AfterTheFirstAnswer(Workspace workspace, CancellationToken cancellationToken)
    {
        // The real clock, because Slack waits by it.
        var left = FirstPatience - TimeProvider.System.GetElapsedTime(_start);
        if (left > TimeSpan.Zero)
            await _asked
                .Task.WaitAsync(left, TimeProvider.System, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return IsServed(workspace);
    }

    private bool IsServed(Workspace workspace) => Volatile.Read(ref _owner)?.Serves(workspace) ?? true;

    private TimeSpan Pause()
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(_attempts - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private static string Why(SlackReply reply) =>
        reply switch
        {
            SlackReply.Ok => "an answer without a workspace",
            SlackReply.Refused(var error, _) => error,
            SlackReply.RateLimited => "ratelimited",
            SlackReply.Unknown(var reason) => reason,
            _ => throw new UnreachableException(),
        };

    /// <summary>The owner of the token.</summary>
    /// <param name="Team">The workspace; null when the token is an organisation's.</param>
    /// <param name="Organisation">The organisation for whose workspaces the token is good; null when it is good for one
    /// workspace.</param>
    /// <param name="Name">The name that people know.</param>
    private sealed record Owner(string? Team, string? Organisation, string? Name)
    {
        /// <summary>Null when Slack does not say.</summary>
        public static Owner? Read(JsonElement? body)
        {
            var team = body.TeamId("team_id");
            // When Slack does not say whether the token is an organisation's, a request that says so is believed.
            var isOneWorkspace =
                team is not null
                && !body.IsTrue("is_enterprise_install")
                && body is { ValueKind: JsonValueKind.Object } said
                && said.TryGetProperty("is_enterprise_install", out _);
            var organisation = isOneWorkspace
                ? null
                : body.Id("enterprise_id") ?? (team is null ? body.Id("team_id") : null);
            return team is null && organisation is null ? null : new(team, organisation, body.Text("team"));
        }

        public bool Serves(Workspace workspace) =>
            workspace.Team.Value == Team || (Organisation is not null && workspace.OrgInstall?.Value == Organisation);
    }

    private static partial class Log
    {
        [LoggerMessage(482, LogLevel.Information, "The bot token is that of {Owner}, which alone is served")]
        public static partial void Known(ILogger logger, string owner);

        [LoggerMessage(
            483,
            LogLevel.Warning,
            "Slack does not say whose the bot token is ({Reason}): until it does, requests of every workspace are served"
        )]
        public static partial void Unknown(ILogger logger, string reason);
    }
}
