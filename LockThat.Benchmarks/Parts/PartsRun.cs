using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace LockThat.Benchmarks.Parts;

/// <summary>The parts that matter, one by one, by BenchmarkDotNet: time and allocations.</summary>
internal static class PartsRun
{
    public static int Run(string[] arguments)
    {
        // In this process: nothing is generated, restored and built for each.
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "lockthat-parts"));
        return BenchmarkSwitcher.FromAssembly(typeof(PartsRun).Assembly).Run(arguments is [] ? ["--filter", "*"] : arguments, config).Any() ? 0 : 1;
    }
}
