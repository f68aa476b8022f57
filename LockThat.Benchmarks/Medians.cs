namespace LockThat.Benchmarks;

internal static class Medians
{
    public static double Median<T>(this IReadOnlyList<T> all, Func<T, double> figure)
    {
        var sorted = all.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
