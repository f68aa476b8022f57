using System.Net;
using LockThat.App.Locks;
using LockThat.App.Slack;
using LockThat.App.Web;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LockThat.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task A_process_that_answers_lives() =>
        (await Get("/health/live", new ReadinessCheck("storage", _ => new("down")))).ShouldBe((HttpStatusCode.OK, """{"status":"ok","version":"1.0.0"}"""));

    [Fact]
    public async Task It_is_ready_when_all_that_it_needs_answers() =>
        (await Get("/health/ready", new ReadinessCheck("storage", _ => default), new ReadinessCheck("scheduler", _ => default)))
            .ShouldBe((HttpStatusCode.OK, """{"status":"ok","version":"1.0.0","storage":"ok","scheduler":"ok"}"""));

    [Fact]
    public async Task It_is_not_ready_when_something_is_down() =>
        (await Get("/health/ready", new ReadinessCheck("storage", _ => throw new StoreUnavailableException("The file cannot be written.")), new ReadinessCheck("scheduler", _ => new("stopped"))))
            .ShouldBe((HttpStatusCode.ServiceUnavailable, """{"status":"unavailable","version":"1.0.0","storage":"The file cannot be written.","scheduler":"stopped"}"""));

    [Fact]
    public async Task Something_that_hangs_is_down_after_two_seconds()
    {
        var never = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await Running(new ReadinessCheck("storage", _ => new(never.Task)));
        var asked = app.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        await app.Time.AdvanceUntil(asked, TimeSpan.FromSeconds(0.5));
        (await (await asked).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"storage\":\"does not answer\"");
    }

    private static async Task<(HttpStatusCode Status, string Body)> Get(string path, params ReadinessCheck[] checks)
    {
        await using var app = await Running(checks);
        var response = await app.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<RunningApp> Running(params ReadinessCheck[] checks) =>
        RunningApp.Start((_, _) => Task.FromResult(Answer.Nothing), services: services =>
        {
            services.RemoveAll<ReadinessCheck>();
            foreach (var check in checks)
                services.AddSingleton(check);
        });
}
