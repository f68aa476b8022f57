using System.Text;

namespace LockThat.Tests.BadInput;

/// <summary>Slack's end of the line for a great many calls: it says yes to each, installs whoever wants to, and keeps nothing but their number.</summary>
internal sealed class ForgetfulSlack : HttpMessageHandler
{
    private const string Yes =
        """{"ok":true,"token_type":"bot","access_token":"xoxb-1","bot_user_id":"U0BOT","team":{"id":"T0ACME001","name":"Acme"},"authed_user":{"id":"U0ALICE01"},"user":{"deleted":false}}""";

    private long calls;

    public long Calls => Interlocked.Read(ref calls);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Yes, Encoding.UTF8, "application/json") });
    }
}
