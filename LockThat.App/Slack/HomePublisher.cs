using LockThat.App.Locks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>Draws a person's Home.</summary>
public sealed class HomePublisher(SlackClient slack)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string How = "Type `/lockthat lock test-site 2 h demo` in any channel to lock something, and `/lockthat help` for the rest.";

    private static readonly HomeViewDefinition Greeting = new()
    {
        Blocks =
        [
            new HeaderBlock { Text = "LockThat" },
            new SectionBlock { Text = new Markdown(How) },
        ],
    };

    public Task<SlackReply> Publish(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        slack.PublishHome(workspace, user, hash: null, Greeting, Patience, cancellationToken);
}
