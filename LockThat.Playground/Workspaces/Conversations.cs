using System.Collections.Immutable;
using System.Globalization;

namespace LockThat.Playground.Workspaces;

/// <summary>The messages of each channel, and the newest that each person has read. The workspace's lock guards
/// it.</summary>
internal sealed class Conversations(TimeProvider time)
{
    private readonly Dictionary<string, List<Message>> _messages = Team.Channels.ToDictionary(
        channel => channel.Id,
        _ => new List<Message>()
    );
    private readonly Dictionary<(string UserId, string ChannelId), string> _read = [];
    private long _lastMicroseconds;

    public ImmutableArray<Message> In(string channelId, string viewerId) =>
        [.. _messages[channelId].Where(message => message.IsVisibleTo(viewerId))];

    public Message? Find(string channelId, string ts) =>
        _messages.TryGetValue(channelId, out var said) ? said.Find(message => message.Ts == ts) : null;

    public void Add(Message message) => _messages[message.ChannelId].Add(message);

    public bool Replace(Message message)
    {
        var said = _messages[message.ChannelId];
        var index = said.FindIndex(old => old.Ts == message.Ts);
        if (index >= 0)
            said[index] = message;
        return index >= 0;
    }

    public bool Remove(string channelId, string ts) => _messages[channelId].RemoveAll(message => message.Ts == ts) > 0;

    public int Unread(string userId, string channelId)
    {
        var since = _read.GetValueOrDefault((userId, channelId), "");
        return In(channelId, userId)
            .Count(message => message.AuthorId != userId && string.CompareOrdinal(message.Ts, since) > 0);
    }

    public void MarkRead(string userId, string channelId)
    {
        if (In(channelId, userId) is [.., var newest])
            _read[(userId, channelId)] = newest.Ts;
    }

    public string NextTs()
    {
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _lastMicroseconds = Math.Max(now, _lastMicroseconds + 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_lastMicroseconds / 1_000_000}.{_lastMicroseconds % 1_000_000:D6}"
        );
    }
}
