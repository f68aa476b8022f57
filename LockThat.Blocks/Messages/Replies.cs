using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

/// <summary>The answers of the app. Most are a sentence with the buttons that fit; whatever is more has a function of
/// its own.</summary>
public static partial class Replies
{
    /// <summary>A sentence about a resource, with the buttons that fit the resource in its state.</summary>
    /// <param name="said">Says it in the reader's words.</param>
    public static Message About(IWording words, ResourceLine line, Func<ResourceLine, Prose> said) =>
        One(said(line), Buttons.For(words, line));

    /// <summary>A sentence alone.</summary>
    public static Message Say(Prose said) => One(said, []);

    public static Message Renewed(IWording words, ResourceLine line, TimeSpan length, DateTimeOffset before) =>
        About(words, line, own => words.Renewed(own, length, own.Lease?.Until < before ? before : null));

    public static Message TakenOver(IWording words, ResourceLine line, TimeSpan length, LeaseLine former) =>
        One(words.TakenOver(line, length, former), [Buttons.GiveBack(words, line), .. Buttons.For(words, line)]);

    /// <summary>Something could not be done just now.</summary>
    /// <param name="ours">The text, in our words.</param>
    public static Message TryAgain(string ours) => Say(Prose.Of($":hourglass: {new OwnWords(ours)}"));

    internal static Message One(Prose said, IReadOnlyList<Button> buttons) =>
        new(Cut.To(said.Fallback, Limits.MessageText))
        {
            Blocks =
            [
                SectionBlock.Of(said),
                .. buttons.Count == 0
                    ? Array.Empty<Block>()
                    : [new ActionsBlock { BlockId = Ids.Blocks.One, Elements = buttons }],
            ],
        };
}
