using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.Replies;

/// <summary>The content of the reply to Slack's request.</summary>
public abstract record Ack
{
    private Ack() { }

    /// <summary>Taken; a submitted view closes.</summary>
    public sealed record Empty : Ack;

    /// <summary>An ephemeral message; only a slash command is answered by one.</summary>
    public sealed record OfMessage(Message Message) : Ack;

    /// <summary>The form stays open with an error at each of these input blocks.</summary>
    public sealed record ViewErrors(IReadOnlyDictionary<string, string> ByBlockId) : Ack;

    public sealed record ViewUpdate(ModalViewDefinition View) : Ack;

    public sealed record ViewPush(ModalViewDefinition View) : Ack;

    /// <summary>All views of the stack close.</summary>
    public sealed record ViewClear : Ack;

    /// <summary>At most <see cref="Limits.Options"/>.</summary>
    public sealed record Options(IReadOnlyList<Option> Choices) : Ack;

    public sealed record Challenge(string Text) : Ack;

    /// <summary>Not taken: an event could not be stored or verified, and Slack is to send it again. Over HTTP that is a
    /// 503; over a socket, silence.</summary>
    public sealed record Refused : Ack;
}
