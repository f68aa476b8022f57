using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// Taking an unlock or a deletion back, and its past.
public partial interface IWording
{
    /// <summary>Takes it back.</summary>
    string UndoButton { get; }

    /// <summary>The reader unlocked it a while ago.</summary>
    Prose UnlockedBefore(string name);

    /// <summary>The reader deleted it a while ago.</summary>
    Prose DeletedBefore(string name);

    /// <summary>The lock is there again.</summary>
    Prose Undone(ResourceLine line);

    /// <summary>The resource is there again.</summary>
    Prose Restored(ResourceLine line);

    /// <summary>It was taken back before.</summary>
    Prose UndoneBefore(ResourceLine line);

    /// <summary>Another has it, or has the turn.</summary>
    Prose NotUndone(ResourceLine line);

    /// <summary>It is too late.</summary>
    /// <param name="line">The resource as it stands; null when it is gone.</param>
    Prose UndoneTooLate(string name, TimeSpan lasts, ResourceLine? line);

    /// <summary>The end of that lock has passed.</summary>
    Prose UndoneAfterEnd(ResourceLine line);

    /// <summary>Another resource has the name by now.</summary>
    Prose NotRestored(ResourceLine line);

    /// <summary>Somebody took back what the reader was told.</summary>
    /// <param name="line">The resource as it stands; null when it is gone again.</param>
    Prose IsBack(string name, ActorLine by, ResourceLine? line);

    /// <summary>Somebody took an unlock back.</summary>
    Prose HistoryUndone(EventLine line, ActorLine holder);

    /// <summary>Somebody took a deletion back.</summary>
    Prose HistoryRestored(EventLine line);
}
