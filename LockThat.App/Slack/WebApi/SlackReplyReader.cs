using System.Globalization;
using System.Net;
using System.Text.Json;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Slack.WebApi;

/// <summary>Reads Slack's HTTP answers.</summary>
internal static class SlackReplyReader
{
    // Slack's own failures, after which a part of the work may have been done.
    private static readonly string[] Transient =
    [
        "request_timeout",
        "service_unavailable",
        "fatal_error",
        "internal_error",
        "update_failed",
        "team_added_to_org",
    ];

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The answer of a Web API method: <c>ok</c> decides, not the status.</summary>
    public static SlackReply OfMethod(HttpResponseMessage response, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new SlackReply.RateLimited(WaitOf(response, now));
        using var document = PayloadJson.Parse(body);
        var root = document?.RootElement;
        if (response.IsSuccessStatusCode && root is { } sound && root.IsTrue("ok"))
            return new SlackReply.Ok(sound.Clone(), ScopesOf(response));
        return root.Text("error") switch
        {
            null => Strange(response),
            "ratelimited" or "rate_limited" => new SlackReply.RateLimited(WaitOf(response, now)),
            var error when Transient.Contains(error) || (int)response.StatusCode >= 500 => new SlackReply.Unknown(
                error
            ),
            var error => new SlackReply.Refused(error, [.. root.Object("response_metadata").Texts("messages")]),
        };
    }

    /// <summary>The answer to a post to a response_url. Only its status is documented, but an <c>ok:false</c> counts as
    /// well.</summary>
    public static SlackReply OfResponseUrl(
        HttpResponseMessage response,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now
    ) =>
        (int)response.StatusCode switch
        {
            >= 200 and < 300 when HasError(body) => OfMethod(response, body, now),
            429 => new SlackReply.RateLimited(WaitOf(response, now)),
            >= 200 and < 300 => new SlackReply.Ok(default, []),
            >= 400 and < 500 => new SlackReply.Refused(Status(response)),
            _ => Strange(response),
        };

    private static bool HasError(ReadOnlyMemory<byte> body)
    {
        using var document = PayloadJson.Parse(body);
        return ((JsonElement?)document?.RootElement).Text("error") is not null;
    }

    // A redirect is never followed: it could send the token, or people's texts, to a stranger.
    private static SlackReply Strange(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 500
            ? new SlackReply.Refused(Status(response))
            : new SlackReply.Unknown(Status(response));

    private static string Status(HttpResponseMessage response) =>
        string.Create(CultureInfo.InvariantCulture, $"http_{(int)response.StatusCode}");

    private static TimeSpan WaitOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var retryAfter = response.Headers.RetryAfter;
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - now) ?? ShortestWait;
        return wait < ShortestWait ? ShortestWait
            : wait > LongestWait ? LongestWait
            : wait;
    }

    private static string[] ScopesOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-oauth-scopes", out var values)
            ? string.Join(',', values)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
}
