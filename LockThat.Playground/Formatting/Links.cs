using System.Text.RegularExpressions;

namespace LockThat.Playground.Formatting;

/// <summary>Addresses that become links.</summary>
public static partial class Links
{
    /// <summary>A bare address that starts exactly there, without the punctuation that ends the sentence, and its
    /// length in the text.</summary>
    public static (Inline Link, int Length)? At(string text, int start)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '/' or '.' or '@'))
            return null;
        var match = BarePattern().Match(text, start);
        if (!match.Success)
            return null;
        var bare = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '"', '*', '_', '~');
        var shown = Entities.Decode(bare);
        var url = shown.Contains("://", StringComparison.Ordinal) ? shown : "mailto:" + shown;
        return IsSafe(url) ? (new Inline.Link(url, [new Inline.Plain(shown)]), bare.Length) : null;
    }

    public static bool IsSafe(string url) => SafePattern().IsMatch(url);

    [GeneratedRegex(
        @"\G(?:https?://(?:(?!&[lg]t;)[^\s<>|`])+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BarePattern();

    [GeneratedRegex(@"^(?:https?://|mailto:|tel:|slack:)\S+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SafePattern();
}
