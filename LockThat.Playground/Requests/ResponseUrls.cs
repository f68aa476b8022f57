using System.Globalization;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Requests;

/// <summary>The person, channel and message that a response_url is bound to. OriginTs is the message of the button;
/// null for a slash command.</summary>
internal sealed record ResponseTarget(string UserId, string ChannelId, string? OriginTs);

/// <summary>The state of a response_url that the app posts to.</summary>
internal enum ResponseUrlState
{
    Valid,
    Unknown,
    Expired,
    UsedUp,
}

/// <summary>response_urls: thirty minutes, five uses, bound to person, channel and message.</summary>
internal sealed class ResponseUrls(TimeProvider time, Ids ids, Addresses addresses)
{
    public const int MaxUses = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Issued> _issued = [];

    /// <summary>A new address on the Playground's own.</summary>
    public string Issue(string kind, ResponseTarget target)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var (old, _) in _issued.Where(url => now - url.Value.At > Lifetime * 4).ToList())
                _issued.Remove(old);
            var path = string.Create(
                CultureInfo.InvariantCulture,
                $"/response/{kind}/{Team.Id}/{now.ToUnixTimeMilliseconds()}/{ids.Next("", 24)}"
            );
            _issued[path] = new(target, now, 0);
            return new Uri(addresses.Workspace, path).ToString();
        }
    }

    /// <summary>Counts one use, when it still may be used.</summary>
    public (ResponseUrlState State, ResponseTarget? Target) Use(string path)
    {
        lock (_gate)
        {
            if (!_issued.TryGetValue(path, out var url))
                return (ResponseUrlState.Unknown, null);
            if (time.GetUtcNow() - url.At > Lifetime)
                return (ResponseUrlState.Expired, null);
            if (url.Uses >= MaxUses)
                return (ResponseUrlState.UsedUp, null);
            _issued[path] = url with { Uses = url.Uses + 1 };
            return (ResponseUrlState.Valid, url.Target);
        }
    }

    private sealed record Issued(ResponseTarget Target, DateTimeOffset At, int Uses);
}
