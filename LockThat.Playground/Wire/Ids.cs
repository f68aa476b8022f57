namespace LockThat.Playground.Wire;

/// <summary>Ids as Slack makes them: opaque, unique here, the same in every run.</summary>
internal sealed class Ids
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";
    private long _last;

    public string Next(string prefix, int length = 8)
    {
        var number = Interlocked.Increment(ref _last);
        Span<char> text = stackalloc char[length];
        for (var at = length - 1; at >= 0; at--, number /= Letters.Length)
            text[at] = Letters[(int)(number % Letters.Length)];
        return prefix + new string(text);
    }
}
