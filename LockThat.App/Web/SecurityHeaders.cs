namespace LockThat.App.Web;

/// <summary>The rights of a browser on the app's pages: only to show them.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string NoDevices = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Added to everything that people read. Answers to Slack need none, because Slack is no
    /// browser.</summary>
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
                // The address of the page after an installation holds a code.
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
