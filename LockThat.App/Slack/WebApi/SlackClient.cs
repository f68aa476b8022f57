using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.WebApi;

/// <summary>The Web API and response_urls. Time-outs, retries and rate limits are handled here and nowhere else. A
/// refusal of Slack's is a value, and only the caller's own cancellation is an exception.</summary>
public sealed partial class SlackClient(
    HttpClient http,
    Uri apiUrl,
    IBotTokens tokens,
    RateLimits limits,
    TimeProvider time,
    ILogger<SlackClient> log,
    SlackMetrics metrics
)
{
    private const int MostAttempts = 5;

    // chat.update takes less text than chat.postMessage; the blocks hold all of it.
    private const int MostUpdatedText = 4000;

    // Slack's own clients wait no longer for one answer.
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);

    private static readonly SlackReply NotInstalled = new SlackReply.Refused("not_authed");
    private static readonly string[] TheyHaveLeft = ["account_inactive", "token_revoked"];

    private readonly ResponseUrls _responseUrls = new(apiUrl);

    /// <summary>A direct message when <paramref name="channel"/> is a person's id.</summary>
    public Task<SlackReply> PostMessage(
        Workspace workspace,
        string channel,
        Message message,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Call(
            SlackMethod.PostMessage,
            workspace,
            patience,
            body => WriteMessage(body, channel, message),
            cancellationToken
        );

    /// <summary>
    /// The same for callers that retry and log by themselves: one attempt, and a rate limit is returned at once,
    /// however long it lasts.
    /// </summary>
    public Task<SlackReply> TryMessage(
        Workspace workspace,
        string channel,
        Message message,
        CancellationToken cancellationToken
    )
    {
        var json = MessageJson.Object(body => WriteMessage(body, channel, message));
        return Send(
            SlackMethod.PostMessage,
            workspace,
            new(OneAttempt, Attempts: 1, LogsRefusals: false),
            () => Json(json),
            cancellationToken
        );
    }

    /// <summary>Changes a message of the app's own, in the channel and with the ts that Slack gave it.</summary>
    public Task<SlackReply> UpdateMessage(
        Workspace workspace,
        string channelId,
        string ts,
        Message message,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Call(
            SlackMethod.UpdateMessage,
            workspace,
            patience,
            body =>
            {
                body.WriteString("channel", channelId);
                body.WriteString("ts", ts);
                MessageJson.WriteContent(body, message with { Text = Cut.To(message.Text, MostUpdatedText) });
            },
            cancellationToken
        );

    /// <param name="isOnTop">Whether it lies on the view in which the trigger arose; Slack takes three on top of each
    /// other. <see href="https://docs.slack.dev/reference/methods/views.push">Slack's page.</see></param>
    public Task<SlackReply> OpenView(
        Workspace workspace,
        string triggerId,
        ModalViewDefinition view,
        bool isOnTop,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Call(
            isOnTop ? SlackMethod.PushView : SlackMethod.OpenView,
            workspace,
            patience,
            body =>
            {
                body.WriteString("trigger_id", triggerId);
                WriteView(body, view);
            },
            cancellationToken
        );

    public Task<SlackReply> UpdateView(
        Workspace workspace,
        string viewId,
        string? hash,
        ModalViewDefinition view,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Call(
            SlackMethod.UpdateView,
            workspace,
            patience,
            body =>
            {
                body.WriteString("view_id", viewId);
                if (hash is not null)
                    body.WriteString("hash", hash);
                WriteView(body, view);
            },
            cancellationToken
        );

    /// <summary>Draws a Home. A rate limit is returned at once: when it is over, there may be a newer state to
    /// draw.</summary>
    public Task<SlackReply> PublishHome(
        Workspace workspace,
        UserId user,
        string? hash,
        HomeViewDefinition view,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Call(
            SlackMethod.PublishView,
            workspace,
            new Manner(patience, WaitsForLimits: false),
            body =>
            {
                body.WriteString("user_id", user.Value);
                if (hash is not null)
                    body.WriteString("hash", hash);
                body.WritePropertyName("view");
                JsonSerializer.Serialize(body, view, BlocksJson.Utf8.HomeViewDefinition);
            },
            cancellationToken
        );

    public Task<SlackReply> UserInfo(
        Workspace workspace,
        UserId user,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        Send(
            SlackMethod.UserInfo,
            workspace,
            new(patience),
            () => new FormUrlEncodedContent([new("user", user.Value)]),
            cancellationToken
        );

    /// <summary>The user groups of a workspace, with their people.</summary>
    /// <param name="patience">How long the caller can wait.</param>
    public Task<SlackReply> UserGroups(Workspace workspace, TimeSpan patience, CancellationToken cancellationToken) =>
        Send(
            SlackMethod.UserGroups,
            workspace,
            new(patience),
            // The token of an organisation does not say which workspace is meant.
            () => new FormUrlEncodedContent([new("include_users", "true"), new("team_id", workspace.Team.Value)]),
            cancellationToken
        );

    /// <summary>Any method that takes JSON.</summary>
    /// <param name="patience">How long the caller can wait in all, attempts and pauses together. A rate limit that
    /// lasts longer is returned at once.</param>
    /// <param name="members">Writes the arguments.</param>
    public Task<SlackReply> Call(
        SlackMethod method,
        Workspace workspace,
        TimeSpan patience,
        Action<Utf8JsonWriter> members,
        CancellationToken cancellationToken
    ) => Call(method, workspace, new Manner(patience), members, cancellationToken);

    /// <summary>The owner and the scopes of the token.</summary>
    public Task<SlackReply> AuthTest(string token, CancellationToken cancellationToken) =>
        Once(SlackMethod.AuthTest, token, cancellationToken);

    /// <summary>A fresh address for one socket of Socket Mode.</summary>
    /// <param name="appToken"><c>xapp-…</c>: it speaks for the app and not for a workspace.</param>
    public Task<SlackReply> OpenConnection(string appToken, CancellationToken cancellationToken) =>
        Once(SlackMethod.OpenConnection, appToken, cancellationToken);

    /// <summary>Posts to a response_url; one that is not Slack's is refused without a call.</summary>
    public async Task<SlackReply> Respond(
        string responseUrl,
        Message? message,
        Original original,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        if (_responseUrls.Allowed(responseUrl) is not { } url)
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
            left =>
                Measured(
                    "response_url",
                    null,
                    () =>
                        Attempt(
                            new(HttpMethod.Post, url) { Content = Json(json) },
                            left,
                            SlackReplyReader.OfResponseUrl,
                            cancellationToken
                        )
                ),
            cancellationToken
        );
    }

    private static partial class Log
    {
        [LoggerMessage(410, LogLevel.Warning, "Slack refused {Method} for {Team}: {Error} {Messages}")]
        public static partial void Refused(ILogger logger, string method, TeamId team, string error, string messages);
    }
}
