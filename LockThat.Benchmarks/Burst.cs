using System.Diagnostics;

namespace LockThat.Benchmarks;

/// <summary>So many callers that ask again as soon as they are answered, for a while.</summary>
internal static class Burst
{
    /// <param name="servers">The connections are split over them.</param>
    /// <param name="size">The size of the answer that is asked of a ceiling; null asks the app, which decides
    /// itself.</param>
    public static async Task<Measured> Run(
        IReadOnlyList<Server> servers,
        Scenario scenario,
        World world,
        int connections,
        TimeSpan time,
        int? size
    )
    {
        var path = size is { } bytes ? $"{scenario.Path}?size={bytes}" : scenario.Path;
        var opened = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(number => Connection.To(servers[number % servers.Count].Address))
        );
        try
        {
            return await Run(
                opened.Length,
                number => Post(opened[number], scenario, world, path, new Random(number)),
                time
            );
        }
        finally
        {
            foreach (var connection in opened)
                connection.Dispose();
        }
    }

    /// <param name="caller">The acts of the caller of this number, over and over.</param>
    /// <param name="every">How often each does it, the callers one after the other; zero does not pause.</param>
    public static async Task<Measured> Run(
        int callers,
        Func<int, Func<Task>> caller,
        TimeSpan time,
        TimeSpan every = default
    )
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(number =>
                    Task.Run(() =>
                        every > TimeSpan.Zero
                            ? Pace(caller(number), clock, time, every * number / callers, every)
                            : Repeat(caller(number), clock, time)
                    )
                )
        );
        var elapsed = clock.Elapsed;
        var waits = all.SelectMany(waits => waits).Order().ToArray();
        return new(
            waits.Length / elapsed.TotalSeconds,
            Percentile(waits, 50),
            Percentile(waits, 99),
            waits.Length == 0 ? 0 : waits[^1]
        );
    }

    /// <summary>The length of the answer that the app gives.</summary>
    public static async Task<int> SizeOf(Server server, Scenario scenario, World world)
    {
        using var connection = await Connection.To(server.Address);
        return (await connection.Post(scenario.Path, scenario.ContentType, scenario.Body(world, new Random(1)))).Length;
    }

    private static Func<Task> Post(Connection connection, Scenario scenario, World world, string path, Random random) =>
        async () =>
        {
            var (status, _) = await connection.Post(path, scenario.ContentType, scenario.Body(world, random));
            if (status != 200)
                throw new InvalidOperationException($"{scenario.Name} was answered with {status}.");
        };

    private static async Task<List<double>> Repeat(Func<Task> act, Stopwatch clock, TimeSpan time)
    {
        var waits = new List<double>();
        while (clock.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return waits;
    }

    private static async Task<List<double>> Pace(
        Func<Task> act,
        Stopwatch clock,
        TimeSpan time,
        TimeSpan first,
        TimeSpan every
    )
    {
        var waits = new List<double>();
        for (var due = first; due < time; due += every)
        {
            var ahead = due - clock.Elapsed;
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead, TimeProvider.System);
            // A caller with a late answer asks the next thing late, and that counts as a wait. A timer that rings late
            // does not.
            var start = ahead > TimeSpan.Zero ? clock.Elapsed : due;
            await act();
            waits.Add((clock.Elapsed - start).TotalMilliseconds);
        }

        return waits;
    }

    private static double Percentile(double[] sorted, int percent) =>
        sorted.Length == 0
            ? 0
            : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
}

/// <summary>The figures of a burst: requests a second, and waits in milliseconds.</summary>
internal sealed record Measured(double PerSecond, double P50, double P99, double Max);
