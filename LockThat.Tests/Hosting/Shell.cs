using System.Diagnostics;

namespace LockThat.Tests.Hosting;

/// <summary>Commands as a build machine runs them.</summary>
internal static class Shell
{
    // A publish on a busy machine takes its time.
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(9);

    // The tests' own runner is nothing to what is built and run here; no build server stays behind.
    private static readonly string[] NotInherited =
    [
        "MSBUILD",
        "DOTNET_STARTUP",
        "TESTINGPLATFORM",
        "SLACK__",
        "ASPNETCORE_",
    ];

    /// <summary>The output of the command, once it succeeded.</summary>
    public static async Task<string> Run(string command, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsNotInherited).ToList())
            start.Environment.Remove(inherited);
        foreach (
            var (name, value) in new[]
            {
                ("MSBUILDDISABLENODEREUSE", "1"),
                ("UseSharedCompilation", "false"),
                ("NuGetAudit", "false"),
                ("DOTNET_CLI_UI_LANGUAGE", "en"),
            }
        )
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        using var giveUp = new CancellationTokenSource(Generous, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token, cancellationToken);
        try
        {
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(either.Token),
                process.StandardError.ReadToEndAsync(either.Token)
            );
            await process.WaitForExitAsync(either.Token);
            process.ExitCode.ShouldBe(0, $"{command}\n{await output}{await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsNotInherited(string name) =>
        Array.Exists(NotInherited, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
