using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

/// <summary>The answers of the app, message by message, with the buttons that fit.</summary>
public static partial class Replies
{
    public static Message Locked(IWording words, ResourceLine line, TimeSpan length, bool isCreated) =>
        About(words, line, words.Locked(line, length, isCreated));

    public static Message Renewed(IWording words, ResourceLine line, TimeSpan length, DateTimeOffset before) =>
        About(words, line, words.Renewed(line, length, line.Lease?.Until < before ? before : null));

    public static Message TakenOver(IWording words, ResourceLine line, TimeSpan length, LeaseLine former) =>
        One(words.TakenOver(line, length, former), [Buttons.GiveBack(words, line), .. Buttons.For(words, line)]);

    public static Message NotLocked(IWording words, ResourceLine line) => About(words, line, words.NotLocked(line));

    public static Message TooLong(IWording words, string name, TimeSpan max) => Say(words.TooLong(name, max));

    public static Message EndHasPassed(IWording words, string name) => Say(words.EndHasPassed(name));

    public static Message TooMany(IWording words, int max) => Say(words.TooMany(max));

    public static Message Unlocked(IWording words, ResourceLine line) => About(words, line, words.Unlocked(line));

    public static Message FreedFromOther(IWording words, ResourceLine line, LeaseLine was) =>
        About(words, line, words.FreedFromOther(line, was));

    public static Message NotUnlocked(IWording words, ResourceLine line) => About(words, line, words.NotUnlocked(line));

    public static Message WasFree(IWording words, ResourceLine line) => About(words, line, words.WasFree(line));

    public static Message NoSuchResource(IWording words, string name) => Say(words.NoSuchResource(name));

    public static Message Extended(IWording words, ResourceLine line, TimeSpan by) =>
        About(words, line, words.Extended(line, by));

    public static Message NotExtended(IWording words, ResourceLine line) =>
        About(words, line, line.Lease is null ? words.NothingToExtend(line) : words.NotExtended(line));

    public static Message ExtendedTooLong(IWording words, ResourceLine line, TimeSpan max) =>
        About(words, line, words.ExtendedTooLong(line, max));

    public static Message GivenBack(IWording words, ResourceLine line) => About(words, line, words.GivenBack(line));

    public static Message GivenBackTooLate(IWording words, ResourceLine line, LeaseLine former) =>
        About(words, line, words.GivenBackTooLate(line, former));

    public static Message Watching(IWording words, ResourceLine line) => About(words, line, words.Watching(line));

    public static Message NotWatching(IWording words, ResourceLine line) => About(words, line, words.NotWatching(line));

    public static Message Created(IWording words, ResourceLine line) => About(words, line, words.Created(line));

    public static Message Exists(IWording words, ResourceLine line) => About(words, line, words.Exists(line));

    public static Message Deleted(IWording words, string name, bool wasHeld) => Say(words.Deleted(name, wasHeld));

    public static Message NotDeleted(IWording words, ResourceLine line) => About(words, line, words.NotDeleted(line));

    /// <summary>Something has changed since the button or form was drawn: nothing was done, and this is how it
    /// stands.</summary>
    public static Message Changed(IWording words, ResourceLine line) => About(words, line, words.Changed(line));

    public static Message Gone(IWording words, string name) => Say(words.Gone(name));

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

    private static Message About(IWording words, ResourceLine line, Prose said) => One(said, Buttons.For(words, line));

    private static Message Say(Prose said) => One(said, []);
}
