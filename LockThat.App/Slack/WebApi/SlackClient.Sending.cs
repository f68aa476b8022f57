using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.WebApi;

public sealed partial class SlackClient
{
    private Task<SlackReply> Once(SlackMethod method, string token, CancellationToken cancellationToken) =>
        Measured(
            method.Name,
            null,
            () =>
                Attempt(
                    Request(method, token, new FormUrlEncodedContent([])),
                    OneAttempt,
                    SlackReplyReader.OfMethod,
                    cancellationToken
                )
        );

    private Task<SlackReply> Call(
        SlackMethod method,
        Workspace workspace,
        Manner manner,
        Action<Utf8JsonWriter> members,
        CancellationToken cancellationToken
    )
    {
        var json = MessageJson.Object(members);
        return Send(method, workspace, manner, () => Json(json), cancellationToken);
    }

    private async Task<SlackReply> Send(
        SlackMethod method,
        Workspace workspace,
        Manner manner,
        Func<HttpContent> content,
        CancellationToken cancellationToken
    )
    {
        return await tokens.For(workspace, cancellationToken) switch
        {
            BotTokenReading.Found(var token) => await Patiently(
                manner,
                method.IsRepeatable,
                left => Once(token, left),
                cancellationToken
            ),
            BotTokenReading.NotInstalled => NotInstalled,
            // The token cannot be read at present.
            BotTokenReading.Unavailable(var reason) => new SlackReply.Unknown(reason),
            _ => throw new UnreachableException(),
        };

        async Task<SlackReply> Once(string token, TimeSpan left)
        {
            if (limits.WaitFor(method, workspace) is var wait && wait > TimeSpan.Zero)
                return new SlackReply.RateLimited(wait);
            var reply = await Measured(
                method.Name,
                workspace,
                () => Attempt(Request(method, token, content()), left, SlackReplyReader.OfMethod, cancellationToken)
            );
            if (reply is SlackReply.RateLimited(var after))
                limits.Close(method, workspace, after);
            if (reply is not SlackReply.Refused(var error, var messages))
                return reply;
            if (manner.LogsRefusals)
                Log.Refused(log, method.Name, workspace.Team, error, string.Join(' ', messages));
            // This counts as not called: waiting notices may be delivered when the workspace comes back.
            return TheyHaveLeft.Contains(error) && await tokens.Lost(workspace, token, cancellationToken)
                ? NotInstalled
                : reply;
        }
    }

    private Task<SlackReply> Measured(string method, Workspace? workspace, Func<Task<SlackReply>> attempt) =>
        metrics.Call(method, workspace, attempt);

    private async Task<SlackReply> Patiently(
        Manner manner,
        bool repeatable,
        Func<TimeSpan, Task<SlackReply>> once,
        CancellationToken cancellationToken
    )
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
            if (
                pause < TimeSpan.Zero
                || attempt == manner.Attempts
                || time.GetElapsedTime(start) + pause >= manner.Patience
            )
                return reply;
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private Task<SlackReply> Attempt(
        HttpRequestMessage request,
        TimeSpan left,
        Func<HttpResponseMessage, ReadOnlyMemory<byte>, DateTimeOffset, SlackReply> read,
        CancellationToken cancellationToken
    ) => http.Attempt(request, left < OneAttempt ? left : OneAttempt, time, read, cancellationToken);

    private HttpRequestMessage Request(SlackMethod method, string token, HttpContent content) =>
        new(HttpMethod.Post, new Uri(apiUrl, method.Name))
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

    /// <summary>The way in which a call is made.</summary>
    /// <param name="Patience">How long the caller can wait in all.</param>
    /// <param name="Attempts">The most attempts.</param>
    /// <param name="WaitsForLimits">Whether a short rate limit is waited for.</param>
    /// <param name="LogsRefusals">Whether a refusal is logged here.</param>
    private readonly record struct Manner(
        TimeSpan Patience,
        int Attempts = MostAttempts,
        bool WaitsForLimits = true,
        bool LogsRefusals = true
    );
}
