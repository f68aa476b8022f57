using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The line: how its commands are explained, their results, what people in line are told, and its
// past.
public partial interface IWording
{
    /// <summary>Explains <c>queue</c>.</summary>
    CommandText QueueCommand { get; }

    /// <summary>Explains <c>leave</c>.</summary>
    CommandText LeaveCommand { get; }

    /// <summary>Says, under a refusal, the difference between waiting in line and being told.</summary>
    Prose JoinOrWatch { get; }

    /// <summary>The reader is in line.</summary>
    /// <param name="ahead">Those who come first, in order; as many as are named.</param>
    /// <param name="others">How many more come first.</param>
    Prose Joined(ResourceLine line, IReadOnlyList<WaitLine> ahead, int others);

    /// <summary>The reader was in line already, and keeps the place.</summary>
    /// <param name="before">The length and the reason before.</param>
    Prose JoinedAgain(ResourceLine line, PlaceLine before, IReadOnlyList<WaitLine> ahead, int others);

    /// <summary>Nobody had it, so the reader has it now and need not wait.</summary>
    Prose LockedAtOnce(ResourceLine line, TimeSpan length, bool isCreated);

    /// <summary>The reader is at the head of the line, because they had lost their lock.</summary>
    Prose WentNext(ResourceLine line, IReadOnlyList<WaitLine> ahead, int others);

    /// <summary>The reader let another go first.</summary>
    Prose LetGoFirst(ResourceLine line, ActorLine next, IReadOnlyList<WaitLine> ahead, int others);

    /// <summary>The reader waits no more.</summary>
    Prose Left(ResourceLine line);

    /// <summary>The reader locked it during another's turn.</summary>
    Prose TurnTaken(ResourceLine line, TimeSpan length, ActorLine first);

    /// <summary>The reader gave it up for the one whose turn it was.</summary>
    Prose TurnGivenBack(ResourceLine line);

    /// <summary>The reader has it already, and cannot wait for it.</summary>
    Prose HoldsAlready(ResourceLine line);

    /// <summary>The reader wants to wait for a longer lock than there may be.</summary>
    Prose JoinedTooLong(string name, TimeSpan max);

    /// <summary>As many wait as may wait.</summary>
    Prose LineIsFull(ResourceLine line, int max);

    /// <summary>The reader does not wait.</summary>
    Prose NotInLine(ResourceLine line);

    /// <summary>The reader is the last in line.</summary>
    Prose NobodyBehind(ResourceLine line);

    /// <summary>Heads what the reader waits for.</summary>
    Prose WaitsHeading(int waits);

    /// <summary>The reader waits for nothing.</summary>
    /// <param name="example">A whole command that joins a line.</param>
    Prose NothingAwaited(string example);

    /// <summary>Heads the same, when it is not clear which line to leave.</summary>
    Prose LeaveWhich(int waits);

    /// <summary>Titles the form that joins the line.</summary>
    string JoinTitle { get; }

    /// <summary>Sends that form.</summary>
    string JoinSubmit { get; }

    /// <summary>Says in it who has the resource, and who waits.</summary>
    /// <param name="expected">When the turn of one who joins now is expected; null where it is not known.</param>
    Prose JoinQuestion(ResourceLine line, DateTimeOffset? expected);

    /// <summary>It is the reader's turn.</summary>
    Prose YourTurn(ResourceLine line);

    /// <summary>The reader's turn is over, and they wait no more.</summary>
    Prose YourTurnPassed(string name);

    /// <summary>Another locked it during the reader's turn.</summary>
    Prose YourTurnTaken(ResourceLine line);

    /// <summary>Another goes before the reader, because they had lost their lock.</summary>
    Prose PassedYou(ResourceLine line, ActorLine by);

    /// <summary>The holder handed it to one who had asked for it, before the reader.</summary>
    Prose HandedPastYou(ResourceLine line, ActorLine by);

    /// <summary>The holder has moved the end, and the reader is first in line.</summary>
    Prose DelayedForYou(ResourceLine line);

    /// <summary>Somebody waits for what the reader holds.</summary>
    Prose AwaitedOfYou(ResourceLine line, WaitLine first);

    /// <summary>It is free after a turn that nobody took.</summary>
    Prose IsFreeAfterTurn(ResourceLine line);

    /// <summary>Somebody joined the line, or changed what they wait for.</summary>
    /// <param name="length">How long; null for the default duration.</param>
    Prose HistoryJoined(EventLine line, TimeSpan? length, string? reason, bool isAgain);

    /// <summary>Somebody left the line.</summary>
    Prose HistoryLeft(EventLine line);

    /// <summary>The turn of somebody began.</summary>
    Prose HistoryTurnGiven(EventLine line);

    /// <summary>The turn of somebody passed.</summary>
    Prose HistoryTurnPassed(EventLine line);

    /// <summary>Somebody locked it during the turn of another.</summary>
    Prose HistoryTurnTaken(EventLine line, ActorLine first, TimeSpan length, string? reason);

    /// <summary>Somebody gave it up for the one in whose turn they had locked it.</summary>
    Prose HistoryTurnGivenBack(EventLine line, ActorLine first);

    /// <summary>Somebody let the next one go first.</summary>
    Prose HistoryLetGoFirst(EventLine line, ActorLine next);

    /// <summary>Somebody who had lost their lock came to the head of the line.</summary>
    Prose HistoryWentNext(EventLine line);
}
