using System.Globalization;
using LockThat.Benchmarks.Held;

namespace LockThat.Benchmarks.Start;

/// <summary>Resident memory while the app works as hard as it can.</summary>
internal static class UnderLoad
{
    private const double Megabyte = 1024 * 1024;
    private const int Callers = 64;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static async Task Print(string app, string folder, StartOptions options)
    {
        var (file, world) = (Path.Combine(folder, "lockthat.db"), new World(options.Resources));
        await Filled.LiteDb(file, world.Fill);
        await using var slack = await Server.Start("slack", 0);
        await using var process = AppProcess.Start(app, AppSettings.OnFile(file, slack.Address));
        await process.Ready();
        var before = process.WorkingSet;
        var connections = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => process.Connect()));
        var load = Burst.Run(
            Callers,
            number => Talks.Mixed(connections[number], Scenario.Usual, world, new Random(number)),
            options.Load
        );
        var most = before;
        while (!load.IsCompleted)
        {
            most = Math.Max(most, process.WorkingSet);
            await Clock.Pause(Look);
        }

        var measured = await load;
        foreach (var connection in connections)
            connection.Dispose();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Resident memory with {options.Resources:N0} resources: {before / Megabyte:0} MB when ready, at most {most / Megabyte:0} MB in {options.Load.TotalSeconds:0} s of {measured.PerSecond:N0} requests/s"
            )
        );
    }
}
