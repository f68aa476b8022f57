using System.Globalization;
using System.Text;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Http;
using LockThat.App.Storage;
using LockThat.Benchmarks.Load.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Benchmarks.Load;

/// <summary>The limit for an app of this kind on this machine: the same server, the same bytes, and nothing
/// decided.</summary>
internal static class Ceilings
{
    private const int FiledAtOnce = 1024;
    private static readonly byte[][] Secrets = [Encoding.UTF8.GetBytes(Server.SigningSecret)];

    /// <summary>A: reads the body, checks the signature, answers a fixed JSON of the size that is asked for.</summary>
    public static WebApplication Plain(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.MapPost("/{**any}", (RequestDelegate)(http => Answer(http, TimeProvider.System)));
        return app;
    }

    /// <summary>B: A, and one durable write of a lock and its event through the app's own store.</summary>
    public static WebApplication Durable(WebApplicationBuilder builder, World world)
    {
        builder.Services.AddLiteDbStorage("lockthat.db");
        var app = builder.Build();
        var store = app.Services.GetRequiredService<IResourceStore>();
        var history = app.Services.GetRequiredService<IHistoryStore>();
        app.Lifetime.ApplicationStarted.Register(() => _ = FileEachSecond(history, app.Lifetime.ApplicationStopping));
        app.MapPost(
            "/{**any}",
            (RequestDelegate)(http => Answer(http, TimeProvider.System, () => Renew(store, world.Some(Random.Shared))))
        );
        return app;
    }

    /// <summary>C: A, and one lock by the bare statement.</summary>
    public static WebApplication Statement(WebApplicationBuilder builder, World world, string connection)
    {
        builder.Services.AddSingleton(_ => new BareStatement(connection));
        var app = builder.Build();
        var statement = app.Services.GetRequiredService<BareStatement>();
        app.MapPost(
            "/{**any}",
            (RequestDelegate)(http => Answer(http, TimeProvider.System, () => statement.Run(world.Some(Random.Shared))))
        );
        return app;
    }

    /// <summary>Slack's side: takes everything.</summary>
    public static WebApplication Slack(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Run(Agree);
        return app;
    }

    public static Task Agree(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("""{"ok":true}""");
    }

    /// <summary>Writes what is as large as a renewed lock with a reason is in the app, and its event.</summary>
    public static Task Renew(IResourceStore store, (string Team, long Number) some)
    {
        var scope = new Scope(new(some.Team), ResourceName.Of(World.Resource(some.Number)));
        return store.Change(
            scope,
            (found, facts) =>
            {
                var before = found.Only?.Lease ?? throw new InvalidOperationException("Everything is held.");
                var next = found.Only with { Holding = before with { Until = facts.Now.AddHours(2) } };
                var renewed = new Renewed(facts.Origin(next) with { By = before.Holder }, next.Lease, before);
                next = next with { Last = new(new("0123456789abcdef"), renewed) };
                return new Decision(next, new Outcome.Unchanged(next), [renewed]);
            },
            CancellationToken.None
        );
    }

    // As the app does it: what is not filed stays in the way.
    private static async Task FileEachSecond(IHistoryStore history, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stopping))
        {
            while (await history.File(FiledAtOnce, stopping) > 0)
                stopping.ThrowIfCancellationRequested();
        }
    }

    private static async Task Answer(HttpContext http, TimeProvider time, Func<Task>? write = null)
    {
        using var body = await RawBody.Read(http.Request, http.RequestAborted);
        var verdict = SlackSignature.Verify(
            Secrets,
            http.Request.Headers[SlackSignature.TimestampHeader],
            http.Request.Headers[SlackSignature.SignatureHeader],
            body is null ? default : body.Bytes.Span,
            time.GetUtcNow()
        );
        if (verdict != SignatureVerdict.Genuine)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (write is not null)
            await write();
        var bytes = Bytes(
            int.Parse(http.Request.Query["size"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture)
        );
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, byte[]> Sizes = new();

    private static byte[] Bytes(int size) =>
        Sizes.GetOrAdd(
            size,
            length =>
                length == 0
                    ? []
                    : Encoding.ASCII.GetBytes($"{{\"text\":\"{new string('x', Math.Max(0, length - 11))}\"}}")
        );
}
