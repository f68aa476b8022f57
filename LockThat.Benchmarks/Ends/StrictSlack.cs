using System.Collections.Concurrent;
using System.Text.Json;
using LockThat.Benchmarks.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LockThat.Benchmarks.Ends;

/// <summary>Slack's side, with its limit: one message a second for each person, and a 429 for what comes
/// sooner.</summary>
internal static class StrictSlack
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        var told = new ConcurrentDictionary<string, long>();
        app.MapPost("/api/chat.postMessage", (RequestDelegate)(http => Take(http, told)));
        app.MapFallback(Ceilings.Agree);
        return app;
    }

    private static async Task Take(HttpContext http, ConcurrentDictionary<string, long> told)
    {
        using var message = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        var person = message.RootElement.GetProperty("channel").GetString() ?? "";
        var now = TimeProvider.System.GetTimestamp();
        var last = told.AddOrUpdate(
            person,
            now,
            (_, before) => TimeProvider.System.GetElapsedTime(before, now) < Between ? before : now
        );
        if (last == now)
        {
            await Ceilings.Agree(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "1";
        await http.Response.WriteAsync("""{"ok":false,"error":"ratelimited"}""", http.RequestAborted);
    }
}
