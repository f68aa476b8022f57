using System.Buffers.Text;
using System.Security.Cryptography;
using LockThat.App.Installs.OAuth;
using LockThat.App.Locks;
using LockThat.App.Settings;
using LockThat.App.Surfaces;
using LockThat.App.Web;

namespace LockThat.App.Installs.Pages;

/// <summary>"Add to Slack": the way to Slack's page, and back.</summary>
public static class InstallEndpoints
{
    public const string Install = "/slack/install";
    public const string OAuthRedirect = "/slack/oauth_redirect";

    private const string Cookie = "lockthat-install";
    private const int SecretLength = 32;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var address = routes.ServiceProvider.GetRequiredService<LockThatSettings>().PublicUrl;
        var pages = routes.ServiceProvider.GetRequiredService<PageRenderer>();
        if (routes.ServiceProvider.GetService<InstallFlow>() is not { } flow)
        {
            routes.MapGet(Install, http => Show(http, pages, new InstallOutcome.OneWorkspaceOnly()));
            routes.MapGet(OAuthRedirect, http => Show(http, pages, new InstallOutcome.OneWorkspaceOnly()));
            return;
        }

        routes.MapGet(Install, http => Begin(http, flow, address));
        routes.MapGet(OAuthRedirect, async http => await Show(http, pages, await flow.Finish(Back(http.Request))));
    }

    /// <summary>Redirects at once: Slack's own "install" buttons lead here, too.</summary>
    private static Task Begin(HttpContext http, InstallFlow flow, Uri? address)
    {
        // The same secret for every tab, so that the first tab that comes back does not lock out the other.
        var browser = Secret(http.Request) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        http.Response.Cookies.Append(
            Cookie,
            browser,
            new CookieOptions
            {
                HttpOnly = true,
                // Coming back from Slack is a navigation from another site.
                SameSite = SameSiteMode.Lax,
                Secure = address?.Scheme != Uri.UriSchemeHttp,
                Path = address?.AbsolutePath.TrimEnd('/') + "/slack",
                MaxAge = InstallStates.Lifetime,
            }
        );
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(flow.AuthorizeUrl(browser, http.Request.Query["team"]));
        return Task.CompletedTask;
    }

    private static InstallReturn Back(HttpRequest request) =>
        new(Secret(request), request.Query["state"], request.Query["code"], request.Query["error"]);

    private static async Task Show(HttpContext http, PageRenderer pages, InstallOutcome outcome)
    {
        var words = InstallWords.Of(outcome, Languages.Of(Language.English));
        await (await pages.Render<InstallPage>((nameof(InstallPage.Words), words))).Send(http, words.Status);
    }

    private static string? Secret(HttpRequest request) =>
        request.Cookies[Cookie] is { } secret && Base64Url.IsValid(secret, out var length) && length == SecretLength
            ? secret
            : null;
}
