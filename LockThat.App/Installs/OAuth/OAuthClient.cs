using System.Net.Http.Headers;
using System.Text;
using LockThat.App.Settings;
using LockThat.App.Slack;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Installs.OAuth;

/// <summary><c>oauth.v2.access</c>: tokens for a code, and for a refresh token. The answers hold secrets and are never
/// logged.</summary>
public sealed class OAuthClient(
    HttpClient http,
    Uri apiUrl,
    SlackWorkspaces.Installed app,
    TimeProvider time,
    SlackMetrics metrics
)
{
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(10);

    private readonly string _credentials = Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}")
    );

    /// <param name="code">The code that Slack sent with the installer.</param>
    /// <param name="redirectUrl">The address that the installer came back to: the same as in the request to
    /// Slack.</param>
    public Task<SlackReply> Exchange(string code, Uri redirectUrl, CancellationToken cancellationToken) =>
        Access([new("code", code), new("redirect_uri", redirectUrl.AbsoluteUri)], cancellationToken);

    public Task<SlackReply> Refresh(string refreshToken, CancellationToken cancellationToken) =>
        Access([new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], cancellationToken);

    private Task<SlackReply> Access(KeyValuePair<string, string>[] fields, CancellationToken cancellationToken) =>
        metrics.Call(SlackMethod.OAuthAccess.Name, workspace: null, () => Attempt(fields, cancellationToken));

    private Task<SlackReply> Attempt(KeyValuePair<string, string>[] fields, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(apiUrl, SlackMethod.OAuthAccess.Name))
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", _credentials) },
        };
        return http.Attempt(request, OneAttempt, time, SlackReplyReader.OfMethod, cancellationToken);
    }
}
