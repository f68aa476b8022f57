namespace LockThat.Benchmarks.Soak;

/// <summary>A straight line through what was measured in the second half, when everything has come up to its
/// size.</summary>
/// <param name="Mean">The middle of it.</param>
/// <param name="Growth">From its beginning to its end.</param>
internal sealed record Slope(double Mean, double Growth)
{
    private const double Tenth = 0.1;

    public static Slope Of(IReadOnlyList<double> all)
    {
        var half = all.Skip(all.Count / 2).ToArray();
        var (middle, mean) = ((half.Length - 1) / 2.0, half.Average());
        var spread = half.Index().Sum(one => Math.Pow(one.Index - middle, 2));
        var slope = spread > 0 ? half.Index().Sum(one => (one.Index - middle) * (one.Item - mean)) / spread : 0;
        return new(mean, slope * (half.Length - 1));
    }

    /// <summary>Whether it grows by no more than a tenth, or than what it may rise and fall by.</summary>
    public bool IsFlat(double play) => Growth <= Math.Max(play, Mean * Tenth);
}
