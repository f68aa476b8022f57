using System.Net;

namespace LockThat.Tests.Slack.Sockets;

/// <summary>Where sockets are the only entrance, an app without one is not ready.</summary>
public sealed class SocketReadinessTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AMinute = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_app_that_gets_no_socket_from_the_start_is_not_ready_after_a_minute_and_says_why()
    {
        await using var slack = await SocketApp.Start(null, Wire.Says("""{"ok":false,"error":"invalid_auth"}"""));
        await Until(
            slack.App,
            (_, body) => body.Contains("\"scheduler\":\"ok\",\"sockets\":\"ok\"", StringComparison.Ordinal)
        );
        await Until(() => slack.Log.Lines.Any(line => line.Contains("operator", StringComparison.Ordinal)));

        slack.App.Time.Advance(AMinute);
        (await Ready(slack.App)).Body.ShouldContain("\"sockets\":\"ok\"");
        slack.App.Time.Advance(TimeSpan.FromSeconds(1));
        var (status, said) = await Ready(slack.App);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        said.ShouldContain("\"sockets\":\"no socket to Slack has stood for 60 seconds: invalid_auth\"");
        await slack.Next(TimeSpan.FromSeconds(2));
        await Until(
            slack.App,
            (now, body) => now == HttpStatusCode.OK && body.Contains("\"sockets\":\"ok\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_socket_is_enough_and_an_app_that_loses_both_is_not_ready_after_a_minute()
    {
        await using var slack = await SocketApp.Start();
        var (one, other) = await slack.Both();
        await Until(() => slack.Log.Lines.Count(line => line.Contains("connected", StringComparison.Ordinal)) == 2);
        one.Cuts();
        slack.App.Time.Advance(TimeSpan.FromSeconds(25));
        (await Ready(slack.App)).Body.ShouldContain("\"sockets\":\"ok\"");

        other.Cuts();
        var lost = slack.App.Time.GetUtcNow();
        await Until(slack.App, (now, _) => now == HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(2));

        (slack.App.Time.GetUtcNow() - lost).ShouldBeGreaterThan(AMinute);
    }

    [Fact]
    public async Task Where_requests_come_by_HTTP_too_sockets_do_not_count()
    {
        using var wire = new Wire(Wire.Says("""{"ok":false,"error":"invalid_auth"}"""));
        await using var app = await RunningApp.Start(
            null,
            wire,
            settings: usual => usual with { Slack = usual.Slack with { AppToken = "xapp-1" } }
        );
        await wire.Reached(1).WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromMinutes(4));

        await Until(
            app,
            (status, body) => status == HttpStatusCode.OK && !body.Contains("sockets", StringComparison.Ordinal)
        );
    }

    private static async Task<(HttpStatusCode Status, string Body)> Ready(RunningApp app)
    {
        var response = await app.Http.GetAsync(
            new Uri("/health/ready", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task Until(
        RunningApp app,
        Func<HttpStatusCode, string, bool> satisfied,
        TimeSpan step = default
    )
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await Ready(app) is var (status, body) && !satisfied(status, body))
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Generous, body);
            app.Time.Advance(step);
        }
    }

    private static async Task Until(Func<bool> happened)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Generous);
            await Task.Yield();
        }
    }
}
