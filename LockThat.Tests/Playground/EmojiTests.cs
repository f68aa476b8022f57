using System.Text.RegularExpressions;
using LockThat.Playground.Formatting;

namespace LockThat.Tests.Playground;

public sealed partial class EmojiTests
{
    [Fact]
    public void Every_emoji_that_the_app_writes_is_shown_as_one() =>
        Directory
            .EnumerateFiles(
                Path.Combine(Sources.Root, "LockThat.Blocks", "Wording"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .SelectMany(file => Shortcodes().Matches(File.ReadAllText(file)))
            .Select(code => code.Groups["name"].Value)
            .Distinct()
            .ShouldAllBe(name => EmojiTable.Glyph(name) != null);

    [GeneratedRegex(":(?<name>[a-z][a-z_]+):", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shortcodes();
}
