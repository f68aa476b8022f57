using System.Diagnostics;
using LockThat.Playground;

namespace LockThat.Tests.Playground;

/// <summary>The Playground as a newcomer starts it: a process of its own, on a machine where nobody has run it
/// before.</summary>
public sealed class StartTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("", "")]
    [InlineData("--socket-mode", " (Socket Mode)")]
    public async Task The_address_is_all_that_it_says(string argument, string over)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals");
        using var home = new TemporaryFolder();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        giveUp.CancelAfter(Generous);
        using var process = Started(
            home.Path,
            ["--urls", "http://127.0.0.1:0", .. argument.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
        );
        try
        {
            var first = await process.StandardOutput.ReadLineAsync(giveUp.Token);
            Process.Start("kill", ["-TERM", $"{process.Id}"]).Dispose();
            var (output, errors) = (
                await process.StandardOutput.ReadToEndAsync(giveUp.Token),
                await process.StandardError.ReadToEndAsync(giveUp.Token)
            );
            await process.WaitForExitAsync(giveUp.Token);

            first
                .ShouldNotBeNull()
                .ShouldMatch(
                    $"^LockThat Playground: http://127\\.0\\.0\\.1:[0-9]+{System.Text.RegularExpressions.Regex.Escape(over)}$"
                );
            (process.ExitCode, output, errors).ShouldBe((0, "", ""));
            Directory
                .EnumerateFileSystemEntries(home.Path)
                .Select(Path.GetFileName)
                .ShouldBe(["data"], "It keeps nothing but its data");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static Process Started(string home, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(PlaygroundHost).Assembly.Location, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = home,
                Environment = { ["HOME"] = home },
            }
        ) ?? throw new InvalidOperationException("dotnet did not start");
}
