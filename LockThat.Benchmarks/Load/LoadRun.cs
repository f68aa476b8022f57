using System.Globalization;
using System.Text.Json;

namespace LockThat.Benchmarks.Load;

/// <summary>The whole app over HTTP beside its ceilings: each round measures everything once, so that a busy minute hits all alike.</summary>
internal static class LoadRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(LoadOptions options)
    {
        await using var slack = await Server.Start("slack", 0);
        await using var plain = await Server.Start("plain", 0);
        await using var durable = await Server.Start("durable", options.Resources);
        await using var app = await Server.Start("app", options.Resources, slack.Address);
        await using var large = options.Large > 0 ? await Server.Start("app", options.Large, slack.Address) : null;
        var (small, wide) = (new World(options.Resources), new World(options.Large));

        var plan = await Plan(options.Only, app, plain, durable, large, small, wide);
        foreach (var step in plan.Where(step => step.Connections == 64))
            await Burst.Run(step.Server, step.Scenario, step.World, 64, WarmUp, step.Size);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var step in plan)
                step.Results.Add(await Burst.Run(step.Server, step.Scenario, step.World, step.Connections, options.Each, step.Size));
            await Console.Error.WriteLineAsync($"round {round} of {options.Rounds}");
        }

        var figures = plan.Select(step => step.Median()).ToList();
        Print(figures, app, large);
        if (options.JsonFile is { } file)
            await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(figures, FiguresJson.Default.ListFigure));
        return 0;
    }

    private static async Task<List<Step>> Plan(string? only, Server app, Server plain, Server durable, Server? large, World small, World wide)
    {
        var plan = new List<Step>();
        foreach (var scenario in new[] { Scenario.Lock, Scenario.Refused, Scenario.Mine, Scenario.List, Scenario.HomeOpened }
            .Where(scenario => only is null || scenario.Name == only))
        {
            var size = await Burst.SizeOf(app, scenario, small);
            var isDurable = scenario == Scenario.Lock;
            foreach (var connections in isDurable ? new[] { 64, 1, 256 } : [64])
            {
                plan.Add(new($"{scenario.Name}, ceiling A", plain, scenario, small, connections, size));
                if (isDurable)
                    plan.Add(new($"{scenario.Name}, ceiling B", durable, scenario, small, connections, size));
                plan.Add(new(scenario.Name, app, scenario, small, connections, null) { Ceiling = isDurable ? "ceiling B" : "ceiling A" });
            }

            if (large is not null)
                plan.Add(new($"{scenario.Name}, {wide.Resources:N0} resources", large, scenario, wide, 64, null) { Ceiling = scenario.Name });
        }

        return plan;
    }

    private static void Print(List<Figure> figures, Server app, Server? large)
    {
        Console.WriteLine("| what | connections | requests/s | p50 ms | p99 ms | of its ceiling |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var figure in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {figure.Name} | {figure.Connections} | {figure.PerSecond:N0} | {figure.P50:0.0} | {figure.P99:0.0} | {Ratio(figures, figure)} |"));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Resident memory of the app afterwards: {app.WorkingSet / 1048576.0:0} MB"));
        if (large is not null)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with the many resources: {large.WorkingSet / 1048576.0:0} MB"));
    }

    private static string Ratio(List<Figure> figures, Figure figure)
    {
        if (figure.Ceiling is not { } ceiling)
            return "";
        var top = figures.Find(other => other.Connections == figure.Connections
            && (other.Name == ceiling || other.Name == $"{figure.Name}, {ceiling}"));
        return top is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{figure.PerSecond / top.PerSecond:0.00} of {ceiling}");
    }

    private sealed record Step(string Name, Server Server, Scenario Scenario, World World, int Connections, int? Size)
    {
        public string? Ceiling { get; init; }

        public List<Measured> Results { get; } = [];

        public Figure Median() => new(
            Name, Connections, Ceiling, Middle(result => result.PerSecond), Middle(result => result.P50), Middle(result => result.P99), Results.Max(result => result.Max));

        private double Middle(Func<Measured, double> figure)
        {
            var sorted = Results.Select(figure).Order().ToArray();
            return sorted[sorted.Length / 2];
        }
    }
}
