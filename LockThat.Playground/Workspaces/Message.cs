using System.Text.Json;

namespace LockThat.Playground.Workspaces;

/// <summary>The kinds of lines in a channel.</summary>
public enum MessageKind
{
    /// <summary>A person or the app said it.</summary>
    Said,

    /// <summary>The typed slash command, shown because the answer was in_channel.</summary>
    Command,

    /// <summary>Slackbot tells the person who acted that the app failed.</summary>
    Failure,
}

/// <summary>A message as one channel holds it. <see cref="Blocks"/> is raw Block Kit with generated ids filled
/// in.</summary>
public sealed record Message
{
    public required string ChannelId { get; init; }

    /// <summary>Slack's message id, unique in the workspace here: seconds, a point, six digits.</summary>
    public required string Ts { get; init; }

    public required string AuthorId { get; init; }

    public string Text { get; init; } = "";

    public JsonElement? Blocks { get; init; }

    /// <summary>The one person who sees it; null when everybody in the channel does.</summary>
    public string? EphemeralFor { get; init; }

    public string? ThreadTs { get; init; }

    public bool IsEdited { get; init; }

    public MessageKind Kind { get; init; }

    public bool IsEphemeral => EphemeralFor is not null;

    public bool IsVisibleTo(string userId) => EphemeralFor is null || EphemeralFor == userId;
}
