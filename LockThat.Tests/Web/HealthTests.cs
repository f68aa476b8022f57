using System.Net;
using LockThat.App.Slack;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task The_app_is_ready_when_its_store_and_its_scheduler_are() =>
        (await Get("/health/ready")).ShouldBe((HttpStatusCode.OK, """{"status":"ok","version":"1.0.0","storage":"ok","scheduler":"ok"}"""));

    [Fact]
    public async Task It_is_not_ready_when_something_is_down() =>
        (await Get("/health/ready", HealthCheckResult.Unhealthy("The file cannot be written.")))
            .ShouldBe((HttpStatusCode.ServiceUnavailable, """{"status":"unavailable","version":"1.0.0","disk":"The file cannot be written."}"""));

    [Fact]
    public async Task A_process_that_answers_lives_whatever_is_down() =>
        (await Get("/health/live", HealthCheckResult.Unhealthy("down"))).ShouldBe((HttpStatusCode.OK, """{"status":"ok","version":"1.0.0"}"""));

    private static async Task<(HttpStatusCode Status, string Body)> Get(string path, HealthCheckResult? instead = null)
    {
        await using var app = await RunningApp.Start((_, _) => Task.FromResult(Answer.Nothing), services: services =>
        {
            if (instead is { } result)
                services.Configure<HealthCheckServiceOptions>(checks =>
                {
                    checks.Registrations.Clear();
                    checks.Registrations.Add(new("disk", new Fixed(result), null, null));
                });
        });
        var response = await app.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class Fixed(HealthCheckResult result) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(result);
    }
}
