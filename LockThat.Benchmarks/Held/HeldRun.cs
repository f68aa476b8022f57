using LockThat.Benchmarks.Postgres;
using LockThat.Benchmarks.Start;

namespace LockThat.Benchmarks.Held;

/// <summary>The cost of holding many locks: memory, time to start, and room on the disk.</summary>
internal static class HeldRun
{
    private const double Megabyte = 1024 * 1024;

    public static async Task<int> Run(HeldOptions options)
    {
        using var folder = new ThrowAwayFolder();
        var app = options.App is { } named ? Path.GetFullPath(named) : Publication.App(folder.In("app"));
        await using var postgres = await PostgresServer.Find(options.Postgres);
        var table = new Table(
            "store",
            "locks held",
            "start to ready, s",
            "resident then, MB",
            "resident later, MB",
            "on the disk, MB"
        );
        foreach (var number in options.Numbers)
        {
            await Console.Error.WriteLineAsync($"{number} locks");
            var file = Path.Combine(folder.In($"held-{number}"), "lockthat.db");
            await Filled.LiteDb(file, new World(number).FillTeams);
            table.Add([
                "LiteDB",
                number,
                .. await Measure(options, app, AppSettings.OnFile(file)),
                new FileInfo(file).Length / Megabyte,
            ]);
            if (postgres is null)
                continue;
            await using var database = await postgres.Create();
            await Filled.Postgres(database.Connection, new World(number).FillTeams);
            table.Add([
                "PostgreSQL",
                number,
                .. await Measure(options, app, AppSettings.Of(AppSettings.NoSlack, database.Connection)),
                await database.Size() / Megabyte,
            ]);
        }

        table.Print();
        await table.Save(options.JsonFile);
        return 0;
    }

    private static async Task<object?[]> Measure(
        HeldOptions options,
        string app,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var all = new List<(double Ready, double Then, double Later)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var process = AppProcess.Start(app, settings);
            var ready = await process.Ready();
            var then = process.WorkingSet;
            await Clock.Pause(options.Settling);
            all.Add((ready.TotalSeconds, then / Megabyte, process.WorkingSet / Megabyte));
        }

        return [all.Median(one => one.Ready), all.Median(one => one.Then), all.Median(one => one.Later)];
    }
}
