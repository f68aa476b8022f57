using System.Buffers;
using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>
/// Differences that phones and word processors make by themselves, and that do not count in names: the kind of a quote,
/// of a dash and of an ellipsis, and variation selectors. PostgreSQL has the same lists in <c>lockthat.folded</c>: a
/// change of them is a step of its schema.
/// </summary>
internal static class Typography
{
    /// <summary>The quote that stands for all of them.</summary>
    internal const char Quote = '\'';

    /// <summary>The dash that stands for all of them, and for any number of them in a row.</summary>
    internal const char Dash = '-';

    /// <summary>The sign that stands for an ellipsis.</summary>
    internal const string Dots = "...";

    /// <summary>The other quotes: Unicode's property Quotation_Mark, its categories Pi and Pf, and the apostrophe that
    /// is a letter.</summary>
    internal const string Quotes = "\"«»ʼ‘’‚‛“”„‟‹›⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣";

    /// <summary>The other dashes: Unicode's property Dash, which has its category Pd and the minus signs.</summary>
    internal const string Dashes =
        "\u058A\u05BE\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2053\u207B\u208B\u2212\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u2E5D"
        + "\u301C\u3030\u30A0\uFE31\uFE32\uFE58\uFE63\uFF0D\U00010D6E\U00010EAD";

    /// <summary>The ellipses: on the line, at half its height, and upright.</summary>
    internal const string Ellipses = "…⋯︙";

    // The first halves of characters beyond 16 bits stand for all that begin with them.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(
        Quotes
            + Dashes
            + Ellipses
            + "\uDB40\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F"
    );

    private static readonly Dictionary<Rune, string> Folded = new([
        .. Pairs(Quotes, $"{Quote}"),
        .. Pairs(Dashes, $"{Dash}"),
        .. Pairs(Ellipses, Dots),
    ]);

    /// <summary>The text with one kind of each; the same when it is folded again.</summary>
    /// <param name="text">In composed form (NFC).</param>
    internal static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAny(Beginnings) && !text.Contains("--", StringComparison.Ordinal))
            return text;

        var folded = new StringBuilder(text.Length);
        foreach (var rune in Unselected(text).EnumerateRunes())
        {
            var one = Folded.GetValueOrDefault(rune) ?? $"{rune}";
            if (one is not [Dash] || folded.Length == 0 || folded[^1] != Dash)
                folded.Append(one);
        }

        return folded.ToString();
    }

    // The characters around a removed selector may compose.
    private static string Unselected(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(rune => !Characters.IsVariationSelector(rune)));
        return kept.Length == text.Length ? text : kept.Normalize();
    }

    private static IEnumerable<KeyValuePair<Rune, string>> Pairs(string runes, string folded) =>
        runes.EnumerateRunes().Select(rune => KeyValuePair.Create(rune, folded));
}
