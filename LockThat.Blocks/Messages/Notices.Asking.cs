using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Notices
{
    /// <summary>Somebody asks for what the reader holds.</summary>
    public static Message Asked(IWording words, ResourceLine line, AskLine ask) =>
        Replies.One(words.AskedOfYou(line, ask), [Buttons.HandOver(words, line, ask), Buttons.Keep(words, line, ask)]);

    /// <summary>The holder handed it over to the reader.</summary>
    public static Message HandedOver(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.HandedOverToYou(line, by), Buttons.For(words, line));

    /// <summary>The holder still needs it.</summary>
    public static Message Kept(IWording words, ResourceLine line, string? answer) =>
        Replies.One(
            words.StillNeeded(line, answer),
            line.IsOfAnother ? [Buttons.Join(words, line), Buttons.Watch(words, line)] : Buttons.For(words, line)
        );

    /// <summary>The holder gave it to the reader.</summary>
    public static Message Given(IWording words, ResourceLine line, ActorLine by) =>
        Replies.One(words.GivenToYou(line, by), [.. Buttons.For(words, line), Buttons.GiveBack(words, line)]);

    /// <summary>Somebody took back what the reader was told: that it is free, or gone.</summary>
    /// <param name="now">The resource as it stands; null when it is gone again.</param>
    public static Message Back(IWording words, string name, ActorLine by, ResourceLine? now)
    {
        var said = words.IsBack(name, by, now);
        return now is { IsFree: true } ? Replies.One(said, [Buttons.Lock(words, now)]) : Since(words, said, now);
    }
}
