using System.Collections.Immutable;

namespace LockThat.Playground.Workspaces;

/// <summary>One request to the app, with its answer.</summary>
public sealed record Delivery
{
    /// <summary>slash_command, block_actions, view_submission, view_closed, shortcut, block_suggestion or
    /// event_callback.</summary>
    public required string Kind { get; init; }

    /// <summary>The app's route; over a socket the envelope's type.</summary>
    public required string Path { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The bytes that were sent, and over HTTP signed.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public int RetryNumber { get; init; }

    /// <summary>The failure of the attempt before, in Slack's words; null for a first attempt.</summary>
    public string? RetryReason { get; init; }

    /// <summary>The HTTP status, null when no answer came, or none with a status.</summary>
    public int? Status { get; init; }

    public string AckContentType { get; init; } = "";

    public string AckBody { get; init; } = "";

    /// <summary>Real time between request and answer, even when the workspace's clock is moved in between.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Slack's word for the failure (operation_timeout, dispatch_failed, http_client_error …), null when the
    /// answer was taken.</summary>
    public string? Failure { get; init; }

    /// <summary>The answer asked not to be tried again (X-Slack-No-Retry).</summary>
    public bool NoRetry { get; init; }

    /// <summary>Slack's objections to the answer, in its wording.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}
