using System.Runtime.Versioning;

namespace LockThat.Tests.Hosting;

/// <summary>
/// The image of the Dockerfile, made without Docker: its copies and commands as they are written there, in a folder of
/// their own in the place of
/// <c>/source</c>. Then nobody may write to it any more.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class Image : IAsyncDisposable
{
    private const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private static readonly string[] Ignored = ["bin", "obj", "data"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lockthat-image-");
    private readonly Lazy<Task> _built;

    public Image() => _built = new(Build);

    /// <summary>The folder that the app runs from: <c>/app</c>.</summary>
    public string App => Path.Combine(Source, "published");

    private string Source => Path.Combine(_root.FullName, "source");

    /// <summary>Completes when it is made, for whoever asks first.</summary>
    public Task Built()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux, which the image is made of.");
        return _built.Value;
    }

    private async Task Build()
    {
        Directory.CreateDirectory(Source);
        foreach (var instruction in Dockerfile.Ours.Named("build").Instructions)
            if (instruction.Verb == "COPY")
                Copy(instruction.Words.SkipLast(1), instruction.Words[^1]);
            else if (instruction.Verb == "RUN")
                await Shell.Run(instruction.Text, Source, CancellationToken.None);
        File.SetUnixFileMode(_root.FullName, Everybody | Enter);
        File.SetUnixFileMode(Source, Everybody | Enter);
        SetMode(App, Everybody | Enter, Everybody);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(App))
            SetMode(App, Everybody | Enter | UnixFileMode.UserWrite, Everybody | UnixFileMode.UserWrite);
        File.SetUnixFileMode(_root.FullName, Everybody | Enter | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Source, Everybody | Enter | UnixFileMode.UserWrite);
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A folder is copied as what is in it, a file into the folder that is named.</summary>
    private void Copy(IEnumerable<string> sources, string target)
    {
        foreach (var source in sources)
        {
            var from = Path.Combine(Sources.Root, source);
            if (Directory.Exists(from))
                CopyFolder(from, Path.Combine(Source, target));
            else
                CopyFile(from, Path.Combine(Source, target, Path.GetFileName(from)));
        }
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
            CopyFile(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (
            var inner in Directory.EnumerateDirectories(from).Where(inner => !Ignored.Contains(Path.GetFileName(inner)))
        )
            CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)));
    }

    private static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to) ?? "/");
        File.Copy(from, to, overwrite: true);
    }

    private static void SetMode(string folder, UnixFileMode folders, UnixFileMode files)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder))
            SetMode(inner, folders, files);
        foreach (var file in Directory.EnumerateFiles(folder))
            File.SetUnixFileMode(file, files | (File.GetUnixFileMode(file) & Enter));
        File.SetUnixFileMode(folder, folders);
    }
}
