using LockThat.Playground.Wire;

namespace LockThat.Playground.Sockets;

/// <summary>The tickets in sockets' addresses: each opens one socket, once.</summary>
internal sealed class Tickets(Ids ids)
{
    private const int Most = 1000;
    private readonly Lock _gate = new();
    private readonly List<string> _issued = [];

    public string Issue()
    {
        lock (_gate)
        {
            if (_issued.Count == Most)
                _issued.RemoveAt(0);
            _issued.Add(ids.Next("", 24));
            return _issued[^1];
        }
    }

    public bool Redeem(string ticket)
    {
        lock (_gate)
            return _issued.Remove(ticket);
    }
}
