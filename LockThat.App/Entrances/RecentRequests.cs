using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances;

/// <summary>The answers to the last requests whose work left no trace in the store, so that a second delivery of the
/// same request is recognized and answered alike.</summary>
internal sealed class RecentRequests
{
    private const int Most = 1000;
    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, Message> _known = [];
    private readonly Queue<RequestId> _oldest = [];

    public void Add(RequestId request, Message answer)
    {
        lock (_gate)
        {
            if (_known.TryAdd(request, answer))
                _oldest.Enqueue(request);
            if (_oldest.Count > Most)
                _known.Remove(_oldest.Dequeue());
        }
    }

    /// <summary>Null for a request that was not seen.</summary>
    public Message? Find(RequestId request)
    {
        lock (_gate)
            return _known.GetValueOrDefault(request);
    }
}
