using System.Net;
using LockThat.App.Entrances;
using LockThat.App.Slack.Http;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Slack.Http;

/// <summary>A wrong clock refuses everything that Slack sends: an operator reads so once, and not once for each
/// request.</summary>
public sealed class WrongClockTests : IAsyncLifetime
{
    private const string Body = "command=%2Flockthat&text=list";
    private readonly KeptLog _log = new();
    private RunningApp? _running;

    private RunningApp App => _running ?? throw new InvalidOperationException("not started");

    private IEnumerable<string> OfTheClock =>
        _log.Lines.Where(line => line.Contains("Check this server's clock", StringComparison.Ordinal));

    private IEnumerable<string> OfOneRequest =>
        _log.Lines.Where(line => line.Contains("A request was refused", StringComparison.Ordinal));

    public async ValueTask InitializeAsync() =>
        _running = await RunningApp.Start(
            (_, _) => Task.FromResult(SlackResponse.Nothing),
            services: services => services.AddLogging(logging => logging.AddProvider(_log))
        );

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _log.Dispose();
    }

    [Theory]
    [InlineData(-400, "TooOld")]
    [InlineData(400, "TooEarly")]
    public async Task It_is_said_once_an_hour_for_as_long_as_it_lasts(int secondsOff, string verdict)
    {
        await Refused(secondsOff, times: 3);
        OfTheClock.ShouldHaveSingleItem().ShouldContain(verdict);
        App.Time.Advance(TimeSpan.FromMinutes(59));
        await Refused(secondsOff, times: 3);
        OfTheClock.Count().ShouldBe(1);

        App.Time.Advance(TimeSpan.FromMinutes(1));
        await Refused(secondsOff, times: 3);

        OfTheClock.Count().ShouldBe(2);
        OfOneRequest.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task A_request_that_Slack_has_not_signed_is_not_blamed_on_the_clock(int secondsOff)
    {
        (
            await App.Post(SlackEndpoints.Command, Body, signedBody: Body + " ", secondsOff: secondsOff)
        ).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        OfTheClock.ShouldBeEmpty();
        OfOneRequest.ShouldHaveSingleItem().ShouldContain("Forged");
    }

    private async Task Refused(int secondsOff, int times)
    {
        for (var time = 0; time < times; time++)
            (await App.Post(SlackEndpoints.Command, Body, secondsOff: secondsOff)).StatusCode.ShouldBe(
                HttpStatusCode.Unauthorized
            );
    }
}
