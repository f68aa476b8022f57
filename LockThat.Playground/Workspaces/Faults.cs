namespace LockThat.Playground.Workspaces;

/// <summary>The faults that are still to come: each hits once, in the order in which they were asked for.</summary>
public sealed class Faults
{
    /// <summary>The name under which posts to a response_url can be given faults.</summary>
    public const string ResponseUrl = "response_url";

    private readonly Lock _gate = new();
    private readonly List<(string? Method, Fault Fault)> _next = [];
    private readonly Queue<SocketCut> _cuts = new();
    private int _duplicates;

    /// <summary>The next call of this method, or of any method, meets the fault.</summary>
    public void Next(Fault fault, string? method = null)
    {
        lock (_gate)
            _next.Add((method, fault));
    }

    /// <summary>The next delivery reaches the app twice, with the same body; the second answer only lands in the
    /// journal.</summary>
    public void DuplicatesNextDelivery()
    {
        lock (_gate)
            _duplicates++;
    }

    /// <summary>The next envelope's socket breaks.</summary>
    public void CutsNextSocket(SocketCut when)
    {
        lock (_gate)
            _cuts.Enqueue(when);
    }

    internal SocketCut? TakesCut()
    {
        lock (_gate)
            return _cuts.TryDequeue(out var cut) ? cut : null;
    }

    internal Fault? Take(string method)
    {
        lock (_gate)
        {
            var at = _next.FindIndex(waiting => waiting.Method is null || waiting.Method == method);
            if (at < 0)
                return null;
            var fault = _next[at].Fault;
            _next.RemoveAt(at);
            return fault;
        }
    }

    internal bool TakesDuplicate()
    {
        lock (_gate)
        {
            if (_duplicates == 0)
                return false;
            _duplicates--;
            return true;
        }
    }
}
