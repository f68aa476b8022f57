using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The past: a sentence for each kind of event.
public partial interface IWording
{
    /// <summary>The command that shows the past.</summary>
    CommandText HistoryCommand { get; }

    /// <summary>Above the events.</summary>
    /// <param name="name">The resource; null for the whole workspace.</param>
    Prose HistoryHeading(string? name);

    /// <summary>There are no events, or none that the filters find.</summary>
    /// <param name="name">The resource; null for the whole workspace.</param>
    Prose NothingHappened(string? name);

    /// <summary>The filters find nothing.</summary>
    Prose NothingFiltered { get; }

    /// <summary>The title of the form.</summary>
    string HistoryTitle { get; }

    /// <summary>The button that opens the form.</summary>
    string MoreButton { get; }

    /// <summary>The button to events before these.</summary>
    string OlderButton { get; }

    /// <summary>The button to events after these.</summary>
    string NewerButton { get; }

    /// <summary>The field for the person, while nobody is chosen.</summary>
    string AnybodyPlaceholder { get; }

    /// <summary>The field for the kind, while none is chosen.</summary>
    string AnythingPlaceholder { get; }

    /// <summary>The button that takes all filters off.</summary>
    string ShowEverythingButton { get; }

    /// <summary>Locking, renewing, extending, taking over, creating.</summary>
    string LocksKind { get; }

    /// <summary>Unlocking, and ends.</summary>
    string UnlocksKind { get; }

    /// <summary>Waiting in line.</summary>
    string LineKind { get; }

    /// <summary>Asking, giving, giving back.</summary>
    string AskingKind { get; }

    /// <summary>Deleting, restoring.</summary>
    string ResourcesKind { get; }

    /// <summary>Somebody locked it.</summary>
    Prose HistoryLocked(EventLine line, TimeSpan length, string? reason, bool isCreated);

    /// <summary>Somebody renewed their lock.</summary>
    Prose HistoryRenewed(EventLine line, DateTimeOffset until, string? reason);

    /// <summary>Somebody extended their lock.</summary>
    Prose HistoryExtended(EventLine line, TimeSpan by);

    /// <summary>Somebody took a lock over.</summary>
    Prose HistoryTakenOver(EventLine line, ActorLine former, TimeSpan length, string? reason);

    /// <summary>Somebody locked it during the turn of another.</summary>
    Prose HistoryTurnTaken(EventLine line, ActorLine first, TimeSpan length, string? reason);

    /// <summary>Somebody unlocked it.</summary>
    Prose HistoryUnlocked(EventLine line);

    /// <summary>Somebody ended the lock of another.</summary>
    Prose HistoryFreed(EventLine line, ActorLine holder);

    /// <summary>Somebody gave a lock back.</summary>
    Prose HistoryGivenBack(EventLine line, ActorLine holder);

    /// <summary>Somebody took an unlock back.</summary>
    Prose HistoryUndone(EventLine line, ActorLine holder);

    /// <summary>The lock of somebody ended.</summary>
    Prose HistoryEnded(EventLine line);

    /// <summary>The account of somebody ended, and what they had with it.</summary>
    Prose HistoryReleased(EventLine line);

    /// <summary>It was created.</summary>
    Prose HistoryCreated(EventLine line);

    /// <summary>It was deleted.</summary>
    Prose HistoryDeleted(EventLine line);

    /// <summary>Somebody took a deletion back.</summary>
    Prose HistoryRestored(EventLine line);

    /// <summary>Somebody joined the line, or changed what they wait for.</summary>
    /// <param name="length">How long; null for the default duration.</param>
    Prose HistoryJoined(EventLine line, TimeSpan? length, string? reason, bool isAgain);

    /// <summary>Somebody left the line.</summary>
    Prose HistoryLeft(EventLine line);

    /// <summary>The turn of somebody began.</summary>
    Prose HistoryTurnGiven(EventLine line);

    /// <summary>The turn of somebody passed.</summary>
    Prose HistoryTurnPassed(EventLine line);

    /// <summary>Somebody gave it up for the one in whose turn they had locked it.</summary>
    Prose HistoryTurnGivenBack(EventLine line, ActorLine first);

    /// <summary>Somebody let the next one go first.</summary>
    Prose HistoryLetGoFirst(EventLine line, ActorLine next);

    /// <summary>Somebody who had lost their lock came to the head of the line.</summary>
    Prose HistoryWentNext(EventLine line);

    /// <summary>Somebody asked the holder.</summary>
    /// <param name="length">How long; null for the default duration.</param>
    Prose HistoryAsked(EventLine line, ActorLine holder, TimeSpan? length, string? message);

    /// <summary>The holder handed it over.</summary>
    Prose HistoryHandedOver(EventLine line, ActorLine to);

    /// <summary>The holder keeps it.</summary>
    Prose HistoryKept(EventLine line, ActorLine asker, string? answer);

    /// <summary>The holder gave it to another.</summary>
    Prose HistoryGiven(EventLine line, ActorLine to);
}
