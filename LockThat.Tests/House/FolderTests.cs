namespace LockThat.Tests.House;

/// <summary>A folder is a room that one look takes in.</summary>
public sealed class FolderTests
{
    private const int Most = 20;

    private static readonly string[] Projects =
    [
        "LockThat.App",
        "LockThat.Blocks",
        "LockThat.Playground",
        "LockThat.Tests",
    ];

    // These still have to be divided, and no others may grow. One that was divided leaves the list.
    private static readonly string[] StillTooFull = ["LockThat.App/Locks", "LockThat.Tests/Storage"];

    [Fact]
    public void No_folder_has_more_than_20_files() =>
        TooFull(Files)
            .Where(folder => !StillTooFull.Contains(folder.Path))
            .Select(folder => $"{folder.Path} has {folder.Files} files")
            .ShouldBeNone($"A folder has at most {Most} files; divide it into rooms that are named by what they hold");

    [Fact]
    public void A_folder_that_was_divided_is_an_exception_no_longer() =>
        StillTooFull
            .Except(TooFull(Files).Select(folder => folder.Path))
            .ShouldBeNone("These folders were divided, so strike them from the list in this test");

    [Fact]
    public void A_planted_folder_is_found() =>
        TooFull(Enumerable.Range(0, Most + 1).Select(number => $"Full/{number}.cs").Append("Full/Below/One.cs"))
            .ShouldBe([("Full", Most + 1)]);

    private static IEnumerable<string> Files =>
        Sources.In(Projects).Select(file => file.Path).Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    private static IEnumerable<(string Path, int Files)> TooFull(IEnumerable<string> files) =>
        files
            .CountBy(file => file[..file.LastIndexOf('/')])
            .Where(folder => folder.Value > Most)
            .Select(folder => (folder.Key, folder.Value));
}
