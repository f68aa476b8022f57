namespace LockThat.Benchmarks.Ends;

/// <summary>How many locks end at once, and the load at that time.</summary>
internal sealed record EndsOptions
{
    public int Ends { get; init; } = 10_000;

    /// <summary>How many of the locks one person holds: Slack takes one message a second for each.</summary>
    public int EachHolds { get; init; } = 1;

    /// <summary>How many wait in the line of each lock; the first of them gets the turn.</summary>
    public int Waiting { get; init; }

    public int Rounds { get; init; } = 3;

    /// <summary>How many callers ask for other things at that time.</summary>
    public int Callers { get; init; } = 16;

    /// <summary>How often each of them does; zero: as soon as they are answered.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long they do it before the moment, and from then on.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(5);

    public string? Postgres { get; init; }

    public string? JsonFile { get; init; }

    public static EndsOptions Read(string[] arguments)
    {
        var defaults = new EndsOptions();
        var options = new Options(
            arguments,
            "--ends",
            "--each-holds",
            "--waiting",
            "--rounds",
            "--callers",
            "--every-ms",
            "--window",
            "--postgres",
            "--json"
        );
        return new()
        {
            Ends = options.Number("--ends", atLeast: 1, defaults.Ends),
            EachHolds = options.Number("--each-holds", atLeast: 1, defaults.EachHolds),
            Waiting = options.Number("--waiting", atLeast: 0, defaults.Waiting),
            Rounds = options.Number("--rounds", atLeast: 1, defaults.Rounds),
            Callers = options.Number("--callers", atLeast: 1, defaults.Callers),
            Every = TimeSpan.FromMilliseconds(
                options.Number("--every-ms", atLeast: 0, (int)defaults.Every.TotalMilliseconds)
            ),
            Window = TimeSpan.FromSeconds(options.Number("--window", atLeast: 1, (int)defaults.Window.TotalSeconds)),
            Postgres = options.Text("--postgres"),
            JsonFile = options.Text("--json"),
        };
    }
}
