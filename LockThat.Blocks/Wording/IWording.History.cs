using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The answer and the form that show the past. The sentences for the events stand with their commands.
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
}
