using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>A message: a reply to a command, a post to a response_url, or a direct message.
/// <see href="https://docs.slack.dev/messaging">Slack's page.</see></summary>
/// <param name="Text">Says in words what the blocks show, for notifications and screen readers: mrkdwn, a person's
/// words in it by <see cref="Mrkdwn.Fallback"/>; best at most <see cref="Limits.MessageText"/>
/// characters.</param>
public sealed record Message(string Text)
{
    /// <summary>The part of it that stays true for a while, where it stands on a surface that is drawn again; null for
    /// nothing.</summary>
    [JsonIgnore]
    public Message? Lasting { get; init; }

    /// <summary>1 to <see cref="Limits.MessageBlocks"/> blocks; without, the text alone is shown.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }
}
