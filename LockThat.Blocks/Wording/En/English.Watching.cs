using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose Watching(ResourceLine line) => Prose.Of($":bell: *I will tell you when it is free.* {State(line)}");

    public Prose NotWatching(ResourceLine line) => Prose.Of($":no_bell: *You will not be told.* {State(line)}");
}
