using System.Globalization;

namespace LockThat.Benchmarks.Load;

/// <summary>How much load, and where its figures go.</summary>
internal sealed record LoadOptions
{
    /// <summary>As <see cref="Postgres"/>: leave it out.</summary>
    public const string NoPostgres = "none";

    /// <summary>How often everything is measured, one after the other; medians are shown.</summary>
    public int Rounds { get; init; } = 5;

    public TimeSpan Each { get; init; } = TimeSpan.FromSeconds(3);

    public int Resources { get; init; } = 1_000;

    /// <summary>The number of resources that the same is measured with a second time; 0 leaves that out.</summary>
    public int Large { get; init; } = 100_000;

    /// <summary>The one scenario that is measured; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Where PostgreSQL is; null starts a server of the load's own, where Debian's binaries are found.</summary>
    public string? Postgres { get; init; }

    public string? JsonFile { get; init; }

    public static LoadOptions Read(string[] arguments)
    {
        var options = new LoadOptions();
        for (var at = 0; at + 1 < arguments.Length; at += 2)
            options = arguments[at] switch
            {
                "--rounds" => options with { Rounds = Number(arguments[at + 1]) },
                "--seconds" => options with { Each = TimeSpan.FromSeconds(Number(arguments[at + 1])) },
                "--resources" => options with { Resources = Number(arguments[at + 1]) },
                "--large" => options with { Large = Number(arguments[at + 1]) },
                "--only" => options with { Only = arguments[at + 1] },
                "--postgres" => options with { Postgres = arguments[at + 1] },
                "--json" => options with { JsonFile = arguments[at + 1] },
                var unknown => throw new ArgumentException($"{unknown} is no option of load.", nameof(arguments)),
            };
        return options;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
