using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The results of commands, buttons and forms.
public partial interface IWording
{
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

    /// <summary>The workspace has as many resources as it may have.</summary>
    Prose TooMany(int max);

    /// <summary>The reader freed it.</summary>
    Prose Unlocked(ResourceLine line);

    /// <summary>The reader ended another person's lock.</summary>
    Prose FreedFromOther(ResourceLine line, LeaseLine was);

    /// <summary>It is another person's.</summary>
    Prose NotUnlocked(ResourceLine line);

    /// <summary>There was nothing to unlock.</summary>
    Prose WasFree(ResourceLine line);

    /// <summary>Nothing has that name.</summary>
    Prose NoSuchResource(string name);

    /// <summary>The reader's lock ends later.</summary>
    Prose Extended(ResourceLine line, TimeSpan by);

    /// <summary>It is free, so there is no lock to extend.</summary>
    Prose NothingToExtend(ResourceLine line);

    /// <summary>It is another person's.</summary>
    Prose NotExtended(ResourceLine line);

    /// <summary>No lock may end so late.</summary>
    Prose ExtendedTooLong(ResourceLine line, TimeSpan max);

    /// <summary>The reader gave back what they had taken over.</summary>
    Prose GivenBack(ResourceLine line);

    /// <summary>The same, when the time of the former holder was over.</summary>
    Prose GivenBackTooLate(ResourceLine line, LeaseLine former);

    /// <summary>The reader is told when it is free.</summary>
    Prose Watching(ResourceLine line);

    /// <summary>The reader is told no more.</summary>
    Prose NotWatching(ResourceLine line);

    /// <summary>There is a new resource.</summary>
    Prose Created(ResourceLine line);

    /// <summary>There is one of that name.</summary>
    Prose Exists(ResourceLine line);

    /// <summary>The resource is no more.</summary>
    /// <param name="wasHeld">Whether the reader had it.</param>
    Prose Deleted(string name, bool wasHeld);

    /// <summary>Another person holds it.</summary>
    Prose NotDeleted(ResourceLine line);

    /// <summary>It has changed since the button or form was drawn, so nothing was done.</summary>
    Prose Changed(ResourceLine line);

    /// <summary>It was deleted since the button or form was drawn.</summary>
    Prose Gone(string name);

    /// <summary>Heads the list of all resources.</summary>
    Prose ListHeading(int all, int own, int others, int free);

    /// <summary>There is nothing to list.</summary>
    Prose NothingListed { get; }

    /// <summary>Heads the list of the reader's locks.</summary>
    Prose MineHeading(int own);

    /// <summary>The reader has no lock.</summary>
    Prose NothingHeld { get; }

    /// <summary>Heads the list of the reader's locks, when it is not clear which to unlock.</summary>
    Prose WhichHeading(int own);

    /// <summary>Ends a list that does not fit into one message.</summary>
    /// <param name="count">How many more there are.</param>
    Prose More(int count);

    /// <summary>The app has no token for this workspace, so it can answer commands and do nothing else.</summary>
    /// <param name="site">Where it can be added anew; null when that is nowhere.</param>
    string NotInstalled(Uri? site);

    /// <summary>The app is not installed in the workspace of the request.</summary>
    /// <param name="site">Where it can be added; null when that is nowhere.</param>
    string NotServed(Uri? site);

    /// <summary>A button's form came too late for Slack to open it.</summary>
    string PressAgain { get; }

    /// <summary>A command's form came too late for Slack to open it.</summary>
    string TypeAgain { get; }

    /// <summary>The store does not answer.</summary>
    string NotStored { get; }

    /// <summary>The answer was due before the work was done.</summary>
    string TooSlow { get; }

    /// <summary>A bug.</summary>
    string Broken { get; }
}
