using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using LockThat.App.Installs.OAuth;
using LockThat.App.Installs.Tokens;
using LockThat.App.Settings;
using LockThat.App.Slack;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;
using LockThat.App.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.App.Operator;

/// <summary><c>check</c>: says whether settings, token, scopes and storage are right, one line each.</summary>
public static class Check
{
    /// <summary>The scopes that <c>manifest.yaml</c> asks a workspace for.</summary>
    public static IReadOnlyList<string> Scopes => InstallFlow.Scopes;

    /// <summary>The exit code: 0 when all is right, else 1.</summary>
    /// <param name="look">The state of the place where locks are kept.</param>
    public static async Task<int> Run(
        SettingsReading reading,
        Func<StorageSettings, Task<StorageProbe>> look,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var findings = reading switch
        {
            SettingsReading.Sound(var settings) =>
            [
                new(true, "settings: right."),
                .. await Slack(settings.Slack, cancellationToken),
                await Storage(settings),
            ],
            SettingsReading.Faulty(var faults) => Unsettled(faults),
            _ => throw new UnreachableException(),
        };
        foreach (var finding in findings)
            await output.WriteLineAsync(finding.Line);
        return findings.All(finding => finding.IsRight) ? 0 : 1;

        async Task<Finding> Storage(LockThatSettings settings) =>
            await look(settings.Storage) switch
            {
                (null, null) => new(true, $"storage: right, {StartLine.Storage(settings)}."),
                (null, var coming) => new(true, $"storage: right, {StartLine.Storage(settings)}; {coming}."),
                var (trouble, _) => new(false, $"storage: wrong. {trouble}"),
            };
    }

    private static Finding[] Unsettled(IReadOnlyList<SettingFault> faults) =>
        [
            new(false, $"settings: wrong. {string.Join(' ', faults)}"),
            new(false, "token: not looked at, because settings are wrong."),
            new(false, "scopes: not looked at, because settings are wrong."),
            new(false, "storage: not looked at, because settings are wrong."),
        ];

    private static async Task<Finding[]> Slack(SlackSettings slack, CancellationToken cancellationToken)
    {
        using var http = SlackHttp.Client();
        using var meter = new Meter(SlackMetrics.Source);
        var time = TimeProvider.System;
        var client = new SlackClient(
            http,
            slack.ApiUrl,
            new OwnToken(null),
            new(time),
            time,
            NullLogger<SlackClient>.Instance,
            new(meter, time)
        );
        return
        [
            .. slack.Workspaces is SlackWorkspaces.One(var botToken)
                ? OfBot(await client.AuthTest(botToken, cancellationToken), slack.ApiUrl)
                :
                [
                    new(true, "token: none to look at, each workspace installs its own."),
                    new(true, "scopes: asked for when a workspace installs."),
                ],
            .. slack.AppToken is { } appToken
                ? [OfApp(await client.OpenConnection(appToken, cancellationToken), slack.ApiUrl)]
                : (Finding[])[],
        ];
    }

    private static Finding[] OfBot(SlackReply reply, Uri apiUrl) =>
        reply switch
        {
            SlackReply.Ok(var body, var scopes) => [Token(body), ScopesOf(scopes)],
            SlackReply.Refused(var error, _) => Neither($"token: wrong, Slack says {error}. Set Slack:BotToken anew."),
            SlackReply.RateLimited(var after) => Neither($"token: {Unknown(after)}"),
            SlackReply.Unknown(var reason) => Neither($"token: {Unknown(reason, apiUrl)}"),
            _ => throw new UnreachableException(),
        };

    private static Finding OfApp(SlackReply reply, Uri apiUrl) =>
        reply switch
        {
            SlackReply.Ok => new(true, "app token: right, Slack lets it open sockets."),
            SlackReply.Refused(var error, _) => new(
                false,
                $"app token: wrong, Slack says {error}. Set Slack:AppToken anew (connections:write), and enable Socket Mode for the app."
            ),
            SlackReply.RateLimited(var after) => new(false, $"app token: {Unknown(after)}"),
            SlackReply.Unknown(var reason) => new(false, $"app token: {Unknown(reason, apiUrl)}"),
            _ => throw new UnreachableException(),
        };

    private static string Unknown(TimeSpan after) =>
        $"unknown, Slack wants no calls for {after.TotalSeconds:0} seconds.";

    private static string Unknown(string reason, Uri apiUrl) => $"unknown, no answer from {apiUrl} ({reason}).";

    private static Finding[] Neither(string token) =>
        [new(false, token), new(false, "scopes: unknown without a token that works.")];

    private static Finding Token(JsonElement? body) =>
        new(true, $"token: right, {body.Text("user")} in {body.Text("team")}.");

    private static Finding ScopesOf(IReadOnlyList<string> granted)
    {
        var missing = Scopes.Except(granted, StringComparer.Ordinal).ToArray();
        return missing.Length == 0
            ? new(true, $"scopes: right, {string.Join(", ", Scopes)}.")
            : new(false, $"scopes: missing {string.Join(", ", missing)}. Install the app anew with manifest.yaml.");
    }

    private sealed record Finding(bool IsRight, string Line);
}
