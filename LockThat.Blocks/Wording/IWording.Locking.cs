using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The commands that take a resource, keep it and let it go: how they are explained, their results and
// their past.
public partial interface IWording
{
    /// <summary>Explains <c>lock</c>.</summary>
    CommandText LockCommand { get; }

    /// <summary>Explains <c>unlock</c>.</summary>
    CommandText UnlockCommand { get; }

    /// <summary>Explains <c>extend</c>.</summary>
    CommandText ExtendCommand { get; }

    /// <summary>The reader has it now.</summary>
    /// <param name="isCreated">Whether locking it created it.</param>
    Prose Locked(ResourceLine line, TimeSpan length, bool isCreated);

    /// <summary>The reader had it already, and has it for a new length.</summary>
    /// <param name="before">The end before, where the lock got shorter by it; null otherwise.</param>
    Prose Renewed(ResourceLine line, TimeSpan length, DateTimeOffset? before);

    /// <summary>The reader took it over.</summary>
    /// <param name="former">The lock that was ended by it.</param>
    Prose TakenOver(ResourceLine line, TimeSpan length, LeaseLine former);

    /// <summary>Another person holds it.</summary>
    Prose NotLocked(ResourceLine line);

    /// <summary>No lock may last so long.</summary>
    Prose TooLong(string name, TimeSpan max);

    /// <summary>The end that was asked for is no later than now.</summary>
    Prose EndHasPassed(string name);

    /// <summary>The reader freed it.</summary>
    Prose Unlocked(ResourceLine line);

    /// <summary>The reader ended another person's lock.</summary>
    Prose FreedFromOther(ResourceLine line, LeaseLine was);

    /// <summary>It is another person's.</summary>
    Prose NotUnlocked(ResourceLine line);

    /// <summary>There was nothing to unlock.</summary>
    Prose WasFree(ResourceLine line);

    /// <summary>The reader's lock ends later.</summary>
    Prose Extended(ResourceLine line, TimeSpan by);

    /// <summary>It is free, so there is no lock to extend.</summary>
    Prose NothingToExtend(ResourceLine line);

    /// <summary>It is another person's.</summary>
    Prose NotExtended(ResourceLine line);

    /// <summary>No lock may end so late.</summary>
    Prose ExtendedTooLong(ResourceLine line, TimeSpan max);

    /// <summary>The lock ends at the moment that was asked for already, or later.</summary>
    Prose EndsLater(ResourceLine line, DateTimeOffset asked);

    /// <summary>The reader gave back what they had taken over.</summary>
    Prose GivenBack(ResourceLine line);

    /// <summary>The same, when the time of the former holder was over.</summary>
    Prose GivenBackTooLate(ResourceLine line, LeaseLine former);

    /// <summary>Somebody locked it.</summary>
    Prose HistoryLocked(EventLine line, TimeSpan length, string? reason, bool isCreated);

    /// <summary>Somebody renewed their lock.</summary>
    Prose HistoryRenewed(EventLine line, DateTimeOffset until, string? reason);

    /// <summary>Somebody extended their lock.</summary>
    Prose HistoryExtended(EventLine line, TimeSpan by);

    /// <summary>Somebody took a lock over.</summary>
    Prose HistoryTakenOver(EventLine line, ActorLine former, TimeSpan length, string? reason);

    /// <summary>Somebody unlocked it.</summary>
    Prose HistoryUnlocked(EventLine line);

    /// <summary>Somebody ended the lock of another.</summary>
    Prose HistoryFreed(EventLine line, ActorLine holder);

    /// <summary>Somebody gave a lock back.</summary>
    Prose HistoryGivenBack(EventLine line, ActorLine holder);

    /// <summary>The lock of somebody ended.</summary>
    Prose HistoryEnded(EventLine line);
}
