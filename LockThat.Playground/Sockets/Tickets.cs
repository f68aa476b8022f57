namespace LockThat.Playground.Sockets;

/// <summary>What a socket's address carries: each opens one socket, once.</summary>
internal sealed class Tickets(Ids ids)
{
    private const int Most = 1000;
    private readonly Lock gate = new();
    private readonly List<string> issued = [];

    public string Issue()
    {
        lock (gate)
        {
            if (issued.Count == Most)
                issued.RemoveAt(0);
            issued.Add(ids.Next("", 24));
            return issued[^1];
        }
    }

    public bool Redeem(string ticket)
    {
        lock (gate)
            return issued.Remove(ticket);
    }
}
