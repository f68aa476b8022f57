using System.Text.Json;

namespace LockThat.App.Slack.WebApi;

/// <summary>What became of a call to Slack.</summary>
public abstract record SlackReply
{
    private SlackReply() { }

    /// <param name="Body">Everything that Slack answered.</param>
    /// <param name="Scopes">What the token may do; empty where Slack did not say.</param>
    public sealed record Ok(JsonElement Body, IReadOnlyList<string> Scopes) : SlackReply;

    /// <summary>Slack took it for wrong, and would again.</summary>
    /// <param name="Error">Slack's code, such as <c>channel_not_found</c>.</param>
    /// <param name="Messages">What Slack says about it, for the log.</param>
    public sealed record Refused(string Error, params IReadOnlyList<string> Messages) : SlackReply;

    /// <summary>Not done: too many calls. The same call may be made again after a while.</summary>
    public sealed record RateLimited(TimeSpan After) : SlackReply;

    /// <summary>Done or not, nobody knows: cut off, timed out, or an answer that is not Slack's.</summary>
    public sealed record Unknown(string Reason) : SlackReply;
}

/// <summary>A method of the Web API.</summary>
/// <param name="Name">Slack's name, such as <c>views.open</c>.</param>
/// <param name="IsRepeatable">True when doing it twice is the same as once, so that a call of unknown fate may be
/// repeated.</param>
public sealed record SlackMethod(string Name, bool IsRepeatable)
{
    public static SlackMethod AuthTest { get; } = new("auth.test", IsRepeatable: true);

    public static SlackMethod OAuthAccess { get; } = new("oauth.v2.access", IsRepeatable: false);

    public static SlackMethod OpenConnection { get; } = new("apps.connections.open", IsRepeatable: true);

    public static SlackMethod PostMessage { get; } = new("chat.postMessage", IsRepeatable: false);

    public static SlackMethod UpdateMessage { get; } = new("chat.update", IsRepeatable: true);

    public static SlackMethod OpenView { get; } = new("views.open", IsRepeatable: false);

    public static SlackMethod UpdateView { get; } = new("views.update", IsRepeatable: true);

    public static SlackMethod PublishView { get; } = new("views.publish", IsRepeatable: true);

    public static SlackMethod UserInfo { get; } = new("users.info", IsRepeatable: true);
}
