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

    /// <summary>The same about a resource that another has: who waits in line, and who is told. One line says the
    /// difference to a reader who has done neither.</summary>
    public static Message Refused(IWording words, ResourceLine line, Func<ResourceLine, Prose> said) =>
        One(
            said(line),
            Buttons.For(words, line),
            line is { IsOfAnother: true, Place: null, MayUse: true } ? words.JoinOrWatch : Prose.None
        );

    /// <summary>The same about a resource that the reader has freed, which can be undone unless it is the turn of
    /// another by now.</summary>
    /// <param name="was">The lock that was ended; null when it cannot come back.</param>
    public static Message Freed(
        IWording words,
        ResourceLine line,
        Func<ResourceLine, Prose> said,
        LeaseLine? was = null
    ) =>
        line.IsOfAnother ? Say(said(line))
        : was is null ? One(said(line), Buttons.For(words, line))
        : One(said(line), [Buttons.Undo(words, line, was), .. Buttons.For(words, line)]) with
        {
            Lasting = One(words.UnlockedBefore(line.Name), [Buttons.Undo(words, line, was)]),
        };

    /// <summary>A sentence alone.</summary>
    public static Message Say(Prose said) => One(said, []);

    public static Message Renewed(IWording words, ResourceLine line, TimeSpan length, DateTimeOffset before) =>
        About(words, line, own => words.Renewed(own, length, own.Lease?.Until < before ? before : null));

    public static Message TakenOver(IWording words, ResourceLine line, TimeSpan length, LeaseLine former) =>
        One(words.TakenOver(line, length, former), [Buttons.GiveBack(words, line), .. Buttons.For(words, line)]);

    /// <summary>Something could not be done just now.</summary>
    /// <param name="ours">The text, in our words.</param>
    public static Message TryAgain(string ours) => Say(Prose.Of($":hourglass: {new OwnWords(ours)}"));

    internal static Message One(Prose said, IReadOnlyList<Button> fitting, Prose? hint = null)
    {
        var buttons = Buttons.Allowed(fitting);
        return new(Cut.To(Prose.Join("\n", said, hint ?? Prose.None).Fallback, Limits.MessageText))
        {
            Blocks =
            [
                SectionBlock.Of(said),
                .. hint is { IsEmpty: false } ? [ContextBlock.Of(hint)] : Array.Empty<Block>(),
                .. buttons.Count == 0
                    ? Array.Empty<Block>()
                    : [new ActionsBlock { BlockId = Ids.Blocks.One, Elements = buttons }],
            ],
        };
    }
}
