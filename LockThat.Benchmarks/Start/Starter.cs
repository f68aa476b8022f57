using LockThat.App.Slack.Http;

namespace LockThat.Benchmarks.Start;

/// <summary>A program that is started over and over.</summary>
/// <param name="IsEmpty">Whether it has nothing to acknowledge but a look at its page.</param>
internal sealed record Starter(string Name, string Program, bool IsEmpty)
{
    private const double Megabyte = 1024 * 1024;

    private readonly List<(double Milliseconds, double Megabytes)> _results = [];

    /// <summary>Starts it on an empty store, and waits for its first answer.</summary>
    /// <param name="counts">False for a first time, when the disk is read.</param>
    public async Task Start(string folder, bool counts)
    {
        await using var process = AppProcess.Start(Program, AppSettings.OnFile(Path.Combine(folder, "lockthat.db")));
        using var connection = await process.Connect();
        var status = IsEmpty
            ? await connection.Get("/")
            : (
                await connection.Post(
                    SlackEndpoints.Command,
                    Scenario.Form,
                    Scenario.Typed("T0ACME001", "U0ADA", "lock test-site 2 h demo", Random.Shared)
                )
            ).Status;
        var took = process.Age;
        if (status != 200)
            throw new InvalidOperationException($"{Name} answered with {status}.");
        if (counts)
            _results.Add((took.TotalMilliseconds, process.WorkingSet / Megabyte));
    }

    /// <summary>The median, least and most, and the median of another's.</summary>
    public object?[] Cells(Starter other)
    {
        var median = _results.Median(one => one.Milliseconds);
        return
        [
            median,
            _results.Min(one => one.Milliseconds),
            _results.Max(one => one.Milliseconds),
            median / other._results.Median(one => one.Milliseconds),
            _results.Median(one => one.Megabytes),
        ];
    }
}
