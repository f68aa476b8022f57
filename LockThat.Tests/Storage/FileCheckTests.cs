using LockThat.App;
using LockThat.App.Storage;

namespace LockThat.Tests.Storage;

public sealed class FileCheckTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lockthat-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_place_that_can_be_written_is_right_and_stays_empty()
    {
        FileCheck.Trouble(new StorageSettings.LiteDb("data/lockthat.db"), root.FullName).ShouldBeNull();
        root.GetFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_the_running_app_has_open_is_right()
    {
        using var open = new FileStream(Path.Combine(root.FullName, "lockthat.db"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        FileCheck.Trouble(new StorageSettings.LiteDb("lockthat.db"), root.FullName).ShouldBeNull();
    }

    [Fact]
    public void A_damaged_file_is_said()
    {
        File.WriteAllBytes(Path.Combine(root.FullName, "lockthat.db"), new byte[20_000]);
        FileCheck.Trouble(new StorageSettings.LiteDb("lockthat.db"), root.FullName).ShouldNotBeNull().ShouldContain("damaged");
    }

    [Fact]
    public void A_folder_that_is_a_file_is_said()
    {
        File.WriteAllText(Path.Combine(root.FullName, "data"), "");
        FileCheck.Trouble(new StorageSettings.LiteDb("data/lockthat.db"), root.FullName).ShouldNotBeNull();
    }
}
