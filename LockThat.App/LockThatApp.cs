using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Sockets;
using LockThat.App.Delivery;
using LockThat.App.Entrances;
using LockThat.App.Entrances.Buttons;
using LockThat.App.Entrances.Commands;
using LockThat.App.Entrances.Details;
using LockThat.App.Entrances.Events;
using LockThat.App.Entrances.Forms;
using LockThat.App.Entrances.Gifts;
using LockThat.App.Entrances.Home;
using LockThat.App.Entrances.Past;
using LockThat.App.Entrances.Rules;
using LockThat.App.Expiry;
using LockThat.App.Hosting;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.OAuth;
using LockThat.App.Installs.Pages;
using LockThat.App.Installs.Tokens;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Policies;
using LockThat.App.Settings;
using LockThat.App.Slack;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Sockets;
using LockThat.App.Slack.WebApi;
using LockThat.App.Storage;
using LockThat.App.Surfaces;
using LockThat.App.Web;
using LockThat.App.Web.OpenApi;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LockThat.App;

/// <summary>The whole composition of the app. The app itself, the Playground and the tests are built by these two
/// methods alone.</summary>
public static partial class LockThatApp
{
    /// <summary>How long running work may take to finish at a stop. The operator's tools wait longer before they kill
    /// the process.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    public static WebApplicationBuilder AddLockThat(this WebApplicationBuilder builder, LockThatSettings settings)
    {
        Globalization.Require();
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        // ASP.NET's line for each request would show the codes of installations in its query, and each health probe of
        // a store that is down would log an error of its own.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        AddStorage(builder.Services, settings.Storage);
        AddInstalls(builder.Services, settings);
        builder.Services.AddExpiry();
        builder.Services.AddHistory();
        builder.Services.AddRecurring<PurgeJob>(
            "purge",
            afterStart: TimeSpan.FromMinutes(1),
            interval: TimeSpan.FromHours(1)
        );
        builder.Services.AddRecurring<DeactivatedUsersJob>(
            "departures",
            afterStart: TimeSpan.FromMinutes(5),
            interval: TimeSpan.FromDays(1)
        );
        builder.Services.AddSingleton(settings.Locks);
        builder.AddTelemetry(settings.SentryDsn, settings.OtlpEndpoint);
        builder.Services.AddSingleton<LockService>();
        AddSlack(builder.Services, settings.Slack);
        AddPeople(builder.Services);
        builder.Services.AddSite();
        builder.Services.AddApiDescription();
        return builder;
    }

    public static WebApplication MapLockThat(this WebApplication app)
    {
        Site.Use(app);
        var routes = ApiRoutes.Described(app);
        app.Services.GetRequiredService<SlackEndpoints>().Map(routes);
        InstallEndpoints.Map(routes);
        Site.Map(routes);
        ApiRoutes.Map(routes);
        Health.Map(routes);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("LockThat");
        var settings = app.Services.GetRequiredService<LockThatSettings>();
        app.Lifetime.ApplicationStarted.Register(() =>
            Log.Started(
                log,
                Health.Version,
                StartLine.Storage(settings),
                StartLine.Entrances(settings),
                StartLine.Workspaces(settings, app.Services.GetService<TokenKeys>()?.Installed ?? 0)
            )
        );
        return app;
    }

    /// <summary>The reason of a failed start, in one line for the operator.</summary>
    public static string WhyNotStarted(Exception failure) =>
        OneLine(
            failure switch
            {
                StorageException or TokenKeyException => failure.Message,
                OperationCanceledException => "it was stopped before it had started.",
                IOException { InnerException: AddressInUseException } taken =>
                    $"{taken.Message} Choose another address with --urls.",
                SocketException address => $"{address.Message}. Choose another address with --urls.",
                ArgumentOutOfRangeException { ParamName: "port" } =>
                    "The port is not valid. Choose another address with --urls.",
                FormatException address when address.Message.Contains("url", StringComparison.OrdinalIgnoreCase) =>
                    $"{address.Message} An address is http://HOST:PORT.",
                DirectoryNotFoundException => $"{failure.Message} is not an accessible folder.",
                InvalidDataException file => $"{file.Message} {file.GetBaseException().Message}",
                InvalidOperationException or ArgumentException or NotSupportedException => failure.Message,
                _ => $"{failure.Message} ({failure.GetType().Name}; DOTNET_ENVIRONMENT=Development shows where)",
            }
        );

    internal static string OneLine(string message) =>
        string.Join(' ', message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static void AddStorage(IServiceCollection services, StorageSettings storage) =>
        _ = storage switch
        {
            StorageSettings.LiteDb(var path) => services.AddLiteDbStorage(path),
            StorageSettings.Postgres(var connectionString) => services.AddPostgresStorage(connectionString),
            _ => throw new UnreachableException(),
        };

    private static void AddInstalls(IServiceCollection services, LockThatSettings settings)
    {
        switch (settings.Slack.Workspaces)
        {
            case SlackWorkspaces.One(var botToken):
                services.AddSingleton<IBotTokens>(new OwnToken(botToken));
                services.AddSingleton<IInstallationNews, OwnTokenNews>();
                services.AddSingleton(provider =>
                    ActivatorUtilities.CreateInstance<OwnWorkspace>(provider, settings.Slack.Workspaces)
                );
                services.AddHostedService(provider => provider.GetRequiredService<OwnWorkspace>());
                services.AddSingleton<IServedWorkspaces>(provider => provider.GetRequiredService<OwnWorkspace>());
                break;
            case SlackWorkspaces.Installed app:
                services.AddSingleton(app);
                services.AddSingleton<Installations>();
                services.AddSingleton(new TokenCipher(settings.TokenKeys));
                services.AddSingleton<TokenKeys>();
                services.AddHostedService(provider => provider.GetRequiredService<TokenKeys>());
                services.AddSingleton<InstallStates>();
                services.AddSingleton(provider =>
                    ActivatorUtilities.CreateInstance<OAuthClient>(provider, settings.Slack.ApiUrl)
                );
                services.AddSingleton<TokenRefresh>();
                services.AddHostedService(provider => provider.GetRequiredService<TokenRefresh>());
                services.AddSingleton<InstalledTokens>();
                services.AddSingleton<IBotTokens>(provider => provider.GetRequiredService<InstalledTokens>());
                services.AddSingleton<InstallFlow>();
                services.AddSingleton<IInstallationNews, InstallationCheck>();
                services.AddSingleton<IServedWorkspaces, InstalledWorkspaces>();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<Members>();
        services.AddSingleton<TimeZones>();
        services.AddSingleton<UserGroups>();
        services.AddSingleton<Memberships>();
        services.AddSingleton<FindMembership>(provider => provider.GetRequiredService<Memberships>().Find);
    }

    private static void AddSlack(IServiceCollection services, SlackSettings slack)
    {
        services.AddSingleton(_ => SlackHttp.Client());
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => new SlackMetrics(
            provider.GetRequiredService<IMeterFactory>().Create(SlackMetrics.Source),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackClient>(provider, slack.ApiUrl));
        services.AddSingleton<HomePublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<HomePublisher>());
        services.AddSingleton<HomeOpenings>();
        services.AddSingleton<BackgroundWork>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundWork>());
        services.AddSingleton<SlackCalls>();
        services.AddSingleton<Receivers>();
        services.AddSingleton<MentionedPeople>();
        services.AddSingleton<RulePages>();
        services.AddSingleton<TypedMoments>();
        services.AddSingleton<SlashCommands>();
        services.AddSingleton<BlockActions>();
        services.AddSingleton<ViewSubmissions>();
        services.AddSingleton<ModalDrawer>();
        services.AddSingleton<ModalOpener>();
        services.AddSingleton<ResultPlacement>();
        services.AddSingleton<HomePages>();
        services.AddSingleton<HistoryLines>();
        services.AddSingleton<HistoryPages>();
        services.AddSingleton<DetailsPage>();
        services.AddSingleton<Deletions>();
        services.AddSingleton<DeactivatedUsers>();
        services.AddSingleton<LookForPerson>(provider => provider.GetRequiredService<DeactivatedUsers>().Ask);
        services.AddSingleton<LifecycleEvents>();
        services.AddSingleton<Addressing>();
        services.AddSingleton(provider => WhereToInstall.Of(provider.GetRequiredService<LockThatSettings>()));
        services.AddSingleton<SlackApp>();
        services.AddSingleton<HandleRequest>(provider => provider.GetRequiredService<SlackApp>().Handle);
        services.AddSingleton<TimelyAnswers>();
        services.AddSingleton<AnswerRequest>(provider => provider.GetRequiredService<TimelyAnswers>().Answer);
        services.AddSingleton<SlackEndpoints>();
        services.AddHostedService<Outbox>();
        if (slack.AppToken is { } appToken)
        {
            services.AddSingleton<SocketStanding>();
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<SocketMode>(provider, appToken));
            if (slack.SigningSecrets.Count == 0)
                services.AddHealthChecks().AddCheck<SocketStanding>("sockets");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "LockThat {Version}: storage {Storage}; entrances {Entrances}; workspaces {Workspaces}"
        )]
        public static partial void Started(
            ILogger logger,
            string version,
            string storage,
            string entrances,
            string workspaces
        );
    }
}
