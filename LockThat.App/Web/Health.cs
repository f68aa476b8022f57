using System.Reflection;
using System.Text.Json;
using LockThat.App.Locks;

namespace LockThat.App.Web;

/// <summary>Something without which the app cannot serve.</summary>
/// <param name="Name">What an operator calls it.</param>
/// <param name="Ask">Null when it works, else what is wrong with it.</param>
public sealed record ReadinessCheck(string Name, Func<CancellationToken, ValueTask<string?>> Ask);

/// <summary>Whether the process lives, and whether it can serve.</summary>
public sealed class Health(IEnumerable<ReadinessCheck> checks, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static string Version { get; } =
        typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", http => Write(http, new Dictionary<string, string?>()));
        routes.MapGet("/health/ready", async http => await Write(http, await Ask(http.RequestAborted)));
    }

    private async Task<IReadOnlyDictionary<string, string?>> Ask(CancellationToken cancellationToken)
    {
        var asked = checks.Select(check => (check.Name, Trouble: Trouble(check, cancellationToken))).ToArray();
        await Task.WhenAll(asked.Select(one => one.Trouble));
        return asked.ToDictionary(one => one.Name, one => one.Trouble.Result, StringComparer.Ordinal);
    }

    private async Task<string?> Trouble(ReadinessCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.Ask(cancellationToken).AsTask().WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return "does not answer";
        }
        catch (StoreUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }

    private static async Task Write(HttpContext http, IReadOnlyDictionary<string, string?> troubles)
    {
        var healthy = troubles.Values.All(trouble => trouble is null);
        http.Response.StatusCode = healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status", healthy ? "ok" : "unavailable");
        writer.WriteString("version", Version);
        foreach (var (name, trouble) in troubles)
            writer.WriteString(name, trouble ?? "ok");
        writer.WriteEndObject();
    }
}
