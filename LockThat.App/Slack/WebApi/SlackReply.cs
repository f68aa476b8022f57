using System.Text.Json;

namespace LockThat.App.Slack.WebApi;

/// <summary>The result of a call to Slack.</summary>
public abstract record SlackReply
{
    private SlackReply() { }

    /// <param name="Body">The whole answer of Slack's.</param>
    /// <param name="Scopes">The token's scopes; empty where Slack did not say.</param>
    public sealed record Ok(JsonElement Body, IReadOnlyList<string> Scopes) : SlackReply;

    /// <summary>Slack refused it, and would refuse it again.</summary>
    /// <param name="Error">Slack's code, such as <c>channel_not_found</c>.</param>
    /// <param name="Messages">Slack's explanation, for the log.</param>
    public sealed record Refused(string Error, params IReadOnlyList<string> Messages) : SlackReply;

    /// <summary>Not done: too many calls. The same call may be made again after a while.</summary>
    public sealed record RateLimited(TimeSpan After) : SlackReply;

    /// <summary>Nobody knows whether it was done: cut off, timed out, or an answer that is not Slack's.</summary>
    public sealed record Unknown(string Reason) : SlackReply;
}

/// <summary>A method of the Web API.</summary>
/// <param name="Name">Slack's name, such as <c>views.open</c>.</param>
/// <param name="IsRepeatable">True when doing it twice is the same as doing it once, so that a call whose result is
/// unknown may be repeated.</param>
public sealed record SlackMethod(string Name, bool IsRepeatable)
{
    public static SlackMethod AuthTest { get; } = new("auth.test", IsRepeatable: true);

    public static SlackMethod OAuthAccess { get; } = new("oauth.v2.access", IsRepeatable: false);

    public static SlackMethod OpenConnection { get; } = new("apps.connections.open", IsRepeatable: true);

    public static SlackMethod PostMessage { get; } = new("chat.postMessage", IsRepeatable: false);

    public static SlackMethod UpdateMessage { get; } = new("chat.update", IsRepeatable: true);

    public static SlackMethod OpenView { get; } = new("views.open", IsRepeatable: false);

    public static SlackMethod PushView { get; } = new("views.push", IsRepeatable: false);

    public static SlackMethod UpdateView { get; } = new("views.update", IsRepeatable: true);

    public static SlackMethod PublishView { get; } = new("views.publish", IsRepeatable: true);

    public static SlackMethod UserGroups { get; } = new("usergroups.list", IsRepeatable: true);

    public static SlackMethod UserInfo { get; } = new("users.info", IsRepeatable: true);
}
