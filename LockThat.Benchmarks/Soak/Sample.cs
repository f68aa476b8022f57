namespace LockThat.Benchmarks.Soak;

/// <summary>How the app is after a while.</summary>
internal sealed record Sample(
    TimeSpan At,
    Measured Traffic,
    int Errors,
    long Resident,
    Vitals Vitals,
    int Handles,
    int Threads,
    long DataFile,
    long LogFile
)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>The figures that must stay flat, and by how much each may rise and fall: memory comes in segments, and
    /// the log in checkpoints of 8 MB.</summary>
    public static readonly IReadOnlyList<(string Name, double Play, Func<Sample, double> Of)> Measures =
    [
        ("resident, MB", 8, sample => sample.Resident / Megabyte),
        ("live heap, MB", 1, sample => sample.Vitals.Heap / Megabyte),
        ("handles", 8, sample => sample.Handles),
        ("threads", 4, sample => sample.Threads),
        ("data file, MB", 0.5, sample => sample.DataFile / Megabyte),
        ("log file, MB", 9, sample => sample.LogFile / Megabyte),
        ("messages waiting", 20, sample => sample.Vitals.Notices),
        ("p50, ms", 2, sample => sample.Traffic.P50),
        ("p99, ms", 10, sample => sample.Traffic.P99),
    ];
}
