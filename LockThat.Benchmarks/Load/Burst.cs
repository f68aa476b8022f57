using System.Diagnostics;

namespace LockThat.Benchmarks.Load;

/// <summary>So many connections that post as fast as they are answered, for a while.</summary>
internal static class Burst
{
    /// <param name="size">The size of the answer that is asked of a ceiling; null asks the app, which decides itself.</param>
    public static async Task<Measured> Run(Server server, Scenario scenario, World world, int connections, TimeSpan time, int? size)
    {
        var path = size is { } bytes ? $"{scenario.Path}?size={bytes}" : scenario.Path;
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => One(server, scenario, world, path, new Random(number), clock, time))));
        var elapsed = clock.Elapsed;
        var waits = all.SelectMany(waits => waits).Order().ToArray();
        return new(waits.Length / elapsed.TotalSeconds, Percentile(waits, 50), Percentile(waits, 99), waits.Length == 0 ? 0 : waits[^1]);
    }

    /// <summary>The length of the answer that the app gives.</summary>
    public static async Task<int> SizeOf(Server server, Scenario scenario, World world)
    {
        using var connection = new Connection(server.Address);
        await connection.Open();
        return (await connection.Post(scenario.Path, scenario.ContentType, scenario.Body(world, new Random(1)))).Length;
    }

    private static async Task<List<double>> One(Server server, Scenario scenario, World world, string path, Random random, Stopwatch clock, TimeSpan time)
    {
        using var connection = new Connection(server.Address);
        await connection.Open();
        var waits = new List<double>();
        while (clock.Elapsed < time)
        {
            var body = scenario.Body(world, random);
            var start = Stopwatch.GetTimestamp();
            var (status, _) = await connection.Post(path, scenario.ContentType, body);
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (status != 200)
                throw new InvalidOperationException($"{scenario.Name} was answered with {status}.");
        }

        return waits;
    }

    private static double Percentile(double[] sorted, int percent) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
}

/// <summary>What a burst came to: requests a second, and waits in milliseconds.</summary>
internal sealed record Measured(double PerSecond, double P50, double P99, double Max);
