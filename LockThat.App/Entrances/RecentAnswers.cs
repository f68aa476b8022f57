using LockThat.App.Identifiers;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances;

/// <summary>The last answers to requests that may come twice, so that the second one does nothing and gets the same
/// answer.</summary>
internal sealed class RecentAnswers
{
    private const int Most = 1000;
    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, Lazy<Task<Message>>> _known = [];
    private readonly Queue<RequestId> _oldest = [];

    /// <summary>Does the work of a request, or waits for an earlier one that does it. After a failure the work may be
    /// done again.</summary>
    public async Task<Message> Once(RequestId request, Func<Task<Message>> work)
    {
        try
        {
            return await Known(request, work).Value;
        }
        catch
        {
            lock (_gate)
                _known.Remove(request);
            throw;
        }
    }

    private Lazy<Task<Message>> Known(RequestId request, Func<Task<Message>> work)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(request, out var known))
                return known;
            _oldest.Enqueue(request);
            if (_oldest.Count > Most)
                _known.Remove(_oldest.Dequeue());
            return _known[request] = new(work);
        }
    }
}
