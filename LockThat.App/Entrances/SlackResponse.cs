using LockThat.App.Identifiers;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances;

/// <summary>The decision of a handler: the reply to Slack, and the calls to make in order once the reply is
/// out.</summary>
public sealed record SlackResponse(Ack Ack, params IReadOnlyList<SlackCall> Then)
{
    /// <summary>The workspace whose token makes the calls; null for the workspace of the request.</summary>
    public Workspace? From { get; init; }

    /// <summary>Taken note of; nothing to say and nothing to do.</summary>
    public static SlackResponse Nothing { get; } = new(new Ack.Empty());
}

/// <summary>A call to Slack. <see cref="Otherwise"/> is made in its place when Slack refuses it.</summary>
public abstract record SlackCall
{
    private SlackCall() { }

    public SlackCall? Otherwise { get; init; }

    /// <param name="IsOnTop">Whether it lies on the view whose button was pressed, which stays.</param>
    public sealed record OpenView(string TriggerId, ModalViewDefinition View, bool IsOnTop = false) : SlackCall;

    /// <param name="Hash">Refused when the view has changed since; null to change it in any case.</param>
    public sealed record UpdateView(string ViewId, string? Hash, ModalViewDefinition View) : SlackCall;

    /// <summary>Draws the Home of a person who acted elsewhere, if it is open and shows an older state.</summary>
    public sealed record RefreshHome(UserId User) : SlackCall;

    public sealed record PublishHome(UserId User, Message? Said = null) : SlackCall;

    /// <summary>Draws the Home that a person has opened, as far as they may see it.</summary>
    /// <param name="LooksForeign">Whether something says that they belong to another workspace.</param>
    public sealed record OpenHome(UserId User, bool LooksForeign) : SlackCall;

    /// <param name="ResponseUrl">Used only when its origin is Slack's.</param>
    /// <param name="Message">May be null only for <see cref="Original.Delete"/>.</param>
    public sealed record Respond(string ResponseUrl, Message? Message, Original Original = Original.Keep) : SlackCall
    {
        /// <summary>Tells one person something; by direct message when the response_url can no longer be
        /// used.</summary>
        /// <param name="responseUrl">Null when Slack sent none.</param>
        public static SlackCall Beside(string? responseUrl, UserId user, Message said)
        {
            SlackCall.Post post = new(user, said);
            return responseUrl is null ? post : new Respond(responseUrl, said) { Otherwise = post };
        }

        /// <summary>
        /// Draws the message of a button again. When the response_url can no longer be used, a message that others see
        /// is changed by its ts. An ephemeral message cannot be changed in another way, so the person gets the answer
        /// as a direct message.
        /// </summary>
        /// <param name="responseUrl">Null when Slack sent none.</param>
        /// <param name="lasting">The place of the message; null when it is ephemeral.</param>
        /// <param name="drawn">The whole message.</param>
        /// <param name="said">The new part of it.</param>
        public static SlackCall InPlace(
            string? responseUrl,
            LastingMessage? lasting,
            UserId user,
            Message drawn,
            Message said
        )
        {
            SlackCall.Post post = new(user, said);
            SlackCall other = lasting is { } at
                ? new UpdateMessage(at.ChannelId, at.Ts, drawn) { Otherwise = post }
                : post;
            return responseUrl is null
                ? other
                : new Respond(responseUrl, drawn, Original.Replace) { Otherwise = other };
        }
    }

    /// <summary>Changes a message of the app's own; Slack knows no such way for an ephemeral one.</summary>
    public sealed record UpdateMessage(string ChannelId, string Ts, Message Message) : SlackCall;

    /// <summary>Asks whether the accounts of some people still exist, and lets those who are gone hold, watch and wait
    /// no more.</summary>
    public sealed record LookFor(IReadOnlyList<UserId> People) : SlackCall;

    /// <summary>A direct message.</summary>
    public sealed record Post(UserId User, Message Message) : SlackCall;
}
