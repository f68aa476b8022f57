namespace LockThat.App.Web;

/// <summary>The answer of an unknown address: a page for a browser, a line for everything else.</summary>
internal static class Missing
{
    private const string Line = "There is nothing at this address.\n";

    public static async Task Answer(HttpContext http, RequestDelegate next, Lazy<Task<Content>> page)
    {
        await next(http);
        var (request, response) = (http.Request, http.Response);
        if (response.StatusCode != StatusCodes.Status404NotFound || response.HasStarted)
            return;
        if (WantsHtml(request))
        {
            await (await page.Value).Send(http, StatusCodes.Status404NotFound);
            return;
        }

        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = Line.Length;
        await response.WriteAsync(Line, http.RequestAborted);
    }

    private static bool WantsHtml(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .Accept.Any(accepted => accepted.MediaType == "text/html" && accepted.Quality is null or > 0);
}
