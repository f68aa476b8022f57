using LockThat.Playground;
using LockThat.Tests.Playground;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>A Playground in front of a <see cref="TestApp"/>, with windows for its people. Its time stands still until somebody moves the clock.</summary>
sealed class BrowserWorkspace : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
    readonly List<IBrowserContext> windows = [];
    readonly IBrowser browser;

    BrowserWorkspace(IBrowser browser, TestApp app, PlaygroundHost host) => (this.browser, App, Host) = (browser, app, host);

    public TestApp App { get; }

    public PlaygroundHost Host { get; private set; }

    public Engine Engine => Host.Engine;

    public Workspace Workspace => Host.Workspace;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BrowserWorkspace> Open(Chromium chromium)
    {
        var started = await chromium.Browser();
        var app = await TestApp.Start(Ct);
        return new(started, app, await StartHost(app, new("http://127.0.0.1:0")));
    }

    /// <summary>Opens a window as this person, in Vienna and on a twelve-hour clock unless the test says otherwise.</summary>
    public async Task<Someone> As(string handle, string place = "general", Action<BrowserNewContextOptions>? window = null)
    {
        var options = new BrowserNewContextOptions { TimezoneId = "Europe/Vienna", Locale = "en-US", ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce };
        window?.Invoke(options);
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        windows.Add(context);
        var someone = new Someone(await context.NewPageAsync(), Host.Address);
        await someone.Goes(handle, place);
        return someone;
    }

    /// <summary>The app posts where everybody, or only this person, sees it.</summary>
    public Message Says(System.Text.Json.JsonElement payload, string channelId = Team.General, string? onlyFor = null) => Engine.Posts.Say(channelId, payload, onlyFor);

    /// <summary>Waits until the app has got what satisfies the condition and has answered it.</summary>
    public Task UntilApp(Func<Received, bool> got) =>
        Workspace.WaitUntil(() => App.Received.Any(got), Ct).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Ct);

    public static string DirectMessages(string userId) => Team.DirectMessages(userId).Id;

    /// <summary>The Playground stops and starts again at its address; what was said is gone.</summary>
    public async Task Restart()
    {
        var address = Host.Address;
        await Host.DisposeAsync();
        Host = await StartHost(App, address);
    }

    static Task<PlaygroundHost> StartHost(TestApp app, Uri address) => PlaygroundHost.Start(
        new() { Url = address, ContentRoot = Path.GetTempPath(), Time = new Clock(new FakeTimeProvider(Start)), App = app.Address }, Ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows)
            await window.CloseAsync();
        await Host.DisposeAsync();
        await App.DisposeAsync();
    }
}
