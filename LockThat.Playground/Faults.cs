namespace LockThat.Playground;

/// <summary>What goes wrong next, on request: each fault hits once.</summary>
public sealed class Faults
{
    int duplicates;

    /// <summary>The next delivery reaches the app twice, with the same body.</summary>
    public void DuplicatesNextDelivery() => Interlocked.Increment(ref duplicates);

    internal bool TakesDuplicate()
    {
        var left = Interlocked.Decrement(ref duplicates) >= 0;
        if (!left)
            Interlocked.Increment(ref duplicates);
        return left;
    }
}
