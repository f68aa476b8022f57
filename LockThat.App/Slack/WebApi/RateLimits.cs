using System.Collections.Concurrent;
using LockThat.App.Identifiers;

namespace LockThat.App.Slack.WebApi;

/// <summary>Remembers until when Slack wants no more calls of a method for a workspace. Other methods stay usable.
/// <see href="https://docs.slack.dev/apis/web-api/rate-limits">Slack's page.</see></summary>
public sealed class RateLimits(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Method, Workspace Workspace), DateTimeOffset> _closed = new();

    /// <summary>How long to wait before the next call; zero when it may be made.</summary>
    public TimeSpan WaitFor(SlackMethod method, Workspace workspace)
    {
        var key = (method.Name, workspace);
        if (!_closed.TryGetValue(key, out var until))
            return TimeSpan.Zero;
        var wait = until - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            return wait;
        _closed.TryRemove(new(key, until));
        return TimeSpan.Zero;
    }

    public void Close(SlackMethod method, Workspace workspace, TimeSpan wait) =>
        _closed[(method.Name, workspace)] = time.GetUtcNow() + wait;
}
