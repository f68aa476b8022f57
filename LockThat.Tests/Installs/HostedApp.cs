using System.Collections.Concurrent;
using System.Net;
using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Settings;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Installs;

/// <summary>The app as it is hosted for everybody, against a stand-in for Slack: whoever wants to installs it. On fake
/// time, and it can be started again.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);
    private const int TurnsOfAStep = 25;

    private readonly LogOfEverything _log = new();
    private RunningApp? _running;

    private HostedApp(SlackStandIn slack, Uri publicUrl) => (Slack, PublicUrl) = (slack, publicUrl);

    public static byte[] OldKey { get; } = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    public static byte[] NewKey { get; } = [.. Enumerable.Range(100, 32).Select(number => (byte)number)];

    public Uri PublicUrl { get; }

    public SlackStandIn Slack { get; }

    public RunningApp App => _running ?? throw new InvalidOperationException("It does not run.");

    public IInstallStore Store => App.Services.GetRequiredService<IInstallStore>();

    public LockService Locks => App.Services.GetRequiredService<LockService>();

    /// <summary>Every line that was ever logged, at whatever level.</summary>
    public IEnumerable<string> Logged => _log.Lines;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HostedApp> Start(string publicUrl = "https://locks.example.com")
    {
        var hosted = new HostedApp(await SlackStandIn.Start(Cancel), new(publicUrl));
        await hosted.Run([OldKey]);
        return hosted;
    }

    /// <summary>Stops the app and starts it again with these keys on the same data.</summary>
    public async Task Restart(params byte[][] keys)
    {
        await App.Stop();
        await Run(keys);
    }

    public Browser Browser() => new(PublicUrl, () => App.Http);

    public async Task<Page> Installs(Grant person)
    {
        Slack.Person = person;
        using var browser = Browser();
        return await browser.Installs();
    }

    public async Task<Installation> Installed(string key) => (await Store.Find(new(key), Cancel)).ShouldNotBeNull();

    /// <summary>Types a command, signed as Slack's.</summary>
    /// <param name="enterprise">The organisation, when it is its token that serves the workspace.</param>
    public async Task<string> Types(string team, string user, string text, string? enterprise = null)
    {
        var response = await App.Post(
            "/slack/command",
            Payloads
                .Command(text)
                .Replace("team_id=T0ACME001", $"team_id={team}", StringComparison.Ordinal)
                .Replace("user_id=U0ALICE01", $"user_id={user}", StringComparison.Ordinal)
                .Replace(
                    "is_enterprise_install=false",
                    $"is_enterprise_install={(enterprise is null ? "false" : "true")}&enterprise_id={enterprise}",
                    StringComparison.Ordinal
                )
        );
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>Posts an event as Slack does.</summary>
    /// <param name="at">When it happened; now, unless it comes late.</param>
    public async Task Happens(string team, string @event, string? enterprise = null, DateTimeOffset? at = null) =>
        (await Tells(team, @event, enterprise, at)).ShouldBe(HttpStatusCode.OK);

    /// <summary>The same, with how it was answered.</summary>
    public async Task<HttpStatusCode> Tells(
        string team,
        string @event,
        string? enterprise = null,
        DateTimeOffset? at = null
    )
    {
        var of = enterprise is null ? "null" : $"\"{enterprise}\"";
        var isOrgWide = enterprise is null ? "false" : "true";
        var response = await App.Post(
            "/slack/event",
            $$"""
            {"type":"event_callback","team_id":"{{team}}","enterprise_id":{{of}},"event":{{@event}},"event_time":{{(
                at ?? App.Time.GetUtcNow()
            ).ToUnixTimeSeconds()}},
             "authorizations":[{"enterprise_id":{{of}},"team_id":"{{team}}","user_id":"U0LOCKTHAT","is_bot":true,"is_enterprise_install":{{isOrgWide}}}]}
            """,
            Payloads.Json
        );
        return response.StatusCode;
    }

    /// <summary>Waits for an effect, and moves the clock while it does: slowly, so that a call on a busy machine does
    /// not time out by it.</summary>
    public async Task Until(Func<bool> happened, string what, TimeSpan step = default)
    {
        var start = TimeProvider.System.GetTimestamp();
        var never = new TaskCompletionSource();
        for (var turn = 1; !happened(); turn++)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Generous, what);
            await never
                .Task.WaitAsync(Turn, TimeProvider.System, Cancel)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (turn % TurnsOfAStep == 0)
                App.Time.Advance(step);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        await Slack.DisposeAsync();
    }

    /// <summary>Everything that lies on the disk.</summary>
    public async Task<byte[]> OnDisk()
    {
        await App.Stop();
        var files = App.Folder.GetFiles("*", SearchOption.AllDirectories);
        return
        [
            .. (await Task.WhenAll(files.Select(file => File.ReadAllBytesAsync(file.FullName, Cancel)))).SelectMany(
                bytes => bytes
            ),
        ];
    }

    private async Task Run(byte[][] keys) =>
        _running = await RunningApp.Start(
            path => Settings(path, keys),
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)),
            _running
        );

    private LockThatSettings Settings(string path, byte[][] keys) =>
        new()
        {
            Slack = new()
            {
                SigningSecrets = [Payloads.Secret],
                Workspaces = new SlackWorkspaces.Installed(SlackStandIn.ClientId, SlackStandIn.ClientSecret),
                ApiUrl = Slack.ApiUrl,
                AuthorizeUrl = Slack.AuthorizeUrl,
            },
            PublicUrl = PublicUrl,
            TokenKeys = keys,
            Storage = new StorageSettings.LiteDb(path),
            Locks = LockRules.Default,
        };
}

/// <summary>Keeps what is logged, at every level.</summary>
internal sealed class LogOfEverything : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
