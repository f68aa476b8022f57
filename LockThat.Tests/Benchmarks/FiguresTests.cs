using System.Diagnostics;
using System.Text.Json;
using LockThat.Tests.Playground;

namespace LockThat.Tests.Benchmarks;

/// <summary>The commands that measure, at their smallest: that they run, and that what must be so is so.</summary>
public sealed class FiguresTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(5);
    private static readonly string Folder = AppContext.BaseDirectory.Replace(
        "LockThat.Tests",
        "LockThat.Benchmarks",
        StringComparison.Ordinal
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Locks_that_end_in_the_same_moment_are_free_then_and_are_all_told()
    {
        var figures = (
            await Measure(
                "ends",
                "--ends",
                "20",
                "--each-holds",
                "2",
                "--rounds",
                "1",
                "--callers",
                "2",
                "--window",
                "1",
                "--postgres",
                "none"
            )
        ).ShouldHaveSingleItem();
        figures.GetProperty("free at the moment").GetString().ShouldBe("10 of 10");
        figures.GetProperty("free in the end").GetString().ShouldBe("10 of 10");
        // A person is sent one message a second.
        figures.GetProperty("last message delivered, s").GetDouble().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_soak_shows_its_course_and_no_errors()
    {
        var course = await Measure("soak", "--seconds", "2", "--callers", "4");
        course.Count.ShouldBeGreaterThan(10);
        course[^1].GetProperty("errors").GetInt32().ShouldBe(0);
        course.ShouldAllBe(row =>
            row.GetProperty("resident, MB").GetDouble() > 0 && row.GetProperty("data file, MB").GetDouble() > 0
        );
    }

    [Fact]
    public async Task What_held_locks_cost_is_measured_on_the_app_as_it_is_started()
    {
        var figures = (
            await Measure(
                "held",
                "--most",
                "100",
                "--rounds",
                "1",
                "--settling",
                "0",
                "--app",
                Path.Combine(Folder, "LockThat.App.dll"),
                "--postgres",
                "none"
            )
        ).ShouldHaveSingleItem();
        figures.GetProperty("locks held").GetInt32().ShouldBe(100);
        figures.GetProperty("start to ready, s").GetDouble().ShouldBePositive();
    }

    [Theory]
    [InlineData("ends --rouds 1", "--rouds is no option of this command, or has no value.")]
    [InlineData("ends --ends 0", "--ends wants 1 or more, and 0 is less.")]
    [InlineData("load --rounds 0", "--rounds wants 1 or more, and 0 is less.")]
    [InlineData(
        "load --only nothing",
        "--only wants one of lock, refused lock, mine, list of 20, Home opened, and nothing is none."
    )]
    [InlineData("held --most many", "--most wants a number, and many is none.")]
    [InlineData("soak --minutes 0", "--minutes and --seconds are both 0: there is nothing to measure.")]
    public async Task What_is_misspelt_is_said_with_the_help(string typed, string said)
    {
        using var process = Run(typed.Split(' '));
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await Ended(process);
        process.ExitCode.ShouldBe(1);
        (await error).ShouldSatisfyAllConditions(
            all => all.ShouldStartWith(said + Environment.NewLine),
            all => all.ShouldContain("ends [")
        );
    }

    private static async Task<IReadOnlyList<JsonElement>> Measure(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "figures.json");
        using var process = Run([.. command, "--json", file]);
        var (table, error) = (
            process.StandardOutput.ReadToEndAsync(Cancel),
            process.StandardError.ReadToEndAsync(Cancel)
        );
        await Ended(process);
        process.ExitCode.ShouldBe(0, await error);
        (await table).ShouldStartWith("| ");
        using var figures = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Cancel));
        return [.. figures.RootElement.EnumerateArray().Select(row => row.Clone())];
    }

    private static async Task Ended(Process process)
    {
        using var giveUp = new CancellationTokenSource(Generous, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(giveUp.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Run(params string[] command) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(Folder, "LockThat.Benchmarks.dll"), .. command])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        ) ?? throw new InvalidOperationException("No process");
}
