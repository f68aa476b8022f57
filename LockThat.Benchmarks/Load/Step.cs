namespace LockThat.Benchmarks.Load;

/// <summary>One thing that each round measures.</summary>
/// <param name="Run">Measures it for this long.</param>
internal sealed record Step(string Name, int Connections, Func<TimeSpan, Task<Measured>> Run)
{
    /// <summary>The name of the step that it is compared with; null for a ceiling.</summary>
    public string? Ceiling { get; init; }

    public List<Measured> Results { get; } = [];

    /// <summary>A ceiling over HTTP, which answers with so many bytes.</summary>
    public static Step Top(string name, Server server, Scenario scenario, World world, int connections, int size) =>
        new(name, connections, time => Burst.Run([server], scenario, world, connections, time, size));

    /// <summary>The app over HTTP; the connections are split over its instances.</summary>
    public static Step App(
        string name,
        IReadOnlyList<Server> instances,
        Scenario scenario,
        World world,
        int connections,
        string ceiling
    ) =>
        new(name, connections, time => Burst.Run(instances, scenario, world, connections, time, null))
        {
            Ceiling = ceiling,
        };

    public Figure Median() =>
        new(
            Name,
            Connections,
            Ceiling,
            Results.Median(one => one.PerSecond),
            Results.Median(one => one.P50),
            Results.Median(one => one.P99),
            Results.Max(one => one.Max)
        );
}
