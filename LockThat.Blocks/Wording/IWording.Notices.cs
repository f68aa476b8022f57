using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The texts of direct messages.
public partial interface IWording
{
    /// <summary>The reader's lock ends soon.</summary>
    Prose EndsSoon(ResourceLine line);

    /// <summary>The reader's lock has ended, and the resource is free.</summary>
    Prose Ended(ResourceLine line, DateTimeOffset until);

    /// <summary>The same, told late.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="until">When the lock ended.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    Prose EndedSince(string name, DateTimeOffset until, ResourceLine? now);

    /// <summary>The resource that the reader waits for is free.</summary>
    /// <param name="line">The resource.</param>
    /// <param name="was">The one that held it.</param>
    Prose IsFree(ResourceLine line, ActorLine was);

    /// <summary>The resource that the reader waited for was deleted.</summary>
    Prose FreeSince(string name);

    /// <summary>Another person took the reader's lock over, and holds it now.</summary>
    Prose TakenOverFromYou(ResourceLine line);

    /// <summary>The same, told when that lock is over.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that took it over.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    Prose TakenOverSince(string name, ActorLine by, ResourceLine? now);

    /// <summary>Another person ended the reader's lock.</summary>
    Prose FreedByOther(ResourceLine line, ActorLine by);

    /// <summary>The same, told late.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that unlocked it.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    Prose FreedByOtherSince(string name, ActorLine by, ResourceLine? now);

    /// <summary>The reader has the lock again that was taken from them.</summary>
    Prose GivenBackToYou(ResourceLine line, ActorLine by);

    /// <summary>It was given back when the reader's time was over.</summary>
    Prose GivenBackToYouTooLate(ResourceLine line, ActorLine by);

    /// <summary>The same, told late.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that gave it back.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    Prose GivenBackTooLateSince(string name, ActorLine by, ResourceLine? now);

    /// <summary>The resource that the reader waited for is gone.</summary>
    Prose DeletedByOther(string name, ActorLine by);

    /// <summary>The same, when there is one of that name again.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">The one that deleted it.</param>
    /// <param name="now">The new one; null when that was deleted, too.</param>
    Prose DeletedSince(string name, ActorLine by, ResourceLine? now);

    /// <summary>Two names have become the same, and the reader's resource has another name.</summary>
    /// <param name="line">The resource under its new name.</param>
    /// <param name="other">The name of the other resource.</param>
    Prose Twin(ResourceLine line, string other);

    /// <summary>Greets the person who installed the app.</summary>
    Prose WelcomeHello { get; }

    /// <summary>Says in the welcome what to try.</summary>
    Prose WelcomeSteps { get; }

    /// <summary>Says in the welcome where everything is to be seen.</summary>
    Prose WelcomeHome { get; }
}
