using System.Text.RegularExpressions;

namespace LockThat.Tests.House;

/// <summary>Every link in the documentation leads somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_within_the_repository_leads_somewhere() =>
        Sources
            .Files("*.md")
            .SelectMany(Broken)
            .ShouldBeNone("A link names a file that exists and a heading that it has");

    private static IEnumerable<string> Broken(string page) =>
        Link()
            .Matches(File.ReadAllText(page))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Exists(page, target))
            .Select(target => $"{Sources.Relative(page)} links {target}");

    private static bool Exists(string page, string target)
    {
        var (path, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var file = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page) ?? "", path);
        return heading is null
            ? File.Exists(file) || Directory.Exists(file)
            : File.Exists(file) && File.ReadLines(file).Any(line => line.StartsWith('#') && Anchor(line) == heading);
    }

    private static string Anchor(string heading) =>
        NotInAnchor().Replace(heading.TrimStart('#', ' ').ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex NotInAnchor();
}
