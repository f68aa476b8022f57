using LockThat.App.Slack.Http;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Slack.Sockets;

/// <summary>
/// Slack's requests over sockets that the app opens, so that it needs no public address. There are two at all times:
/// while one is renewed, requests come over the other.
/// <see href="https://docs.slack.dev/apis/events-api/using-socket-mode">Slack's page.</see>
/// </summary>
internal sealed class SocketMode(
    string appToken,
    SlackClient slack,
    AnswerRequest answer,
    SocketStanding standing,
    TimeProvider time,
    ILogger<SocketMode> log
) : BackgroundService
{
    private const int Connections = 2;

    // As many as the changes that the store commits at once. Each request is answered within seconds, so a slot is soon
    // free.
    private const int MostRequestsAtOnce = 256;

    // Not disposed on purpose: nothing waits on their handles, and a start that fails disposes of this service while
    // its connections still run.
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SemaphoreSlim _slots = new(MostRequestsAtOnce);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var opener = new SocketOpener(appToken, slack, standing, _turn, time, log);
        var requests = new SocketRequests(answer, _slots, log);
        return Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ => new SocketConnection(opener, requests, standing, time, log).Run(stoppingToken))
        );
    }
}
