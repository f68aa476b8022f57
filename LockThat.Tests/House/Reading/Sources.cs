using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockThat.Tests.House.Reading;

/// <summary>The files of the repository, read once.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs =
    [
        "bin",
        "obj",
        "data",
        "TestResults",
        "artifacts",
        ".git",
        ".vs",
        ".idea",
        "node_modules",
    ];
    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() =>
        [
            .. Files("*.cs")
                .Concat(Files("*.razor"))
                .Select(path => SourceFile.Parse(Relative(path), File.ReadAllText(path))),
        ]
    );

    public static string Root { get; } = FindRoot();

    /// <summary>Every C# and Razor file of every project.</summary>
    public static IReadOnlyList<SourceFile> All => Read.Value;

    /// <summary>The shipped projects: all but the tests and the benchmarks.</summary>
    public static IEnumerable<SourceFile> Shipped => In("LockThat.App", "LockThat.Blocks", "LockThat.Playground");

    public static IEnumerable<SourceFile> Tests => In("LockThat.Tests");

    public static IEnumerable<SourceFile> In(params string[] folders) =>
        All.Where(file => folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)));

    /// <summary>The full paths of all files of the repository that match, without what was built or left by a
    /// run.</summary>
    public static IEnumerable<string> Files(string pattern) => Under(Root, pattern);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Under(string folder, string pattern) =>
        Directory
            .EnumerateFiles(folder, pattern)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
                    .SelectMany(inner => Under(inner, pattern))
            );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LockThat.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"There is no LockThat.sln above {AppContext.BaseDirectory}.");
    }
}

/// <summary>A file and its syntax.</summary>
/// <param name="Path">Relative to the repository, with slashes.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Syntax">The C# in it; of a Razor file its <c>@code</c>.</param>
internal sealed record SourceFile(string Path, int Lines, SyntaxNode Syntax)
{
    public static SourceFile Parse(string path, string text)
    {
        var code = path.EndsWith(".razor", StringComparison.Ordinal) ? CodeOfRazor(text) : text;
        return new(path, text.AsSpan().Count('\n'), CSharpSyntaxTree.ParseText(code).GetRoot());
    }

    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    /// <summary>As a compiler would point at it.</summary>
    public string At(SyntaxNodeOrToken place) =>
        $"{Path}({(place.GetLocation()?.GetLineSpan().StartLinePosition.Line ?? 0) + 1})";

    // The lines above are kept as empty ones, so that places are right.
    private static string CodeOfRazor(string text)
    {
        var at = text.IndexOf("@code", StringComparison.Ordinal);
        return at < 0
            ? ""
            : new string('\n', text.AsSpan(0, at).Count('\n')) + "class Code" + text[(at + "@code".Length)..];
    }
}
