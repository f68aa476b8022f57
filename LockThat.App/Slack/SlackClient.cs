using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using LockThat.App.Locks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The Web API and response_urls. Time-outs, retries and rate limits are dealt with here and nowhere else;
/// what Slack refuses is a value, and only the caller's own cancellation is an exception.</summary>
public sealed partial class SlackClient(
    HttpClient http, Uri apiUrl, BotTokens tokens, RateLimits limits, TimeProvider time, ILogger<SlackClient> log, SlackMetrics? metrics = null)
{
    private const int MostAttempts = 5;

    // chat.update takes less than chat.postMessage; the blocks say all of it.
    private const int MostUpdatedText = 4000;

    // Slack's own clients wait no longer for one answer.
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);

    private static readonly SlackReply NotInstalled = new SlackReply.Refused("not_authed");
    private static readonly string[] TheyHaveLeft = ["account_inactive", "token_revoked"];

    private readonly ResponseUrls responseUrls = new(apiUrl);

    /// <summary>A direct message when <paramref name="channel"/> is a person's id.</summary>
    public Task<SlackReply> PostMessage(
        Workspace workspace, string channel, Message message, TimeSpan patience, CancellationToken cancellationToken) =>
        Call(SlackMethod.PostMessage, workspace, patience, body => WriteMessage(body, channel, message), cancellationToken);

    /// <summary>
    /// The same for callers that come again by themselves, and say in the log what became of it: one attempt, and a rate limit is answered at once,
    /// however long it lasts.
    /// </summary>
    public Task<SlackReply> TryMessage(Workspace workspace, string channel, Message message, CancellationToken cancellationToken)
    {
        var json = MessageJson.Object(body => WriteMessage(body, channel, message));
        return Send(SlackMethod.PostMessage, workspace, new(OneAttempt, Attempts: 1, LogsRefusals: false), () => Json(json), cancellationToken);
    }

    /// <summary>Changes a message of the app's own, in the channel and with the ts that Slack gave it.</summary>
    public Task<SlackReply> UpdateMessage(
        Workspace workspace, string channelId, string ts, Message message, TimeSpan patience, CancellationToken cancellationToken) =>
        Call(SlackMethod.UpdateMessage, workspace, patience, body =>
        {
            body.WriteString("channel", channelId);
            body.WriteString("ts", ts);
            MessageJson.WriteContent(body, message with { Text = Cut.To(message.Text, MostUpdatedText) });
        }, cancellationToken);

    public Task<SlackReply> OpenView(
        Workspace workspace, string triggerId, ModalViewDefinition view, TimeSpan patience, CancellationToken cancellationToken) =>
        Call(SlackMethod.OpenView, workspace, patience, body =>
        {
            body.WriteString("trigger_id", triggerId);
            WriteView(body, view);
        }, cancellationToken);

    public Task<SlackReply> UpdateView(
        Workspace workspace, string viewId, string? hash, ModalViewDefinition view, TimeSpan patience, CancellationToken cancellationToken) =>
        Call(SlackMethod.UpdateView, workspace, patience, body =>
        {
            body.WriteString("view_id", viewId);
            if (hash is not null)
                body.WriteString("hash", hash);
            WriteView(body, view);
        }, cancellationToken);

    /// <summary>Draws a Home. A rate limit is answered at once: by the time that it is over, there may be something newer to draw.</summary>
    public Task<SlackReply> PublishHome(
        Workspace workspace, UserId user, string? hash, HomeViewDefinition view, TimeSpan patience, CancellationToken cancellationToken) =>
        Call(SlackMethod.PublishView, workspace, new Manner(patience, WaitsForLimits: false), body =>
        {
            body.WriteString("user_id", user.Value);
            if (hash is not null)
                body.WriteString("hash", hash);
            body.WritePropertyName("view");
            JsonSerializer.Serialize(body, view, BlocksJson.Utf8.HomeViewDefinition);
        }, cancellationToken);

    public Task<SlackReply> UserInfo(Workspace workspace, UserId user, TimeSpan patience, CancellationToken cancellationToken) =>
        Send(SlackMethod.UserInfo, workspace, new(patience), () => new FormUrlEncodedContent([new("user", user.Value)]), cancellationToken);

    /// <summary>Any method that takes JSON.</summary>
    /// <param name="patience">How long the caller can wait in all, attempts and pauses together.
    /// A rate limit that lasts longer is answered at once.</param>
    /// <param name="members">Writes the arguments.</param>
    public Task<SlackReply> Call(
        SlackMethod method, Workspace workspace, TimeSpan patience, Action<Utf8JsonWriter> members, CancellationToken cancellationToken) =>
        Call(method, workspace, new Manner(patience), members, cancellationToken);

    /// <summary>Whose token it is and what it may do.</summary>
    public Task<SlackReply> AuthTest(string token, CancellationToken cancellationToken) => Once(SlackMethod.AuthTest, token, cancellationToken);

    /// <summary>A fresh address for one socket of Socket Mode.</summary>
    /// <param name="appToken"><c>xapp-…</c>: it speaks for the app and not for a workspace.</param>
    public Task<SlackReply> OpenConnection(string appToken, CancellationToken cancellationToken) =>
        Once(SlackMethod.OpenConnection, appToken, cancellationToken);

    /// <summary>Posts to a response_url; one that is not Slack's is refused unseen.</summary>
    public async Task<SlackReply> Respond(
        string responseUrl, Message? message, Original original, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (responseUrls.Allowed(responseUrl) is not { } url)
            return new SlackReply.Refused("foreign_response_url");
        var json = MessageJson.Object(body =>
        {
            body.WriteString("response_type", "ephemeral");
            body.WriteBoolean("replace_original", original == Original.Replace);
            if (original == Original.Delete)
                body.WriteBoolean("delete_original", true);
            if (message is not null)
                MessageJson.WriteContent(body, message);
        });
        return await Patiently(
            new(patience),
            repeatable: original != Original.Keep,
            left => Measured("response_url", null, () => Attempt(
                new(HttpMethod.Post, url) { Content = Json(json) },
                left,
                SlackReplyReader.OfResponseUrl,
                cancellationToken)),
            cancellationToken);
    }

    private Task<SlackReply> Once(SlackMethod method, string token, CancellationToken cancellationToken) =>
        Measured(
            method.Name, null, () => Attempt(Request(method, token, new FormUrlEncodedContent([])), OneAttempt, SlackReplyReader.OfMethod, cancellationToken));

    private Task<SlackReply> Call(
        SlackMethod method, Workspace workspace, Manner manner, Action<Utf8JsonWriter> members, CancellationToken cancellationToken)
    {
        var json = MessageJson.Object(members);
        return Send(method, workspace, manner, () => Json(json), cancellationToken);
    }

    private async Task<SlackReply> Send(
        SlackMethod method, Workspace workspace, Manner manner, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.For(workspace, cancellationToken) is { } token
                ? await Patiently(manner, method.IsRepeatable, left => Once(token, left), cancellationToken)
                : NotInstalled;
        }
        catch (StoreUnavailableException unavailable)
        {
            // Whose name to call in is not to be had just now.
            return new SlackReply.Unknown(unavailable.Message);
        }

        async Task<SlackReply> Once(string token, TimeSpan left)
        {
            if (limits.WaitFor(method, workspace) is var wait && wait > TimeSpan.Zero)
                return new SlackReply.RateLimited(wait);
            var reply = await Measured(
                method.Name, workspace, () => Attempt(Request(method, token, content()), left, SlackReplyReader.OfMethod, cancellationToken));
            if (reply is SlackReply.RateLimited(var after))
                limits.Close(method, workspace, after);
            if (reply is not SlackReply.Refused(var error, var messages))
                return reply;
            if (manner.LogsRefusals)
                Log.Refused(log, method.Name, workspace.Team, error, string.Join(' ', messages));
            // As if it had never been called: what waits may be delivered when they come back.
            return TheyHaveLeft.Contains(error) && await tokens.Lost(workspace, token, cancellationToken) ? NotInstalled : reply;
        }
    }

    private Task<SlackReply> Measured(string method, Workspace? workspace, Func<Task<SlackReply>> attempt) =>
        metrics is null ? attempt() : metrics.Call(method, workspace, attempt);

    private async Task<SlackReply> Patiently(
        Manner manner, bool repeatable, Func<TimeSpan, Task<SlackReply>> once, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var reply = await once(manner.Patience - time.GetElapsedTime(start));
            var pause = reply switch
            {
                SlackReply.RateLimited(var after) when manner.WaitsForLimits => after,
                SlackReply.Unknown when repeatable => FirstBackoff * (1 << (attempt - 1)),
                _ => Timeout.InfiniteTimeSpan,
            };
            if (pause < TimeSpan.Zero || attempt == manner.Attempts || time.GetElapsedTime(start) + pause >= manner.Patience)
                return reply;
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private Task<SlackReply> Attempt(
        HttpRequestMessage request,
        TimeSpan left,
        Func<HttpResponseMessage, ReadOnlyMemory<byte>, DateTimeOffset, SlackReply> read,
        CancellationToken cancellationToken) =>
        http.Attempt(request, left < OneAttempt ? left : OneAttempt, time, read, cancellationToken);

    private HttpRequestMessage Request(SlackMethod method, string token, HttpContent content) => new(HttpMethod.Post, new Uri(apiUrl, method.Name))
    {
        Content = content,
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private static ReadOnlyMemoryContent Json(ReadOnlyMemory<byte> json) =>
        new(json) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8") } };

    private static void WriteMessage(Utf8JsonWriter body, string channel, Message message)
    {
        body.WriteString("channel", channel);
        MessageJson.WriteContent(body, message);
        body.WriteBoolean("unfurl_links", false);
        body.WriteBoolean("unfurl_media", false);
    }

    private static void WriteView(Utf8JsonWriter body, ModalViewDefinition view)
    {
        body.WritePropertyName("view");
        JsonSerializer.Serialize(body, view, BlocksJson.Utf8.ModalViewDefinition);
    }

    /// <summary>How a call is made.</summary>
    /// <param name="Patience">How long the caller can wait in all.</param>
    /// <param name="Attempts">The most attempts.</param>
    /// <param name="WaitsForLimits">Whether a short rate limit is waited for.</param>
    /// <param name="LogsRefusals">Whether a refusal is said in the log here.</param>
    private readonly record struct Manner(TimeSpan Patience, int Attempts = MostAttempts, bool WaitsForLimits = true, bool LogsRefusals = true);

    private static partial class Log
    {
        [LoggerMessage(410, LogLevel.Warning, "Slack refused {Method} for {Team}: {Error} {Messages}")]
        public static partial void Refused(ILogger logger, string method, TeamId team, string error, string messages);
    }
}
