using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using LockThat.App;
using LockThat.App.Settings;
using LockThat.Playground.People;
using LockThat.Playground.Ui;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LockThat.Playground;

/// <summary>Two hosts in one process, the workspace and the real app, that know each other by the wire alone.</summary>
public sealed class PlaygroundHost : IAsyncDisposable
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(30);
    private readonly WebApplication _workspaceHost;
    private readonly WebApplication? _appHost;

    private PlaygroundHost(EmulatedSlack slack, WebApplication workspaceHost, WebApplication? appHost) =>
        (Slack, _workspaceHost, _appHost) = (slack, workspaceHost, appHost);

    public EmulatedSlack Slack { get; }

    public Workspace Workspace => Slack.Workspace;

    /// <summary>The address of the page and of <c>/api/</c>.</summary>
    public Uri Address => Slack.Addresses.Workspace;

    /// <summary>The address of the app.</summary>
    public Uri AppAddress => Slack.Addresses.App;

    /// <summary>Starts both hosts, the workspace first: the app may have something to say as soon as it runs.</summary>
    public static async Task<PlaygroundHost> Start(PlaygroundOptions options, CancellationToken cancellationToken)
    {
        var time = options.Time ?? new Clock(TimeProvider.System, Path.Combine(options.ContentRoot, "data", "clock"));
        var addresses = new Addresses
        {
            SigningSecret = options.SigningSecret ?? RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        var slack = new EmulatedSlack(new Workspace(time), addresses, options.Entrance, options.Disguise);
        var site = Site(options, slack);
        try
        {
            await site.StartAsync(cancellationToken);
            addresses.Workspace = options.IsInContainer ? LocalOf(site, options.Url) : AddressOf(site, options.Url);
            if (options.App is not null)
            {
                addresses.App = options.App;
                return new(slack, site, null);
            }

            var app = await StartApp(options, slack, cancellationToken);
            slack.Workspace.CatchesUp = token => app.CatchUp(Team.Id, token);
            // The first request compiles the code on its way. A person's first command must not pay for that out of
            // Slack's three seconds.
            await slack.Commands.WarmUp(cancellationToken);
            return new(slack, site, app);
        }
        catch
        {
            await site.DisposeAsync();
            slack.Dispose();
            throw;
        }
    }

    /// <summary>Somebody at the page, by handle or user id; their requests end with the token.</summary>
    public Person As(string handleOrId, CancellationToken cancellationToken) =>
        Slack.SignIn.As(handleOrId, cancellationToken);

    /// <summary>Stops the app first, so that it can finish telling people.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_appHost is not null)
        {
            await _appHost.StopAsync();
            await _appHost.DisposeAsync();
        }

        // A socket of somebody else's app would hold up the workspace's end.
        Slack.Sockets.Dispose();
        await _workspaceHost.StopAsync();
        await _workspaceHost.DisposeAsync();
        Slack.Dispose();
    }

    private static WebApplication Site(PlaygroundOptions options, EmulatedSlack slack)
    {
        var builder = EmptyBuilder(
            options.ContentRoot,
            typeof(PlaygroundHost).Assembly.GetName().Name,
            options.Url,
            options.IsInContainer
        );
        builder.Services.AddSingleton(slack.Workspace);
        builder.Services.AddSingleton(slack.SignIn);
        PlaygroundUi.Add(builder.Services);
        var site = builder.Build();
        site.Use(LoopbackOnly);
        slack.Map(site);
        PlaygroundUi.Map(site);
        return site;
    }

    private static async Task<WebApplication> StartApp(
        PlaygroundOptions options,
        EmulatedSlack slack,
        CancellationToken cancellationToken
    )
    {
        var builder = EmptyBuilder(
            options.ContentRoot,
            typeof(LockThatApp).Assembly.GetName().Name,
            new("http://127.0.0.1:0")
        );
        builder.Configuration.AddInMemoryCollection(AppSettings(options, slack.Addresses));
        builder.Services.AddSingleton(slack.Workspace.Time);
        builder.AddLockThat(
            LockThatSettings.Read(builder.Configuration) switch
            {
                SettingsReading.Sound(var settings) => settings,
                SettingsReading.Faulty faulty => throw new PlaygroundStartException(faulty.Message),
                _ => throw new UnreachableException(),
            }
        );
        var app = builder.Build();
        try
        {
            app.MapLockThat();
            await app.StartAsync(cancellationToken);
            slack.Addresses.App = AddressOf(app, new("http://127.0.0.1:0"));
            if (options.Entrance == Entrance.SocketMode)
                await slack
                    .Sockets.Reaches(1, cancellationToken)
                    .WaitAsync(ConnectPatience, TimeProvider.System, cancellationToken);
            return app;
        }
        catch (TimeoutException)
        {
            await app.DisposeAsync();
            throw new PlaygroundStartException("The app did not open a socket.");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> AppSettings(
        PlaygroundOptions options,
        Addresses addresses
    ) =>
        [
            .. options
                .Configuration.AsEnumerable()
                .Where(setting =>
                    setting.Key.StartsWith("Storage:", StringComparison.OrdinalIgnoreCase)
                    || setting.Key.StartsWith("Locks:", StringComparison.OrdinalIgnoreCase)
                ),
            options.Entrance == Entrance.SocketMode
                ? new("Slack:AppToken", Addresses.AppToken)
                : new("Slack:SigningSecret", addresses.SigningSecret),
            new("Slack:BotToken", Addresses.BotToken),
            new("Slack:ApiUrl", addresses.Api.ToString()),
        ];

    private static WebApplicationBuilder EmptyBuilder(
        string contentRoot,
        string? name,
        Uri url,
        bool everywhere = false
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new()
            {
                ContentRootPath = contentRoot,
                ApplicationName = name,
                EnvironmentName = Environments.Production,
            }
        );
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                if (everywhere)
                    kestrel.ListenAnyIP(url.Port);
                else if (url is { Host: "localhost", Port: not 0 })
                    kestrel.ListenLocalhost(url.Port);
                else
                    kestrel.Listen(
                        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? address : IPAddress.Loopback,
                        url.Port
                    );
            });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, StoppedByPlayground>();
        // The exception of a failed start reaches the caller; the host need not log it as well.
        builder
            .Logging.AddSimpleConsole()
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        return builder;
    }

    // A page elsewhere on the web must not reach this one through a name of its own that resolves to this machine.
    private static Task LoopbackOnly(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (
            Loopback.Is(context.Request.Host.Host)
            && (origin.Length == 0 || Uri.TryCreate(origin, UriKind.Absolute, out var from) && Loopback.Is(from.Host))
        )
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(
            "The Playground answers on this machine only: use http://localhost.",
            context.RequestAborted
        );
    }

    private static Uri AddressOf(WebApplication host, Uri asked)
    {
        var bound = new Uri(
            host.Services.GetRequiredService<IServer>()
                .Features.GetRequiredFeature<IServerAddressesFeature>()
                .Addresses.First()
        );
        return asked.Port == 0 ? bound : asked;
    }

    private static Uri LocalOf(WebApplication host, Uri asked) =>
        new UriBuilder(asked) { Port = AddressOf(host, asked).Port }.Uri;

    // Hosts stop by themselves at Ctrl+C. The workspace would be gone while the app still speaks to it.
    private sealed class StoppedByPlayground : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>The Playground cannot start as it is configured; the message tells the operator why.</summary>
public sealed class PlaygroundStartException(string message) : Exception(message);
