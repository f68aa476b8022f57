namespace LockThat.App.Slack.Sockets;

/// <summary>The acknowledgements of the last envelopes. An envelope that comes again, on any socket, gets the same
/// answer and is not done again.</summary>
internal sealed class RecentAcks
{
    private const int Most = 500;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<ReadOnlyMemory<byte>>> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = [];

    /// <summary>The acknowledgement of the first delivery of this envelope; the given one when the envelope is
    /// new.</summary>
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

    /// <summary>The envelope was not taken, and is to be done when it comes again.</summary>
    public void Forget(string envelopeId)
    {
        lock (_gate)
            _known.Remove(envelopeId);
    }
}
