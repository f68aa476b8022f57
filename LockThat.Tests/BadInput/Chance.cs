namespace LockThat.Tests.BadInput;

/// <summary>The random choices of one round: the same for the same seed and number, so that a round that failed can be
/// run again.</summary>
internal sealed class Chance(int seed, int number)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) + number));

    /// <summary>True so often out of a hundred.</summary>
    public bool Of(int percent) => _random.Next(100) < percent;

    /// <summary>From 0 to below <paramref name="most"/>.</summary>
    public int Below(int most) => _random.Next(most);

    public T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Values of the wrong kind.</summary>
    public string Nasty() => Pick(Nasties.All);
}
