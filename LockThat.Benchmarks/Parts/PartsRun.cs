using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace LockThat.Benchmarks.Parts;

/// <summary>The parts that matter, one by one, by BenchmarkDotNet: time and allocations.</summary>
internal static class PartsRun
{
    private const double Microsecond = 1000;

    public static async Task<int> Run(string[] arguments)
    {
        var options = new Options(arguments, "--filter", "--json");
        // In this process: nothing is generated, restored and built for each. Few and short iterations, for all of them
        // in a minute or two.
        var config = DefaultConfig
            .Instance.AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithWarmupCount(4)
                    .WithIterationCount(12)
                    .WithIterationTime(TimeInterval.FromMilliseconds(250))
            )
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "lockthat-parts"));
        var summaries = BenchmarkSwitcher
            .FromTypes([typeof(AppParts)])
            .Run(["--filter", options.Text("--filter") ?? "*"], config);
        var table = new Table("what", "mean, µs", "error, µs", "allocated, bytes");
        foreach (
            var report in summaries
                .SelectMany(summary => summary.Reports)
                .Where(report => report.ResultStatistics is not null)
        )
            table.Add(
                report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
                report.ResultStatistics?.Mean / Microsecond,
                report.ResultStatistics?.StandardError / Microsecond,
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)
            );
        table.Print();
        await table.Save(options.Text("--json"));
        return summaries.Any() ? 0 : 1;
    }
}
