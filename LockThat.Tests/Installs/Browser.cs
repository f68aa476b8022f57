using System.Net;
using Microsoft.Net.Http.Headers;

namespace LockThat.Tests.Installs;

/// <summary>The text of a page.</summary>
internal sealed record Page(HttpStatusCode Status, string Text, string? Location, HttpResponseMessage Response);

/// <summary>Somebody's browser: it keeps the app's cookie, and goes one step at a time. The app's public address leads
/// to where it listens.</summary>
internal sealed class Browser(Uri publicUrl, Func<HttpClient> app) : IDisposable
{
    private readonly HttpClient _elsewhere = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>The cookie that it sends to the app, as <c>name=value</c>; null for none.</summary>
    public string? Cookie { get; set; }

    public async Task<Page> Get(string address)
    {
        var url = new Uri(publicUrl, address);
        var isApp = url.Host == publicUrl.Host;
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            isApp ? new Uri(url.PathAndQuery, UriKind.Relative) : url
        );
        if (isApp && Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        var response = await (isApp ? app() : _elsewhere).SendAsync(request, TestContext.Current.CancellationToken);
        if (isApp && response.Headers.TryGetValues("Set-Cookie", out var cookies))
            Cookie = SetCookieHeaderValue.Parse(cookies.Single()) is var set ? $"{set.Name}={set.Value}" : null;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(
            response.StatusCode,
            WebUtility.HtmlDecode(text),
            response.Headers.Location?.OriginalString,
            response
        );
    }

    /// <summary>Presses "Add to Slack", and answers on Slack's page.</summary>
    /// <returns>The address that Slack sends the browser back to.</returns>
    public async Task<string> GoesToSlack()
    {
        var away = await Get("/slack/install");
        var back = await Get(away.Location.ShouldNotBeNull());
        return back.Location.ShouldNotBeNull();
    }

    /// <summary>The whole way.</summary>
    public async Task<Page> Installs() => await Get(await GoesToSlack());

    public void Dispose() => _elsewhere.Dispose();
}
