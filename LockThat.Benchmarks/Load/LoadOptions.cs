namespace LockThat.Benchmarks.Load;

/// <summary>How much load, and where its figures go.</summary>
internal sealed record LoadOptions
{
    /// <summary>How often everything is measured, one after the other; medians are shown.</summary>
    public int Rounds { get; init; } = 5;

    public TimeSpan Each { get; init; } = TimeSpan.FromSeconds(3);

    public int Resources { get; init; } = 1_000;

    /// <summary>The number of resources that the same is measured with a second time; 0 leaves that out.</summary>
    public int Large { get; init; } = 100_000;

    /// <summary>How many wait in line for each resource where the same is measured with lines; 0 leaves that
    /// out.</summary>
    public int Line { get; init; } = 50;

    /// <summary>The one scenario that is measured; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Where PostgreSQL is, as <c>PostgresServer.Find</c> takes it.</summary>
    public string? Postgres { get; init; }

    public string? JsonFile { get; init; }

    public static LoadOptions Read(string[] arguments)
    {
        var defaults = new LoadOptions();
        var options = new Options(
            arguments,
            "--rounds",
            "--seconds",
            "--resources",
            "--large",
            "--line",
            "--only",
            "--postgres",
            "--json"
        );
        return new()
        {
            Rounds = options.Number("--rounds", atLeast: 1, defaults.Rounds),
            Each = TimeSpan.FromSeconds(options.Number("--seconds", atLeast: 1, (int)defaults.Each.TotalSeconds)),
            Resources = options.Number("--resources", atLeast: 1, defaults.Resources),
            Large = options.Number("--large", atLeast: 0, defaults.Large),
            Line = options.Number("--line", atLeast: 0, defaults.Line),
            Only = options.OneOf("--only", [.. Scenario.Usual.Select(scenario => scenario.Name)]),
            Postgres = options.Text("--postgres"),
            JsonFile = options.Text("--json"),
        };
    }
}
