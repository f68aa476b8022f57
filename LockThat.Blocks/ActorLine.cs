namespace LockThat.Blocks;

/// <summary>The one that holds or did something, as people see them.</summary>
/// <param name="UserId">Slack's id of the person, or of the person behind a program.</param>
/// <param name="Run">The name of a program's run, as the program gave it; null for a person.</param>
public readonly record struct ActorLine(string UserId, string? Run = null)
{
    /// <summary>Whether the person's account ended so long ago that nobody names them any more.</summary>
    public bool IsFormer { get; init; }

    /// <summary>A person.</summary>
    /// <param name="userId">Slack's id of the person.</param>
    public static implicit operator ActorLine(string userId) => new(userId);
}
