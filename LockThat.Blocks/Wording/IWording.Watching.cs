using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// Being told when a resource is free.
public partial interface IWording
{
    /// <summary>The reader is told when it is free.</summary>
    Prose Watching(ResourceLine line);

    /// <summary>The reader is told no more.</summary>
    Prose NotWatching(ResourceLine line);
}
