using LockThat.App.Locks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Sentry;
using Sentry.Extensibility;

namespace LockThat.App.Web;

/// <summary>Error reports and figures for an operator. Nothing leaves the process unless the operator has set a
/// destination.</summary>
public static class Telemetry
{
    private const string Ours = "LockThat.*";

    /// <summary>Adds the instruments; Sentry when there is a DSN, and traces and metrics by OTLP when there is an
    /// endpoint.</summary>
    public static WebApplicationBuilder AddTelemetry(
        this WebApplicationBuilder builder,
        Uri? sentryDsn,
        Uri? otlpEndpoint
    )
    {
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<LockMetrics>();
        builder.Services.AddHostedService<StoreGauges>();
        if (sentryDsn is not null)
            builder.WebHost.UseSentry(sentry => Configure(sentry, sentryDsn));
        if (otlpEndpoint is not null)
            AddOpenTelemetry(builder.Services);
        return builder;
    }

    // The library reads everything else about the exporter from the OTEL_… variables. Calls to Slack have spans of our
    // own, because those of the HTTP client would carry a response_url, which is a secret.
    private static void AddOpenTelemetry(IServiceCollection services) =>
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("lockthat", serviceVersion: Health.Version).AddEnvironmentVariableDetector()
            )
            .WithTracing(traces =>
                traces
                    .AddSource(Ours)
                    .AddAspNetCoreInstrumentation(server => server.Filter = IsNoProbe)
                    .AddOtlpExporter()
            )
            .WithMetrics(metrics =>
                metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter()
            );

    private static bool IsNoProbe(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static void Configure(Sentry.AspNetCore.SentryAspNetCoreOptions sentry, Uri dsn)
    {
        sentry.Dsn = dsn.AbsoluteUri;
        sentry.Release = $"lockthat@{Health.Version}";
        sentry.SendDefaultPii = false;
        sentry.MaxRequestBodySize = RequestSize.None;
        sentry.AutoSessionTracking = false;
        sentry.IsGlobalModeEnabled = false;
        sentry.SetBeforeSend(WithoutSecrets);
        sentry.SetBeforeBreadcrumb(crumb =>
            crumb.Category?.StartsWith("System.Net.Http", StringComparison.Ordinal) == true ? null : crumb
        );
    }

    // A query may hold the code and the state of an installation, and headers a signature.
    private static SentryEvent WithoutSecrets(SentryEvent report)
    {
        report.Request.QueryString = null;
        report.Request.Cookies = null;
        report.Request.Data = null;
        report.Request.Headers.Clear();
        return report;
    }
}
