using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The values of an event of the past that people see.</summary>
/// <param name="Name">The name that the resource had.</param>
/// <param name="By">The one that did it, or the one to whom it happened when its moment came.</param>
/// <param name="At">When.</param>
public sealed record EventLine(string Name, ActorLine By, DateTimeOffset At)
{
    /// <summary>The name in a sentence.</summary>
    public CodeSpan NameShown => new(Name);
}
