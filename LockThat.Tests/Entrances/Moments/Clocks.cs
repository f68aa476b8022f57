using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Slack.Http;
using LockThat.Blocks;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests.Entrances.Moments;

/// <summary>The whole app on Tuesday, 14 November 2023, at 22:13:20 in UTC, and a Slack that says by which clocks
/// people live: Alice in Berlin, where it is 23:13, and Bob in New York (17:13).</summary>
internal sealed class Clocks : IAsyncDisposable
{
    private readonly Dictionary<string, string> _zones = new()
    {
        [Alice] = "Europe/Berlin",
        [Bob] = "America/New_York",
    };
    private readonly Wire _slack;
    private RunningApp? _app;
    private int _presses;

    private Clocks() => _slack = new(Wire.Ok) { Answering = Answer };

    public const string Alice = "U0ALICE01";
    public const string Bob = "U0BOB";

    public RunningApp App => _app ?? throw new InvalidOperationException("It does not run.");

    /// <summary>How often Slack was asked about a person.</summary>
    public int Asked =>
        _slack.Sent.Count(call => call.Url?.AbsolutePath.EndsWith("users.info", StringComparison.Ordinal) is true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Clocks> Start()
    {
        var clocks = new Clocks();
        clocks._app = await RunningApp.Start(null, clocks._slack);
        return clocks;
    }

    /// <summary>Slack says another zone from now on, or none.</summary>
    public void Moves(string user, string? zone)
    {
        if (zone is null)
            _zones.Remove(user);
        else
            _zones[user] = zone;
    }

    /// <summary>The text of the answer, in which moments are in UTC.</summary>
    public async Task<string> Types(string text, string user = Alice) =>
        (await Answered(text, user)).GetProperty("text").GetString() ?? "";

    /// <summary>The labels of the buttons under the answer, and the words that they carry.</summary>
    public async Task<IReadOnlyList<(string Label, string Words)>> Offers(string text, string user = Alice) =>
        [
            .. (await Answered(text, user))
                .GetProperty("blocks")
                .EnumerateArray()
                .Where(block => block.GetProperty("type").GetString() == "actions")
                .SelectMany(block => block.GetProperty("elements").EnumerateArray())
                .Select(button =>
                    (
                        button.GetProperty("text").GetProperty("text").GetString() ?? "",
                        (button.GetProperty("value").GetString() ?? "").Split('\n')[0]
                    )
                ),
        ];

    /// <summary>Presses a button that carries a command.</summary>
    public async Task Presses(string words, string user = Alice)
    {
        var press = ++_presses;
        await App.Post(
            SlackEndpoints.Action,
            Payloads.Payload(
                $$"""
                { "type":"block_actions", "team":{"id":"T0ACME001"}, "user":{"id":"{{user}}","team_id":"T0ACME001"},
                  "container":{"type":"message","channel_id":"C1","message_ts":"{{press}}.1","is_ephemeral":true}, "trigger_id":"1.2.abc",
                  "response_url":"https://hooks.slack.com/x",
                  "actions":[{"type":"button","block_id":"b","action_id":"{{Ids.Actions.Command}}0","value":"{{words}}","action_ts":"{{press}}.1"}] }
                """
            )
        );
    }

    /// <summary>Slack reports a change of a person.</summary>
    public async Task Reports(string user, string zone, DateTimeOffset at) =>
        (
            await App.Post(
                SlackEndpoints.Event,
                $$"""
                { "type":"event_callback","team_id":"T0ACME001","event_time":{{at.ToUnixTimeSeconds()}},
                  "event":{"type":"user_change","user":{"id":"{{user}}","team_id":"T0ACME001","tz":"{{zone}}"} } }
                """,
                Payloads.Json
            )
        ).EnsureSuccessStatusCode();

    public async Task<Resource> Resource(string name = "x") => (await Find(name)).ShouldNotBeNull();

    public async Task<Resource?> Find(string name) =>
        await App
            .Services.GetRequiredService<LockService>()
            .Find(new Workspace(new("T0ACME001"), null), ResourceName.Of(name), Cancel);

    /// <summary>The end of the lock on a resource, by the clocks of Berlin.</summary>
    public async Task<string> End(string name = "x") => InBerlin((await Resource(name)).Lease.ShouldNotBeNull().Until);

    public static string InBerlin(DateTimeOffset moment) =>
        TimeZoneInfo
            .ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))
            .ToString("ddd yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _slack.Dispose();
    }

    private async Task<JsonElement> Answered(string text, string user)
    {
        var response = await App.Post(
            SlackEndpoints.Command,
            Payloads.Command(text).Replace(Alice, user, StringComparison.Ordinal)
        );
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return body.RootElement.Clone();
    }

    private string Answer(string body) =>
        _zones.FirstOrDefault(one => body == $"user={one.Key}") is { Value: { } zone }
            ? $$"""{"ok":true,"user":{"team_id":"T0ACME001","tz":"{{zone}}"} }"""
            : """{"ok":true,"user":{"team_id":"T0ACME001"}}""";
}
