namespace LockThat.Blocks.Kit;

/// <summary>A message: a reply to a command, a post to a response_url, or a direct message.
/// <see href="https://docs.slack.dev/messaging">Slack's page.</see></summary>
/// <param name="Text">Says in words what the blocks show, for notifications and screen readers: mrkdwn, a person's
/// words in it by <see cref="Mrkdwn.Fallback"/>; best at most <see cref="Limits.MessageText"/>
/// characters.</param>
public sealed record Message(string Text)
{
    /// <summary>1 to <see cref="Limits.MessageBlocks"/> blocks; without, the text alone is shown.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }
}
