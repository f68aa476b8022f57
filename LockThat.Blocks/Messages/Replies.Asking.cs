using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    /// <summary>The holder is asked; until they answer, the reader can wait as well.</summary>
    /// <param name="isTold">False when only the words changed, because the holder was told a moment ago.</param>
    public static Message Asked(IWording words, ResourceLine line, AskLine ask, bool isTold) =>
        One(words.Asked(line, ask, isTold), [Buttons.Join(words, line), Buttons.Watch(words, line)]);

    /// <summary>The holder has answered a moment ago, and is not asked again yet.</summary>
    /// <param name="again">From when on they are.</param>
    public static Message AskedAfterAnswer(IWording words, ResourceLine line, DateTimeOffset again) =>
        One(words.AskedAfterAnswer(line, again), [Buttons.Join(words, line), Buttons.Watch(words, line)]);

    /// <summary>An answer to an ask that is over: it says so, and what can be done now.</summary>
    /// <param name="line">The resource as it stands; null when it is gone.</param>
    public static Message AskIsOver(IWording words, string name, ResourceLine? line) =>
        line is null ? Say(words.AskIsOver(name, line)) : One(words.AskIsOver(name, line), Buttons.For(words, line));

    /// <summary>The words of an ask have changed since the reader was told: they decide about the new ones.</summary>
    public static Message AskHasChanged(IWording words, ResourceLine line, AskLine ask) =>
        One(words.AskHasChanged(line, ask), [Buttons.HandOver(words, line, ask), Buttons.Keep(words, line, ask)]);

    /// <summary>A lock cannot be given to somebody.</summary>
    public static Message NotGivenTo(IWording words, string name, string why) => Say(words.NotGivenTo(name, why));

    /// <summary>It was deleted, which can be undone.</summary>
    /// <param name="id">The id of the resource.</param>
    /// <param name="lost">The losses that it brought.</param>
    public static Message Deleted(IWording words, string name, string id, DeletionLine lost) =>
        One(words.Deleted(name, lost), [Buttons.Restore(words, name, id)]) with
        {
            Lasting = One(words.DeletedBefore(name), [Buttons.Restore(words, name, id)]),
        };

    /// <summary>The lock is back: the reader's, or another's from whom the reader had taken it.</summary>
    public static Message Undone(IWording words, ResourceLine line, Prose said) =>
        line.IsOfAnother ? Say(said) : One(said, Buttons.For(words, line));

    /// <summary>Another has what the reader unlocked.</summary>
    /// <param name="lost">The lock that does not come back; null when it was not the reader's.</param>
    public static Message NotUndone(IWording words, ResourceLine line, LeaseLine? lost) =>
        One(
            words.NotUndone(line),
            lost is null || line.Place is not null
                ? [Buttons.Join(words, line), Buttons.Watch(words, line)]
                : [Buttons.GoNext(words, line, lost), Buttons.Watch(words, line)]
        );
}
