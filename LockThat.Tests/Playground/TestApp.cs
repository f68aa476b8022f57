using System.Collections.Concurrent;
using System.Text.Json;
using LockThat.App.Slack.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests.Playground;

/// <summary>A request that reached the app, as it came over the wire.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public IReadOnlyDictionary<string, string> Fields { get; } =
        QueryHelpers.ParseQuery(Body).ToDictionary(field => field.Key, field => field.Value.ToString());

    public JsonElement Payload => JsonElement.Parse(Fields["payload"]);

    public JsonElement Event => JsonElement.Parse(Body);
}

internal sealed record Reply(string Body = "", string ContentType = "application/json", int Status = 200);

/// <summary>A small app on a port of its own that records what the Playground sends and answers as the test
/// says.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private TestApp(WebApplication app) => _app = app;

    public Func<Received, CancellationToken, Task<Reply>> Answer { get; set; } = (_, _) => Task.FromResult(new Reply());

    public Uri Address =>
        new(
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? ""
        );

    public IReadOnlyList<Received> Received => [.. _received];

    public Received Last => Received[^1];

    /// <summary>The first request that came in.</summary>
    public Task Arrived => _arrived.Task;

    public void Answers(string body, string contentType = "application/json", int status = 200) =>
        Answer = (_, _) => Task.FromResult(new Reply(body, contentType, status));

    /// <summary>Keeps every caller waiting until it gives up.</summary>
    public void NeverAnswers() =>
        Answer = async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return new();
        };

    public static async Task<TestApp> Start(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var started = new TestApp(builder.Build());
        started._app.Run(started.Handle);
        await started._app.StartAsync(ct);
        return started;
    }

    private async Task Handle(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var request = new Received(context.Request.Path, headers, await reader.ReadToEndAsync(context.RequestAborted));
        _received.Enqueue(request);
        _arrived.TrySetResult();
        var reply = await Answer(request, context.RequestAborted);
        context.Response.StatusCode = reply.Status;
        if (reply.Body.Length == 0)
            return;
        context.Response.ContentType = reply.ContentType;
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
