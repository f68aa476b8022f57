using System.Text;
using LockThat.App.Slack.WebApi;

namespace LockThat.Tests.Slack;

/// <summary>Slack's answer to whose the bot token is, which an app asks by itself when it starts; everything else goes
/// on to the test's own Slack.</summary>
internal sealed class TokenOwner(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        request.RequestUri?.Segments[^1] == SlackMethod.AuthTest.Name
            ? Task.FromResult(
                new HttpResponseMessage { Content = new StringContent(Answer, Encoding.UTF8, Payloads.Json) }
            )
            : base.SendAsync(request, cancellationToken);

    private const string Answer = """
        {"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"lockthat","team_id":"T0ACME001","user_id":"U0BOT","bot_id":"B0BOT","is_enterprise_install":false}
        """;
}
