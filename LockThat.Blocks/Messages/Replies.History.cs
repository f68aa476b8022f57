using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    /// <summary>The newest events of a resource or of the workspace.</summary>
    /// <param name="name">The resource; null for the workspace.</param>
    /// <param name="events">The newest first.</param>
    /// <param name="more">The value of the button that opens all of them; null where these are all.</param>
    public static Message History(IWording words, string? name, IReadOnlyList<Prose> events, string? more)
    {
        if (events.Count == 0)
            return Say(words.NothingHappened(name));
        var heading = words.HistoryHeading(name);
        var message = new Message(Cut.To(Prose.Join("\n", [heading, .. events]).Fallback, Limits.MessageText));
        return message with
        {
            Blocks =
            [
                SectionBlock.Of(heading),
                .. events.Select(ContextBlock.Of),
                .. more is null
                    ? Array.Empty<Block>()
                    :
                    [
                        new ActionsBlock
                        {
                            BlockId = Ids.Blocks.One,
                            Elements =
                            [
                                new Button
                                {
                                    ActionId = Ids.Actions.History,
                                    Text = words.MoreButton,
                                    Value = more,
                                },
                            ],
                        },
                    ],
            ],
        };
    }
}
