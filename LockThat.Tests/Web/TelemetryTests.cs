using LockThat.Tests.Slack;

namespace LockThat.Tests.Web;

/// <summary>Telemetry leaves the process only for the address that the operator has set, and holds no secret.</summary>
public sealed class TelemetryTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);
    private static readonly string[] Secrets =
    [
        "xoxb-1",
        Payloads.Secret,
        "hooks.slack.com",
        "1.2.abc",
        "hush-hush",
        "secret-code",
        "secret-state",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_go_to_the_endpoint_that_was_set_and_hold_no_secret()
    {
        await using var collector = await Collector.Start();
        await using (var app = await Start(collector))
        {
            (
                await app.Post("/slack/command", Payloads.Command("lock test-site 2 h hush-hush"))
            ).EnsureSuccessStatusCode();
            (await app.Post("/slack/command", Payloads.Command("lock"))).EnsureSuccessStatusCode();
            await app.Http.GetAsync(
                new Uri("/slack/oauth_redirect?code=secret-code&state=secret-state", UriKind.Relative),
                Cancel
            );
            await app.Stop();
        }

        var (traces, metrics) = (collector.All("/v1/traces"), collector.All("/v1/metrics"));
        foreach (var span in new[] { "POST /slack/command", "lock", "views.open", "T0ACME001" })
            traces.ShouldContain(span);
        foreach (
            var metric in new[]
            {
                "lockthat.decisions",
                "lockthat.slack.call.duration",
                "lockthat.locks.held",
                "http.server.request.duration",
                "dotnet.gc",
            }
        )
            metrics.ShouldContain(metric);
        collector.Received.ShouldNotContain(post => post.Path == "/v1/logs");
        Secrets
            .Where(secret =>
                traces.Contains(secret, StringComparison.Ordinal) || metrics.Contains(secret, StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bug_is_reported_to_sentry_without_what_people_wrote()
    {
        await using var sentry = await Collector.Start();
        var dsn = new UriBuilder(sentry.Address) { UserName = "key", Path = "/1" }.Uri;
        await using var app = await RunningApp.Start(
            (_, _) => throw new InvalidOperationException("A planted bug"),
            settings: usual => usual with { SentryDsn = dsn }
        );
        (await app.Post("/slack/command", Payloads.Command("lock test-site hush-hush"))).EnsureSuccessStatusCode();
        await sentry.First.WaitAsync(Generous, TimeProvider.System, Cancel);
        var report = sentry.All("/api/1/envelope/");
        report.ShouldContain("A planted bug");
        report.ShouldContain("lockthat@1.0.0");
        Secrets.Where(secret => report.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        report.ShouldNotContain("X-Slack-Signature", Case.Insensitive);
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_is_set()
    {
        await using var app = await RunningApp.Start((_, _) => throw new InvalidOperationException("A planted bug"));
        app.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)).ShouldBeNull();
        app.Services.GetService(typeof(Sentry.IHub)).ShouldBeNull();
    }

    private static Task<RunningApp> Start(Collector collector) =>
        RunningApp.Start(
            answer: null,
            settings: usual => usual with { OtlpEndpoint = collector.Address },
            configuration:
            [
                new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString()),
                new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ]
        );
}
