namespace LockThat.Benchmarks.Held;

/// <summary>How many locks are held.</summary>
internal sealed record HeldOptions
{
    private const int Fewest = 1_000;
    private const int Step = 10;

    /// <summary>A thousand, ten thousand and so on, up to this.</summary>
    public int Most { get; init; } = 100_000;

    public int Rounds { get; init; } = 3;

    /// <summary>How long after it is ready memory is looked at a second time.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The program; null publishes it.</summary>
    public string? App { get; init; }

    public string? Postgres { get; init; }

    public string? JsonFile { get; init; }

    public IEnumerable<int> Numbers
    {
        get
        {
            for (var number = Math.Min(Fewest, Most); number <= Most; number *= Step)
                yield return number;
        }
    }

    public static HeldOptions Read(string[] arguments)
    {
        var defaults = new HeldOptions();
        var options = new Options(arguments, "--most", "--rounds", "--settling", "--app", "--postgres", "--json");
        return new()
        {
            Most = options.Number("--most", atLeast: 1, defaults.Most),
            Rounds = options.Number("--rounds", atLeast: 1, defaults.Rounds),
            Settling = TimeSpan.FromSeconds(
                options.Number("--settling", atLeast: 0, (int)defaults.Settling.TotalSeconds)
            ),
            App = options.Text("--app"),
            Postgres = options.Text("--postgres"),
            JsonFile = options.Text("--json"),
        };
    }
}
