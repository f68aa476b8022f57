using LockThat.App.Identifiers;

namespace LockThat.App.Entrances;

/// <summary>The last requests whose work left no trace in the store, so that a second delivery of the same request is
/// recognized.</summary>
internal sealed class RecentRequests
{
    private const int Most = 1000;
    private readonly Lock _gate = new();
    private readonly HashSet<RequestId> _known = [];
    private readonly Queue<RequestId> _oldest = [];

    public void Add(RequestId request)
    {
        lock (_gate)
        {
            if (_known.Add(request))
                _oldest.Enqueue(request);
            if (_oldest.Count > Most)
                _known.Remove(_oldest.Dequeue());
        }
    }

    public bool Contains(RequestId request)
    {
        lock (_gate)
            return _known.Contains(request);
    }
}
