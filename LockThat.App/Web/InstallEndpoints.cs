using System.Buffers.Text;
using System.Security.Cryptography;
using LockThat.App.Installs;
using LockThat.App.Slack;
using LockThat.App.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LockThat.App.Web;

/// <summary>"Add to Slack": off to Slack's page, and back.</summary>
public static class InstallEndpoints
{
    public const string Install = "/slack/install";
    public const string OAuthRedirect = "/slack/oauth_redirect";

    private const string Cookie = "lockthat-install";
    private const int SecretLength = 32;

    public static void Map(WebApplication app)
    {
        var address = app.Services.GetRequiredService<Settings>().PublicUrl;
        var flow = app.Services.GetService<InstallFlow>();
        app.MapGet(Install, (HttpContext http, string? team) => flow is null ? OneWorkspaceOnly(http) : Begin(http, flow, address, team));
        app.MapGet(OAuthRedirect, async (HttpContext http) => flow is null ? OneWorkspaceOnly(http) : await Finish(http, flow));
    }

    /// <summary>Redirects at once: Slack's own "install" buttons lead here, too.</summary>
    private static RedirectHttpResult Begin(HttpContext http, InstallFlow flow, Uri? address, string? team)
    {
        // The same secret for every tab, so that whichever comes back first does not lock out the other.
        var browser = Secret(http.Request) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        http.Response.Cookies.Append(Cookie, browser, new CookieOptions
        {
            HttpOnly = true,
            // Coming back from Slack is a navigation from another site.
            SameSite = SameSiteMode.Lax,
            Secure = address?.Scheme != Uri.UriSchemeHttp,
            Path = address?.AbsolutePath.TrimEnd('/') + "/slack",
            MaxAge = InstallStates.Lifetime,
        });
        NotKept(http.Response);
        return TypedResults.Redirect(flow.AuthorizeUrl(browser, team));
    }

    private static async Task<IResult> Finish(HttpContext http, InstallFlow flow)
    {
        var query = http.Request.Query;
        return Page(http, await flow.Finish(new(Secret(http.Request), query["state"], query["code"], query["error"])));
    }

    private static IResult OneWorkspaceOnly(HttpContext http) => Page(http, new InstallOutcome.OneWorkspaceOnly());

    private static RazorComponentResult<InstallPage> Page(HttpContext http, InstallOutcome outcome)
    {
        NotKept(http.Response);
        var words = InstallWords.Of(outcome);
        return new(new { Words = words }) { StatusCode = words.Status, PreventStreamingRendering = true };
    }

    // The address has a code and a state in it, which are nobody else's business.
    private static void NotKept(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string? Secret(HttpRequest request) =>
        request.Cookies[Cookie] is { } secret && Base64Url.IsValid(secret, out var length) && length == SecretLength ? secret : null;
}
