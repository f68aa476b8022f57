using LockThat.App.Storage;

namespace LockThat.Tests.Storage;

public sealed class FileCheckTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lockthat-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_place_that_can_be_written_is_right_and_stays_empty()
    {
        Look("data/lockthat.db").ShouldBe(new StorageProbe(null));
        _root.GetFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_the_running_app_has_open_is_right()
    {
        using var open = new FileStream(
            Path.Combine(_root.FullName, "lockthat.db"),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None
        );
        Look("lockthat.db").ShouldBe(new StorageProbe(null));
    }

    [Fact]
    public void A_damaged_file_is_said()
    {
        File.WriteAllBytes(Path.Combine(_root.FullName, "lockthat.db"), new byte[20_000]);
        Look("lockthat.db").Problem.ShouldNotBeNull().ShouldContain("damaged");
    }

    [Fact]
    public void A_folder_that_is_a_file_is_said()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "data"), "");
        Look("data/lockthat.db").Problem.ShouldNotBeNull();
    }

    [Fact]
    public void A_file_that_is_a_folder_is_said() =>
        Look("").Problem.ShouldBe($"{_root.FullName} is a folder: name a file in it.");

    private StorageProbe Look(string path) => FileCheck.Look(Path.GetFullPath(path, _root.FullName));
}
