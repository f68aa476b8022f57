namespace LockThat.Benchmarks;

/// <summary>A folder that is gone in the end.</summary>
internal sealed class ThrowAwayFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-figures-");

    /// <summary>A folder in it.</summary>
    public string In(string name) => _folder.CreateSubdirectory(name).FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
