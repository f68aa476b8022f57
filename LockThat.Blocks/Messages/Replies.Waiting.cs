using LockThat.Blocks.Commands;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    // A sentence names as many of those ahead.
    private const int MostAhead = 3;

    /// <summary>The reader is in line.</summary>
    /// <param name="ahead">All who come first, in order.</param>
    public static Message Joined(IWording words, ResourceLine line, IReadOnlyList<WaitLine> ahead) =>
        InLine(words, line, words.Joined(line, Named(ahead), Unnamed(ahead)));

    /// <summary>The reader was in line already, and keeps the place.</summary>
    /// <param name="before">The length and the reason before.</param>
    /// <param name="ahead">All who come first, in order.</param>
    public static Message JoinedAgain(
        IWording words,
        ResourceLine line,
        PlaceLine before,
        IReadOnlyList<WaitLine> ahead
    ) => InLine(words, line, words.JoinedAgain(line, before, Named(ahead), Unnamed(ahead)));

    /// <summary>The reader is at the head of the line.</summary>
    /// <param name="ahead">All who come first: nobody, or the one that has the turn.</param>
    public static Message WentNext(IWording words, ResourceLine line, IReadOnlyList<WaitLine> ahead) =>
        InLine(words, line, words.WentNext(line, Named(ahead), Unnamed(ahead)));

    /// <summary>The reader let another go first.</summary>
    /// <param name="ahead">All who come first, in order.</param>
    public static Message LetGoFirst(
        IWording words,
        ResourceLine line,
        ActorLine next,
        IReadOnlyList<WaitLine> ahead
    ) => InLine(words, line, words.LetGoFirst(line, next, Named(ahead), Unnamed(ahead)));

    /// <summary>The reader locked it during another's turn.</summary>
    public static Message TurnTaken(IWording words, ResourceLine line, TimeSpan length, ActorLine first) =>
        One(words.TurnTaken(line, length, first), [Buttons.GiveBack(words, line), .. Buttons.For(words, line)]);

    /// <summary>As many wait as may wait.</summary>
    public static Message LineIsFull(IWording words, ResourceLine line, int max) =>
        One(words.LineIsFull(line, max), Buttons.WithoutJoining(words, line));

    /// <summary>The reader waits for these.</summary>
    /// <param name="waits">In the order of their names.</param>
    public static Message Waits(IWording words, IReadOnlyList<ResourceLine> waits) =>
        waits.Count == 0
            ? Say(words.NothingAwaited(CommandCatalog.Of(CommandWord.Queue).Example))
            : Rows(words, Ids.Blocks.Waits, new Part(words.WaitsHeading(waits.Count), waits));

    /// <summary>The reader waits in several lines and said <c>leave</c> alone.</summary>
    public static Message LeaveWhich(IWording words, IReadOnlyList<ResourceLine> waits) =>
        Rows(words, Ids.Blocks.Waits, new Part(words.LeaveWhich(waits.Count), waits, IsToLeave: true));

    private static Message InLine(IWording words, ResourceLine line, Prose said) =>
        One(said, line.IsOwnTurn ? Buttons.For(words, line) : [Buttons.Leave(words, line)]);

    private static WaitLine[] Named(IReadOnlyList<WaitLine> ahead) => [.. ahead.Take(MostAhead)];

    private static int Unnamed(IReadOnlyList<WaitLine> ahead) => ahead.Count - Named(ahead).Length;
}
