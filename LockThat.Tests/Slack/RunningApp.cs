using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using LockThat.App;
using LockThat.App.Entrances;
using LockThat.App.Locks;
using LockThat.App.Settings;
using LockThat.App.Slack.Http;
using LockThat.App.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack;

/// <summary>The app behind a real Kestrel on a port of its own, on fake time, with a given Slack, and its own answers
/// unless others are given.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningApp(WebApplication app, FakeTimeProvider time, DirectoryInfo folder) =>
        (_app, Time, _folder, Http) = (app, time, folder, Client(app.Urls.Single()));

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public DirectoryInfo Folder => _folder;

    public IServiceProvider Services => _app.Services;

    public static Task<RunningApp> Start(
        HandleRequest? answer,
        Wire? slack = null,
        Action<IServiceCollection>? services = null,
        Func<LockThatSettings, LockThatSettings>? settings = null,
        IEnumerable<KeyValuePair<string, string?>>? configuration = null
    )
    {
        return Start(path => (settings ?? (usual => usual))(Settings(path)), Services, configuration: configuration);

        void Services(IServiceCollection all)
        {
            all.AddSingleton(new HttpClient(new TokenOwner(slack ?? new Wire(Wire.Ok))));
            if (answer is not null)
                all.AddSingleton(answer);
            services?.Invoke(all);
        }
    }

    /// <param name="before">Stopped, and to be started again: on its data and its clock.</param>
    public static async Task<RunningApp> Start(
        Func<string, LockThatSettings> settings,
        Action<IServiceCollection> services,
        RunningApp? before = null,
        IEnumerable<KeyValuePair<string, string?>>? configuration = null
    )
    {
        var time = before?.Time ?? new FakeTimeProvider(Payloads.Now);
        var data = before?._folder ?? Directory.CreateTempSubdirectory("lockthat-");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = data.FullName });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Configuration.AddInMemoryCollection(configuration ?? []);
        builder.AddLockThat(settings(Path.Combine(data.FullName, "lockthat.db")));
        services(builder.Services);
        var built = builder.Build();
        built.MapLockThat();
        try
        {
            await built.StartAsync(TestContext.Current.CancellationToken);
            return new(built, time, data);
        }
        catch
        {
            await built.StopAsync(TestContext.Current.CancellationToken);
            await built.DisposeAsync();
            throw;
        }
    }

    /// <summary>Posts as Slack does; the signature fits unless something is said to be different.</summary>
    public Task<HttpResponseMessage> Post(
        string path,
        string body,
        string contentType = Payloads.Form,
        string? signedBody = null,
        int secondsOff = 0
    ) => Send(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), contentType, signedBody ?? body, secondsOff);

    public Task<HttpResponseMessage> Send(
        string path,
        HttpContent content,
        string? contentType,
        string signedBody,
        int secondsOff = 0
    )
    {
        var stamp = Time.GetUtcNow().AddSeconds(secondsOff).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        content.Headers.Add(SlackSignature.TimestampHeader, stamp);
        var signature = SlackSignature.Sign(
            Encoding.UTF8.GetBytes(Payloads.Secret),
            stamp,
            Encoding.UTF8.GetBytes(signedBody)
        );
        content.Headers.Add(SlackSignature.SignatureHeader, signature);
        return Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task Stop() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        var storage = _app.Services.GetRequiredService<IStorage>();
        await _app.DisposeAsync();
        // The thread of the history may be about to make its file there.
        await storage.Close(CancellationToken.None);
        _folder.Delete(recursive: true);
    }

    private static HttpClient Client(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address),
        };

    private static LockThatSettings Settings(string path) =>
        new()
        {
            Slack = new()
            {
                SigningSecrets = [Payloads.Secret],
                Workspaces = new SlackWorkspaces.One("xoxb-1"),
                ApiUrl = new Uri("https://slack.example/api/"),
                AuthorizeUrl = new Uri(SlackSettings.DefaultAuthorizeUrl),
            },
            Storage = new StorageSettings.LiteDb(path),
            Locks = LockRules.Default,
        };
}
