using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

/// <summary>The direct messages of the app, each with the next step.</summary>
public static partial class Notices
{
    public static Message EndsSoon(IWording words, ResourceLine line) =>
        Replies.One(words.EndsSoon(line), Buttons.For(words, line));

    public static Message Ended(IWording words, ResourceLine line, DateTimeOffset until) =>
        Replies.One(words.Ended(line, until), [Buttons.LockAgain(words, line)]);

    public static Message Free(IWording words, ResourceLine line, ActorLine was) =>
        Replies.One(words.IsFree(line, was), [Buttons.Lock(words, line)]);

    /// <summary>It is free after a turn that nobody took.</summary>
    public static Message FreeAfterTurn(IWording words, ResourceLine line) =>
        Replies.One(words.IsFreeAfterTurn(line), [Buttons.Lock(words, line)]);

    /// <summary>Somebody's lock was taken over.</summary>
    /// <param name="lost">That lock.</param>
    public static Message TakenOver(IWording words, ResourceLine line, LeaseLine lost) =>
        Replies.One(
            words.TakenOverFromYou(line),
            [Buttons.TakeBack(words, line), Buttons.GoNext(words, line, lost), Buttons.Watch(words, line)]
        );

    public static Message FreedByOther(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.FreedByOther(line, by), [Buttons.LockAgain(words, line)]);

    public static Message GivenBack(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.GivenBackToYou(line, by), Buttons.For(words, line));

    public static Message GivenBackTooLate(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.GivenBackToYouTooLate(line, by), [Buttons.LockAgain(words, line)]);

    public static Message Deleted(IWording words, string name, ActorLine by) =>
        Replies.One(words.DeletedByOther(name, by), []);

    public static Message Twin(IWording words, ResourceLine line, string other) =>
        Replies.One(words.Twin(line, other), Buttons.For(words, line));

    /// <summary>That somebody's lock has ended, when the resource is no longer free.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="until">When it ended.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message EndedSince(IWording words, string name, DateTimeOffset until, ResourceLine? now) =>
        Since(words, words.EndedSince(name, until, now), now);

    /// <summary>That what somebody waited for is gone.</summary>
    /// <param name="name">The resource.</param>
    public static Message FreeSince(IWording words, string name) => Replies.One(words.FreeSince(name), []);

    /// <summary>That somebody's lock was taken over, when the new lock is over.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that took it over.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    /// <param name="lost">The lock that was taken over.</param>
    public static Message TakenOverSince(IWording words, string name, ActorLine by, ResourceLine? now, LeaseLine lost)
    {
        var said = words.TakenOverSince(name, by, now);
        return now is { IsOfAnother: true, Place: null }
            ? Replies.One(said, [Buttons.GoNext(words, now, lost), Buttons.Watch(words, now)])
            : Since(words, said, now);
    }

    /// <summary>That somebody's lock was ended by another person, when the resource is no longer free.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that unlocked it.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message FreedByOtherSince(IWording words, string name, ActorLine by, ResourceLine? now) =>
        Since(words, words.FreedByOtherSince(name, by, now), now);

    /// <summary>That a lock was given back after its end, when the resource is no longer free.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that gave it back.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message GivenBackTooLateSince(IWording words, string name, ActorLine by, ResourceLine? now) =>
        Since(words, words.GivenBackTooLateSince(name, by, now), now);

    /// <summary>That what somebody waited for was deleted, when there is one of that name again.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that deleted it.</param>
    /// <param name="now">The new one.</param>
    public static Message DeletedSince(IWording words, string name, ActorLine by, ResourceLine? now)
    {
        var said = words.DeletedSince(name, by, now);
        return now is { IsFree: true } ? Replies.One(said, [Buttons.Lock(words, now)]) : Since(words, said, now);
    }

    /// <summary>To the person who installed the app.</summary>
    public static Message Welcome(IWording words)
    {
        var (hello, steps, home) = (words.WelcomeHello, words.WelcomeSteps, words.WelcomeHome);
        return new(Prose.Join("\n", hello, steps, home).Fallback)
        {
            Blocks = [SectionBlock.Of(hello), SectionBlock.Of(steps), SectionBlock.Of(home)],
        };
    }

    // A message that had to wait offers what can be done at its delivery.
    private static Message Since(IWording words, Prose said, ResourceLine? now) =>
        Replies.One(
            said,
            now switch
            {
                null => [],
                { IsFree: true } => [Buttons.LockAgain(words, now)],
                { IsOfAnother: true } => [Buttons.Join(words, now), Buttons.Watch(words, now)],
                _ => Buttons.For(words, now),
            }
        );
}
