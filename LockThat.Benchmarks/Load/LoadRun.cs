using System.Globalization;
using System.Text.Json;
using LockThat.Benchmarks.Load.Postgres;

namespace LockThat.Benchmarks.Load;

/// <summary>The whole app over HTTP beside its ceilings: each round measures everything once, so that a busy minute
/// hits all alike.</summary>
internal static class LoadRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task<int> Run(LoadOptions options)
    {
        await using var slack = await Server.Start("slack", 0);
        await using var plain = await Server.Start("plain", 0);
        await using var durable = await Server.Start("durable", options.Resources);
        await using var app = await Server.Start("app", options.Resources, slack.Address);
        await using var large = options.Large > 0 ? await Server.Start("app", options.Large, slack.Address) : null;
        await using var lined = options.Line > 0 ? await Server.Start("app", options.Resources, slack.Address) : null;
        if (lined is not null)
            await lined.Line(options.Line);
        var (small, wide) = (new World(options.Resources), new World(options.Large));
        await using var postgres = await PostgresLoad.Start(options.Postgres, small, options.Line, slack.Address);

        List<Step> plan =
        [
            .. await Plan(options.Only, app, plain, durable, large, small, wide),
            .. lined is null ? [] : WithLines(options, lined, small, scenario => scenario.Name),
            .. postgres is null ? [] : await postgres.Plan(options),
        ];
        foreach (var step in plan.Where(step => step.Connections == 64))
            await step.Run(WarmUp);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var step in plan)
                step.Results.Add(await step.Run(options.Each));
            await Console.Error.WriteLineAsync($"round {round} of {options.Rounds}");
        }

        var figures = plan.Select(step => step.Median()).ToList();
        Print(figures);
        PrintMemory("of the app", app);
        if (large is not null)
            PrintMemory("with the many resources", large);
        if (postgres is null)
            Console.WriteLine("PostgreSQL is left out.");
        else
            PrintMemory("on PostgreSQL, one instance", postgres.Instance);
        if (options.JsonFile is { } file)
            await File.WriteAllBytesAsync(
                file,
                JsonSerializer.SerializeToUtf8Bytes(figures, FiguresJson.Default.ListFigure)
            );
        return 0;
    }

    private static async Task<List<Step>> Plan(
        string? only,
        Server app,
        Server plain,
        Server durable,
        Server? large,
        World small,
        World wide
    )
    {
        var plan = new List<Step>();
        foreach (var scenario in Scenario.Usual.Where(scenario => only is null || scenario.Name == only))
        {
            var size = await Burst.SizeOf(app, scenario, small);
            var isDurable = scenario == Scenario.Lock;
            var (a, b) = ($"{scenario.Name}, ceiling A", $"{scenario.Name}, ceiling B");
            foreach (var connections in isDurable ? new[] { 64, 1, 256 } : [64])
            {
                plan.Add(Step.Top(a, plain, scenario, small, connections, size));
                if (isDurable)
                    plan.Add(Step.Top(b, durable, scenario, small, connections, size));
                plan.Add(Step.App(scenario.Name, [app], scenario, small, connections, isDurable ? b : a));
            }

            if (large is not null)
                plan.Add(
                    Step.App(
                        $"{scenario.Name}, {wide.Resources:N0} resources",
                        [large],
                        scenario,
                        wide,
                        64,
                        scenario.Name
                    )
                );
        }

        return plan;
    }

    /// <summary>The same beside lines, each as a part of the same without.</summary>
    internal static IEnumerable<Step> WithLines(
        LoadOptions options,
        Server app,
        World world,
        Func<Scenario, string> without
    ) =>
        Scenario
            .Usual.Where(scenario => options.Only is null || scenario.Name == options.Only)
            .Select(scenario =>
                Step.App($"{without(scenario)}, lines of {options.Line}", [app], scenario, world, 64, without(scenario))
            );

    private static void Print(List<Figure> figures)
    {
        Console.WriteLine("| what | connections | requests/s | p50 ms | p99 ms | of its ceiling |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var figure in figures)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {figure.Name} | {figure.Connections} | {figure.PerSecond:N0} | {figure.P50:0.0} | {figure.P99:0.0} | {Ratio(figures, figure)} |"
                )
            );
        Console.WriteLine();
    }

    private static void PrintMemory(string what, Server server) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Resident memory {what}, afterwards: {server.WorkingSet / 1048576.0:0} MB"
            )
        );

    private static string Ratio(List<Figure> figures, Figure figure) =>
        figures.Find(other => other.Connections == figure.Connections && other.Name == figure.Ceiling) is { } top
            ? string.Create(CultureInfo.InvariantCulture, $"{figure.PerSecond / top.PerSecond:0.00} of {top.Name}")
            : "";
}
