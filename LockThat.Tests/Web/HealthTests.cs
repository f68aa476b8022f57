using System.Net;
using LockThat.App.Entrances;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.Tests.Web;

public sealed class HealthTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_process_that_answers_lives() =>
        (await Get("/health/live", HealthCheckResult.Unhealthy("down"))).ShouldBe(
            (HttpStatusCode.OK, """{"status":"ok","version":"1.0.0"}""")
        );

    [Fact]
    public async Task It_is_ready_when_storage_answers_and_the_scheduler_runs() =>
        (await Get("/health/ready", HealthCheckResult.Healthy(), until: "\"scheduler\":\"ok\"")).ShouldBe(
            (HttpStatusCode.OK, """{"status":"ok","version":"1.0.0","storage":"ok","scheduler":"ok","another":"ok"}""")
        );

    [Fact]
    public async Task It_is_not_ready_when_something_is_down() =>
        (
            await Get("/health/ready", HealthCheckResult.Unhealthy("The disk is full."), until: "\"scheduler\":\"ok\"")
        ).ShouldBe(
            (
                HttpStatusCode.ServiceUnavailable,
                """{"status":"unavailable","version":"1.0.0","storage":"ok","scheduler":"ok","another":"The disk is full."}"""
            )
        );

    [Fact]
    public async Task It_is_ready_and_says_what_is_to_be_mended_all_the_same() =>
        (
            await Get(
                "/health/ready",
                HealthCheckResult.Degraded("The history is stuck."),
                until: "\"scheduler\":\"ok\""
            )
        ).ShouldBe(
            (
                HttpStatusCode.OK,
                """{"status":"degraded","version":"1.0.0","storage":"ok","scheduler":"ok","another":"The history is stuck."}"""
            )
        );

    // The scheduler starts beside the server, so that the first answers may come without it.
    private static async Task<(HttpStatusCode Status, string Body)> Get(
        string path,
        HealthCheckResult another,
        string until = ""
    )
    {
        await using var app = await RunningApp.Start(
            (_, _) => Task.FromResult(SlackResponse.Nothing),
            services: services => services.AddHealthChecks().AddCheck("another", () => another)
        );
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var response = await app.Http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (body.Contains(until, StringComparison.Ordinal) || TimeProvider.System.GetElapsedTime(start) > Generous)
                return (response.StatusCode, body);
        }
    }
}
