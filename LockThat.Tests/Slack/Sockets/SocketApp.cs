using LockThat.App.Entrances;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Slack.Sockets;

/// <summary>The app with an app token and nothing else to be reached by, on fake time, and Slack's end of its
/// sockets.</summary>
internal sealed class SocketApp : IAsyncDisposable
{
    private SocketApp(SocketServer sockets, RunningApp app, Wire wire, KeptLog log) =>
        (Sockets, App, Wire, Log) = (sockets, app, wire, log);

    public SocketServer Sockets { get; }

    public RunningApp App { get; }

    public Wire Wire { get; }

    public KeptLog Log { get; }

    /// <param name="answer">The answer; null for the app's own answers.</param>
    /// <param name="first">Slack's answers to the first calls, before it lets a socket be opened.</param>
    public static async Task<SocketApp> Start(
        HandleRequest? answer = null,
        params Func<CancellationToken, Task<HttpResponseMessage>>[] first
    )
    {
        var sockets = await SocketServer.Start();
        var wire = new Wire([.. first, Wire.Says($$"""{"ok":true,"url":"{{sockets.Url}}"}""")]);
        var log = new KeptLog();
        var app = await RunningApp.Start(
            answer,
            wire,
            services => services.AddLogging(logging => logging.AddProvider(log)),
            usual => usual with { Slack = usual.Slack with { SigningSecrets = [], AppToken = "xapp-1" } }
        );
        return new(sockets, app, wire, log);
    }

    /// <summary>Both sockets, greeted.</summary>
    public async Task<(SocketServer.Peer One, SocketServer.Peer Other)> Both() =>
        (await Sockets.Next(), await Sockets.Next());

    /// <summary>The next socket, greeted, however long the app waits with it.</summary>
    public async Task<SocketServer.Peer> Next(TimeSpan step)
    {
        var next = Sockets.Next();
        await App.Time.AdvanceUntil(next, step);
        return await next;
    }

    /// <summary>How much time went by until Slack was called so often.</summary>
    public async Task<TimeSpan> Calls(int count, TimeSpan step)
    {
        var start = App.Time.GetUtcNow();
        await App.Time.AdvanceUntil(Wire.Reached(count), step);
        return App.Time.GetUtcNow() - start;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Sockets.DisposeAsync();
        Wire.Dispose();
    }
}

/// <summary>Slack's messages over a socket.</summary>
internal static class Envelopes
{
    public static string Command(string id, string text) =>
        Of(
            id,
            "slash_commands",
            $$"""
            {"token":"x","team_id":"T0ACME001","team_domain":"acme","channel_id":"C0GENERAL","channel_name":"general","user_id":"U0ALICE01","user_name":"alice",
             "command":"/lockthat","text":"{{text}}","api_app_id":"A0","is_enterprise_install":"false","response_url":"{{Payloads.ResponseUrl}}","trigger_id":"1.2.abc"}
            """
        );

    public static string Of(string id, string type, string payload, bool takesPayload = true) =>
        $$"""{"envelope_id":"{{id}}","payload":{{payload}},"type":"{{type}}","accepts_response_payload":{{(takesPayload ? "true" : "false")}}}""";

    public static string Disconnect(string reason) =>
        $$"""{"type":"disconnect","reason":"{{reason}}","debug_info":null}""";
}
