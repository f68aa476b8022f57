namespace LockThat.App.Web;

/// <summary>What a browser may do with what this app shows: nothing but show it.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string NoDevices = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>On everything that is read. What Slack posts is answered to Slack, which is no browser.</summary>
    public static void Use(IApplicationBuilder app, SiteInfo site)
    {
        var isHttps = site.PublicUrl?.Scheme == Uri.UriSchemeHttps;
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                // The address of the page that an installation comes back to holds a code.
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = NoDevices;
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (isHttps)
                    headers.StrictTransportSecurity = "max-age=31536000";
                return next(http);
            }
        );
    }
}
