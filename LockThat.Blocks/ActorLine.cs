using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The one that holds or did something, as people see them.</summary>
/// <param name="UserId">Slack's id of the person, or of the person behind a program.</param>
/// <param name="Run">The name of a program's run, as the program gave it; null for a person.</param>
public readonly record struct ActorLine(string UserId, string? Run = null)
{
    internal Prose Shown =>
        Run is null
            ? Prose.Of($"{new UserMention(UserId)}")
            : Prose.Of($"{Run} (a program of {new UserMention(UserId)})");

    /// <summary>A person.</summary>
    /// <param name="userId">Slack's id of the person.</param>
    public static implicit operator ActorLine(string userId) => new(userId);
}
