using System.Net.Http.Headers;
using LockThat.App.Settings;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Web;

/// <summary>Somebody without a browser who reads the pages of the app.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly RunningApp _app;

    private Visitor(RunningApp app) => _app = app;

    public Uri Address => _app.Http.BaseAddress ?? throw new InvalidOperationException("The app has no address.");

    public IServiceProvider Services => _app.Services;

    /// <summary>Visits an app that serves one workspace.</summary>
    public static async Task<Visitor> OfOneWorkspace() => new(await RunningApp.Start(answer: null));

    /// <summary>Visits an app that every workspace may install, behind this address.</summary>
    public static async Task<Visitor> OfInstallation(string publicUrl = "https://locks.example.com") =>
        new(
            await RunningApp.Start(
                answer: null,
                settings: usual =>
                    usual with
                    {
                        Slack = usual.Slack with { Workspaces = new SlackWorkspaces.Installed("1.2", "client-secret") },
                        PublicUrl = new Uri(publicUrl),
                        TokenKeys = [new byte[32]],
                    }
            )
        );

    public Task<HttpResponseMessage> Asks(
        string path,
        HttpMethod? method = null,
        string accept = "text/html",
        string? has = null
    )
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Accept.ParseAdd(accept);
        if (has is not null)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(has));
        return _app.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Reads(string path)
    {
        var response = await Asks(path);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
