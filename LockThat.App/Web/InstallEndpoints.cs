using System.Buffers.Text;
using System.Security.Cryptography;
using LockThat.App.Installs;
using LockThat.App.Slack;
using LockThat.App.Web.Pages;

namespace LockThat.App.Web;

/// <summary>"Add to Slack": off to Slack's page, and back.</summary>
public static class InstallEndpoints
{
    public const string Install = "/slack/install";
    public const string OAuthRedirect = "/slack/oauth_redirect";

    private const string Cookie = "lockthat-install";
    private const int SecretLength = 32;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var address = routes.ServiceProvider.GetRequiredService<Settings>().PublicUrl;
        var flow = routes.ServiceProvider.GetService<InstallFlow>();
        routes.MapGet(Install, (HttpContext http, string? team) => flow is null ? OneWorkspaceOnly(http) : Begin(http, flow, address, team));
        routes.MapGet(OAuthRedirect, http => flow is null ? OneWorkspaceOnly(http) : Finish(http, flow));
    }

    /// <summary>Redirects at once: Slack's own "install" buttons lead here, too.</summary>
    private static Task Begin(HttpContext http, InstallFlow flow, Uri? address, string? team)
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
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(flow.AuthorizeUrl(browser, team)).ExecuteAsync(http);
    }

    private static async Task Finish(HttpContext http, InstallFlow flow)
    {
        var query = http.Request.Query;
        await Page(http, await flow.Finish(new(Secret(http.Request), query["state"], query["code"], query["error"])));
    }

    private static Task OneWorkspaceOnly(HttpContext http) => Page(http, new InstallOutcome.OneWorkspaceOnly());

    private static async Task Page(HttpContext http, InstallOutcome outcome)
    {
        var words = InstallWords.Of(outcome);
        var page = await http.RequestServices.GetRequiredService<PageRenderer>().Render<InstallPage>((nameof(InstallPage.Words), words));
        await page.Send(http, words.Status);
    }

    private static string? Secret(HttpRequest request) =>
        request.Cookies[Cookie] is { } secret && Base64Url.IsValid(secret, out var length) && length == SecretLength ? secret : null;
}
