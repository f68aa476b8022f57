namespace LockThat.App.Slack.Sockets;

/// <summary>How the last envelopes were acknowledged, so that one delivered again, on whichever socket, is answered
/// alike and not done again.</summary>
internal sealed class RecentAcks
{
    private const int Most = 500;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<ReadOnlyMemory<byte>>> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = [];

    /// <summary>The acknowledgement of the first who came with this envelope: the given one when it is new.</summary>
    public Task<ReadOnlyMemory<byte>> First(string envelopeId, Task<ReadOnlyMemory<byte>> acknowledgement)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(envelopeId, out var first))
                return first;
            _known.Add(envelopeId, acknowledgement);
            _oldest.Enqueue(envelopeId);
            if (_oldest.Count > Most)
                _known.Remove(_oldest.Dequeue());
            return acknowledgement;
        }
    }

    /// <summary>It was not taken, and is to be done when it comes again.</summary>
    public void Forget(string envelopeId)
    {
        lock (_gate)
            _known.Remove(envelopeId);
    }
}
