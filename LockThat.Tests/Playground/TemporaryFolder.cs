namespace LockThat.Tests.Playground;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
