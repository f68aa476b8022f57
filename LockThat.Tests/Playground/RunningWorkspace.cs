using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LockThat.Playground;
using LockThat.Playground.People;
using LockThat.Playground.Sockets;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground;

/// <summary>A Playground on fake time that delivers to a <see cref="TestApp"/>, and the app's way back by
/// HTTP.</summary>
internal sealed class RunningWorkspace : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly HttpClient _http = new();

    private RunningWorkspace(PlaygroundHost host, TestApp app, FakeTimeProvider time) =>
        (Host, App, Time) = (host, app, time);

    public PlaygroundHost Host { get; }

    public Workspace Workspace => Host.Workspace;

    public Faults Faults => Host.Slack.Faults;

    public SocketLinks Sockets => Host.Slack.Sockets;

    public TestApp App { get; }

    public FakeTimeProvider Time { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RunningWorkspace> Open(Entrance entrance = Entrance.Http)
    {
        var app = await TestApp.Start(Ct);
        var time = new FakeTimeProvider(Start);
        var options = new PlaygroundOptions
        {
            Url = new("http://127.0.0.1:0"),
            Entrance = entrance,
            ContentRoot = Path.GetTempPath(),
            Time = time,
            App = app.Address,
            SigningSecret = "secret",
        };
        return new(await PlaygroundHost.Start(options, Ct), app, time);
    }

    /// <summary>Completes when something has reached the app, answered or not.</summary>
    public Task Arrived() => App.Arrived.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Ct);

    /// <summary>Completes when so many deliveries are in the journal.</summary>
    public async Task Delivered(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await Workspace.WaitUntil(() => Workspace.Journal.Deliveries.Length >= count, patience.Token);
    }

    /// <summary>Has the person run a command, and the app open this modal by its trigger.</summary>
    public async Task<JsonElement> OpensModal(Person person, string view)
    {
        await person.Types("/lockthat lock");
        return await Calls("views.open", $$"""{"trigger_id":"{{App.Last.Fields["trigger_id"]}}","view":{{view}}}""");
    }

    public Person As(string handle) => Host.As(handle, Ct);

    public async Task<JsonElement> Calls(string method, string json = "{}", string token = Addresses.BotToken)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Send(method, content, token);
    }

    public async Task<JsonElement> CallsWithForm(string method, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        return await Send(method, content, Addresses.BotToken);
    }

    public async Task<(int Status, string Body)> Responds(string responseUrl, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(responseUrl, content, Ct);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
    }

    public Task<HttpResponseMessage> Raw(string method, HttpContent? content, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Address, $"/api/{method}"))
        {
            Content = content,
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return _http.SendAsync(request, Ct);
    }

    private async Task<JsonElement> Send(string method, HttpContent content, string token)
    {
        using var response = await Raw(method, content, token);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
        await App.DisposeAsync();
    }
}
