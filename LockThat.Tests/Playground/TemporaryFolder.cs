namespace LockThat.Tests.Playground;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lockthat-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
