using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LockThat.Tests.Installs;

/// <summary>Somebody who presses "Allow" on Slack's page, and what they install the app in.</summary>
/// <param name="Owner">The owner of the token: the workspace, or the organisation.</param>
internal sealed record Grant(
    string Owner,
    string Name,
    string Installer,
    string? Enterprise = null,
    bool IsOrgWide = false
)
{
    public static Grant Acme { get; } = new("T0ACME001", "Acme", "U0ADA");

    public static Grant Globex { get; } = new("T0GLOBEX1", "Globex", "U0BOB");

    public static Grant InGrid { get; } = new("T0INGRID1", "Inside", "U0CLEO", "E0GRID");

    public static Grant OrgWide { get; } = new("E0GRID", "Grid Inc", "W0DORA", "E0GRID", IsOrgWide: true);
}

/// <summary>A call of a method of the Web API.</summary>
internal sealed record ApiCall(string Method, string Authorization, string Body)
{
    public string Token =>
        Authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? Authorization["Bearer ".Length..] : "";

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>When it came, by the real clock.</summary>
    public DateTimeOffset At { get; } = TimeProvider.System.GetUtcNow();
}

/// <summary>Slack as the install flow sees it, on a port of its own: the page where people say yes, tokens for codes,
/// and an API that knows whose token it is.</summary>
internal sealed partial class SlackStandIn : IAsyncDisposable
{
    public const string ClientId = "1.2";
    public const string ClientSecret = "client-s3cret";

    /// <summary>Where the addresses begin to which an answer is posted.</summary>
    public const string Responses = "/respond/";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (Grant Grant, string RedirectUri)> _codes = new();
    private readonly ConcurrentDictionary<string, string> _owners = new();
    private readonly ConcurrentDictionary<string, string> _refreshes = new();
    private readonly ConcurrentQueue<ApiCall> _calls = new();
    private int _last;

    private SlackStandIn(WebApplication app) => _app = app;

    private string Address => _app.Urls.Single();

    public Uri ApiUrl => new($"{Address}/api/");

    public Uri AuthorizeUrl => new($"{Address}/oauth/v2/authorize?from=test");

    /// <summary>The person at the page; null presses "Cancel".</summary>
    public Grant? Person { get; set; } = Grant.Acme;

    /// <summary>The answers about people; everybody else simply exists.</summary>
    public ConcurrentDictionary<string, JsonObject> People { get; } = new();

    /// <summary>A fresh address to which an answer can be posted.</summary>
    public string NewResponseUrl() => $"{Address}{Responses}{Interlocked.Increment(ref _last)}";

    /// <summary>Whether tokens expire, after twelve hours.</summary>
    public bool Rotates { get; set; }

    /// <summary>The answers in the place of a method's own.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Instead { get; } = new();

    /// <summary>Every secret that was ever given out.</summary>
    public IEnumerable<string> Secrets => [.. _owners.Keys, .. _refreshes.Keys, ClientSecret];

    public IReadOnlyList<ApiCall> Calls => [.. _calls];

    public static async Task<SlackStandIn> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var slack = new SlackStandIn(builder.Build());
        slack._app.Run(slack.Serve);
        await slack._app.StartAsync(cancellationToken);
        return slack;
    }

    /// <summary>The calls of a method with the token of somebody.</summary>
    public IEnumerable<ApiCall> CallsOf(string method, string owner) =>
        _calls.Where(call => call.Method == method && _owners.GetValueOrDefault(call.Token) == owner);

    /// <summary>From now on every token of theirs is refused.</summary>
    public void Revoke(string owner)
    {
        foreach (var token in _owners.Where(known => known.Value == owner).Select(known => known.Key).ToArray())
            _revoked[token] = true;
    }

    public static Func<HttpContext, Task> Says(
        string json,
        int status = 200,
        params (string Name, string Value)[] headers
    ) =>
        http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json; charset=utf-8";
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            return http.Response.WriteAsync(json, http.RequestAborted);
        };

    public static Func<HttpContext, Task> Hangs { get; } =
        http => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private readonly ConcurrentDictionary<string, bool> _revoked = new();

    private async Task Serve(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path == "/oauth/v2/authorize")
        {
            Authorize(http);
            return;
        }

        var method = path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api/".Length..] : path;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var call = new ApiCall(method, http.Request.Headers.Authorization.ToString(), body);
        _calls.Enqueue(call);
        var answer = Instead.TryGetValue(method, out var other)
            ? other
            : Says(method == "oauth.v2.access" ? Access(call) : Answer(call));
        await answer(http);
        Called();
    }

    private string Answer(ApiCall call) =>
        call.Method.StartsWith(Responses, StringComparison.Ordinal) ? Object(("ok", true))
        : !_owners.TryGetValue(call.Token, out var owner) ? Refusal("invalid_auth")
        : _revoked.ContainsKey(call.Token) ? Refusal("token_revoked")
        : call.Method switch
        {
            "auth.test" => Object(("ok", true), ("team_id", owner)),
            "users.info" => Object(
                ("ok", true),
                (
                    "user",
                    People.GetValueOrDefault(QueryHelpers.ParseQuery(call.Body)["user"].ToString())?.DeepClone()
                        ?? new JsonObject { ["deleted"] = false }
                )
            ),
            _ => Object(("ok", true)),
        };

    private static string Refusal(string error) => Object(("ok", false), ("error", error));

    private static string Object(params (string Name, JsonNode? Value)[] members) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, member.Value))).ToJsonString();
}
