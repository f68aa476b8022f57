using System.Diagnostics;

namespace LockThat.Benchmarks.Start;

/// <summary>The apps that are started: the app as the Docker image has it, made anew, and the emptiest app there is,
/// from the template of the SDK.</summary>
internal static class Publication
{
    private const string Configuration = "Release";

    /// <summary>As the Dockerfile publishes it: compiled ahead in one piece with .NET, for this kind of
    /// machine.</summary>
    /// <returns>The program.</returns>
    public static string App(string folder)
    {
        // In a folder of its own, so that nothing of the working copy is touched.
        Dotnet(
            Root(),
            [
                "publish",
                "LockThat.App",
                "--configuration",
                Configuration,
                "--use-current-runtime",
                "-p:PublishReadyToRun=true",
                "-p:PublishReadyToRunComposite=true",
                "--self-contained",
                "--artifacts-path",
                Path.Combine(folder, "made"),
                "--output",
                folder,
            ]
        );
        return Path.Combine(folder, "LockThat.App");
    }

    public static string Empty(string folder)
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        Dotnet(source, ["new", "web", "--name", "Empty", "--output", source, "--no-restore"]);
        // Beside the source: what lies below the output is no source to the SDK.
        var output = Path.Combine(folder, "published");
        Dotnet(source, ["publish", "--configuration", Configuration, "--output", output]);
        return Path.Combine(output, "Empty.dll");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LockThat.sln")))
                return folder.FullName;
        throw new InvalidOperationException(
            "The app is published from its sources, and they are not here: name a published one by --app."
        );
    }

    private static void Dotnet(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {arguments[0]} failed: {said}");
    }
}
