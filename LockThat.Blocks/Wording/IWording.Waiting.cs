using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording;

// The line: how its commands are explained, and their results.
public partial interface IWording
{
    /// <summary>Says, under a refusal, the difference between waiting in line and being told.</summary>
    Prose JoinOrWatch { get; }
}
