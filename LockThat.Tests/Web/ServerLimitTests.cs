using System.Net.Sockets;
using System.Text;
using LockThat.App.Web;
using LockThat.Tests.Slack;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LockThat.Tests.Web;

/// <summary>Limits of the connections that strangers can hold, and of their time.</summary>
public sealed class ServerLimitTests
{
    private const string Head = "POST /slack/command HTTP/1.1\r\nHost: localhost\r\n";
    private const string Claim =
        Head + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Unfinished => [Head, Claim, Claim + new string('a', 999_999)];

    [Theory]
    [MemberData(nameof(Unfinished))]
    public async Task Who_does_not_get_done_with_a_request_is_cut_off(string sent)
    {
        await using var app = await RunningApp.Start(answer: null);
        using var stranger = new TcpClient();
        await stranger.ConnectAsync("127.0.0.1", app.Http.BaseAddress!.Port, Cancel);
        var stream = stranger.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(sent), Cancel);

        (await app.Post("/slack/command", Payloads.Command("list"))).EnsureSuccessStatusCode();
        using var answer = new StreamReader(stream);
        (
            await answer.ReadLineAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, Cancel)
        ).ShouldStartWith("HTTP/1.1 408 ");
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_connections_it_takes()
    {
        await using var app = await RunningApp.Start(answer: null);
        app.Services.GetRequiredService<IOptions<KestrelServerOptions>>()
            .Value.Limits.MaxConcurrentConnections.ShouldBe(ServerLimits.Connections);
    }
}
