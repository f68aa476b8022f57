namespace LockThat.Benchmarks.Start;

/// <summary>How often the app is started, and how much load it then bears.</summary>
internal sealed record StartOptions
{
    public int Rounds { get; init; } = 10;

    /// <summary>The number of resources under load; 0 leaves that out.</summary>
    public int Resources { get; init; } = 10_000;

    /// <summary>How long the load is.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The program; null publishes it.</summary>
    public string? App { get; init; }

    public string? JsonFile { get; init; }

    public static StartOptions Read(string[] arguments)
    {
        var defaults = new StartOptions();
        var options = new Options(arguments, "--rounds", "--resources", "--seconds", "--app", "--json");
        return new()
        {
            Rounds = options.Number("--rounds", atLeast: 1, defaults.Rounds),
            Resources = options.Number("--resources", atLeast: 0, defaults.Resources),
            Load = TimeSpan.FromSeconds(options.Number("--seconds", atLeast: 1, (int)defaults.Load.TotalSeconds)),
            App = options.Text("--app"),
            JsonFile = options.Text("--json"),
        };
    }
}
