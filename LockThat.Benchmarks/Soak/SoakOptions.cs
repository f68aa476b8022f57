namespace LockThat.Benchmarks.Soak;

/// <summary>How long, and how much.</summary>
internal sealed record SoakOptions
{
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(10);

    public int Callers { get; init; } = 32;

    /// <summary>How often each of them asks for something.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(100);

    public string? JsonFile { get; init; }

    public static SoakOptions Read(string[] arguments)
    {
        var defaults = new SoakOptions();
        var options = new Options(arguments, "--minutes", "--seconds", "--callers", "--every-ms", "--json");
        var seconds = TimeSpan.FromSeconds(options.Number("--seconds", atLeast: 0, 0));
        var minutes = TimeSpan.FromMinutes(
            options.Number("--minutes", atLeast: 0, seconds > TimeSpan.Zero ? 0 : (int)defaults.Length.TotalMinutes)
        );
        return new()
        {
            Length =
                seconds + minutes > TimeSpan.Zero
                    ? seconds + minutes
                    : throw new MisspeltException("--minutes and --seconds are both 0: there is nothing to measure."),
            Callers = options.Number("--callers", atLeast: 1, defaults.Callers),
            Every = TimeSpan.FromMilliseconds(
                options.Number("--every-ms", atLeast: 0, (int)defaults.Every.TotalMilliseconds)
            ),
            JsonFile = options.Text("--json"),
        };
    }
}
