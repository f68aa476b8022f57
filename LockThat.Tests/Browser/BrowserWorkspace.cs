using LockThat.Playground;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Workspaces;
using LockThat.Tests.Playground;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace LockThat.Tests.Browser;

/// <summary>
/// A Playground with windows for its people, in front of a <see cref="TestApp"/> and on time that stands still until
/// somebody moves the clock;
/// or in front of the real app, on time that runs.
/// </summary>
internal sealed class BrowserWorkspace : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
    private readonly List<IBrowserContext> _windows = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-browser-");
    private readonly IBrowser _browser;
    private readonly TestApp? _app;
    private PlaygroundHost? _host;

    private BrowserWorkspace(IBrowser browser, TestApp? app) => (_browser, _app) = (browser, app);

    public TestApp App => _app ?? throw new InvalidOperationException("The real app is behind this workspace.");

    public Posts Posts => Host.Slack.Posts;

    public Views Views => Host.Slack.Views;

    public Workspace Workspace => Host.Workspace;

    private PlaygroundHost Host => _host ?? throw new InvalidOperationException("The workspace has not been started.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BrowserWorkspace> Open(Chromium chromium) =>
        await Started(new(await chromium.Browser(), await TestApp.Start(Ct)));

    public static async Task<BrowserWorkspace> OpenWithLockThat(Chromium chromium) =>
        await Started(new(await chromium.Browser(), app: null));

    /// <summary>Opens a window as this person, in Vienna and on a twelve-hour clock unless the test says
    /// otherwise.</summary>
    public async Task<Someone> As(
        string handle,
        string place = "general",
        Action<BrowserNewContextOptions>? window = null
    )
    {
        var options = new BrowserNewContextOptions
        {
            TimezoneId = "Europe/Vienna",
            Locale = "en-US",
            ColorScheme = ColorScheme.Light,
            ViewportSize = new() { Width = 1280, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        };
        window?.Invoke(options);
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        _windows.Add(context);
        var someone = new Someone(await context.NewPageAsync(), Host.Address);
        await someone.Goes(handle, place);
        return someone;
    }

    /// <summary>The app posts where everybody, or only this person, sees it.</summary>
    public Message Says(
        System.Text.Json.JsonElement payload,
        string channelId = Team.General,
        string? onlyFor = null
    ) => Posts.Say(channelId, payload, onlyFor);

    /// <summary>Somebody who is not in front of a window gives the app these commands, one after the other.</summary>
    public async Task Says(string handle, params string[] commands)
    {
        var person = Host.As(handle, Ct);
        foreach (var command in commands)
            (await person.Types($"/lockthat {command}")).ShouldBeTrue(command);
    }

    /// <summary>Waits until the app has got what satisfies the condition and has answered it.</summary>
    public Task UntilApp(Func<Received, bool> got) =>
        Workspace
            .WaitUntil(() => App.Received.Any(got), Ct)
            .WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Ct);

    public static string DirectMessages(string userId) => Team.DirectMessages(userId).Id;

    /// <summary>The Playground stops and starts again at its address; what was said is gone.</summary>
    public async Task Restart()
    {
        var address = Host.Address;
        await Host.DisposeAsync();
        await Run(address);
    }

    private static async Task<BrowserWorkspace> Started(BrowserWorkspace workspace)
    {
        await workspace.Run(new("http://127.0.0.1:0"));
        return workspace;
    }

    private async Task Run(Uri address) =>
        _host = await PlaygroundHost.Start(
            new()
            {
                Url = address,
                ContentRoot = _folder.FullName,
                Time = new Clock(
                    _app is null ? TimeProvider.System : new FakeTimeProvider(Start),
                    Path.Combine(_folder.FullName, "clock")
                ),
                App = _app?.Address,
            },
            Ct
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
            await window.CloseAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
