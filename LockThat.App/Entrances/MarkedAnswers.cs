using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances;

/// <summary>Writes the workspace that a message was drawn for into every message on its way out.</summary>
internal static class MarkedAnswers
{
    /// <summary>The answer with the workspace in every message of it.</summary>
    public static SlackResponse MarkedFor(this SlackResponse answer, Workspace workspace)
    {
        var drawn = workspace.ToDrawnFor();
        return answer with
        {
            Ack = answer.Ack is Ack.OfMessage(var message) ? new Ack.OfMessage(drawn.Mark(message)) : answer.Ack,
            Then = answer.Then is [] ? answer.Then : [.. answer.Then.Select(call => Marked(call, drawn))],
        };
    }

    private static SlackCall Marked(SlackCall call, DrawnFor drawn)
    {
        var marked = call switch
        {
            SlackCall.Respond { Message: { } message } respond => respond with { Message = drawn.Mark(message) },
            SlackCall.UpdateMessage update => update with { Message = drawn.Mark(update.Message) },
            SlackCall.Post post => post with { Message = drawn.Mark(post.Message) },
            // A view has its own memory, and Home shows no buttons of a message.
            SlackCall.Respond
            or SlackCall.OpenView
            or SlackCall.UpdateView
            or SlackCall.RefreshHome
            or SlackCall.PublishHome
            or SlackCall.OpenHome
            or SlackCall.LookFor => call,
            _ => throw new UnreachableException(),
        };
        return marked.Otherwise is { } otherwise ? marked with { Otherwise = Marked(otherwise, drawn) } : marked;
    }
}
