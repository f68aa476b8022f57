namespace LockThat.App.Slack.WebApi;

/// <summary>The response_urls that may be posted to: their origin must be exactly Slack's or GovSlack's, or that of the
/// Web API in use. They come from outside (private metadata, forged or foreign requests), and could otherwise make the
/// app post anywhere.</summary>
public sealed class ResponseUrls(Uri apiUrl)
{
    private static readonly Uri Slack = new("https://hooks.slack.com");
    private static readonly Uri GovSlack = new("https://hooks.slack-gov.com");

    /// <summary>The address if it may be used, else null.</summary>
    public Uri? Allowed(string responseUrl) =>
        !responseUrl.Any(unit => unit is <= ' ' or '\\' or >= '\u007F')
        && Uri.TryCreate(responseUrl, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && (IsSameOrigin(url, Slack) || IsSameOrigin(url, GovSlack) || IsSameOrigin(url, apiUrl))
            ? url
            : null;

    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme
        && one.Port == other.Port
        && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
