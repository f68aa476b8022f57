using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Notices
{
    /// <summary>It is the reader's turn.</summary>
    public static Message Turn(IWording words, ResourceLine line) =>
        Replies.One(words.YourTurn(line), Buttons.For(words, line));

    /// <summary>The reader's turn is over, and they wait no more.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="wish">The length and the reason that the reader waited with.</param>
    public static Message TurnPassed(IWording words, string name, PlaceLine wish) =>
        Replies.One(words.YourTurnPassed(name), [Buttons.JoinWith(words, new(name), wish)]);

    /// <summary>Another locked it during the reader's turn.</summary>
    public static Message TurnTaken(IWording words, ResourceLine line) =>
        Replies.One(words.YourTurnTaken(line), [Buttons.Leave(words, line), Buttons.Override(words, line)]);

    /// <summary>Another goes before the reader in line.</summary>
    /// <param name="by">The one that goes before.</param>
    public static Message Passed(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.PassedYou(line, by), [Buttons.Leave(words, line)]);

    /// <summary>The holder handed it to one who had asked for it, before the reader.</summary>
    /// <param name="by">The one that handed it over.</param>
    public static Message HandedPast(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.HandedPastYou(line, by), [Buttons.Leave(words, line)]);

    /// <summary>The holder has moved the end, and the reader is first in line.</summary>
    public static Message Delayed(IWording words, ResourceLine line) =>
        Replies.One(words.DelayedForYou(line), [Buttons.Leave(words, line)]);

    /// <summary>Somebody waits for what the reader holds.</summary>
    /// <param name="first">The one that joined.</param>
    public static Message Awaited(IWording words, ResourceLine line, WaitLine first) =>
        Replies.One(words.AwaitedOfYou(line, first), Buttons.For(words, line));
}
