using System.Collections.Immutable;

namespace LockThat.Playground.Workspaces;

/// <summary>One call of the app to the Web API or to a response_url, with its answer.</summary>
public sealed record ApiCall(string Method, string Request, int Status, string Response, DateTimeOffset At)
{
    /// <summary>The error code of an ok:false answer, null when it was ok.</summary>
    public string? Error { get; init; }

    public ImmutableArray<string> Problems { get; init; } = [];
}
