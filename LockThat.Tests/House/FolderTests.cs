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

    [Fact]
    public void No_folder_has_more_than_20_files() =>
        TooFull(Files)
            .Select(folder => $"{folder.Path} has {folder.Files} files")
            .ShouldBeNone($"A folder has at most {Most} files; divide it into rooms that are named by what they hold");

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
