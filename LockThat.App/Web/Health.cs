using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.App.Web;

/// <summary>Whether the process lives, and whether it can serve: storage answers, the scheduler runs, and there is a
/// way in. An app that serves with a fault is degraded, and says which.</summary>
public static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    private const string Fine = "ok";
    private static readonly HttpMethodMetadata ReadOnly = new(Site.Reading);

    /// <summary>The version of the app.</summary>
    public static string Version { get; } =
        typeof(Health)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "unknown";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Live, new() { Predicate = _ => false, ResponseWriter = Write }).WithMetadata(ReadOnly);
        routes.MapHealthChecks(Ready, new() { ResponseWriter = Write }).WithMetadata(ReadOnly);
    }

    private static string StatusOf(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => Fine,
            HealthStatus.Degraded => "degraded",
            HealthStatus.Unhealthy => "unavailable",
            _ => throw new UnreachableException(),
        };

    private static async Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status", StatusOf(report.Status));
        writer.WriteString("version", Version);
        foreach (var (name, entry) in report.Entries)
            writer.WriteString(
                name,
                entry.Status == HealthStatus.Healthy ? Fine : entry.Description ?? "does not answer"
            );
        writer.WriteEndObject();
    }
}
