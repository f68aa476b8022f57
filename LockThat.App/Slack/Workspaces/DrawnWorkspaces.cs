using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.Blocks;

namespace LockThat.App.Slack.Workspaces;

/// <summary>A surface carries the workspace for which it was drawn, and each act on it counts in that
/// workspace.</summary>
internal static class DrawnWorkspaces
{
    public static DrawnFor ToDrawnFor(this Workspace workspace) =>
        new(workspace.Team.Value, workspace.OrgInstall?.Value);

    /// <summary>Null when there is none, or it is not of our making.</summary>
    public static Workspace? ToWorkspace(this DrawnFor? drawn) =>
        PayloadJson.AsId(drawn?.Team) is { } team
            ? new Workspace(
                new TeamId(team),
                PayloadJson.AsId(drawn?.OrgInstall) is { } organisation ? new EnterpriseId(organisation) : null
            )
            : null;

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
            or SlackCall.OpenHome => call,
            _ => throw new UnreachableException(),
        };
        return marked.Otherwise is { } otherwise ? marked with { Otherwise = Marked(otherwise, drawn) } : marked;
    }
}
