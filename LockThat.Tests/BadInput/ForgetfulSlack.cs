using System.Text;

namespace LockThat.Tests.BadInput;

/// <summary>Slack's end of the line for a great many calls: it says yes to each, installs whoever wants to, and keeps
/// nothing but their number.</summary>
/// <param name="socketUrl">Where sockets are opened, if they are.</param>
internal sealed class ForgetfulSlack(string socketUrl = "") : HttpMessageHandler
{
    private readonly string _yes = $$"""
        {"ok":true,"url":"{{socketUrl}}","token_type":"bot","access_token":"xoxb-1","bot_user_id":"U0BOT","team":{"id":"T0ACME001","name":"Acme"},"authed_user":{"id":"U0ALICE01"},"user":{"deleted":false} }
        """;

    private long _calls;

    public long Calls => Interlocked.Read(ref _calls);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(
            new HttpResponseMessage { Content = new StringContent(_yes, Encoding.UTF8, "application/json") }
        );
    }
}
